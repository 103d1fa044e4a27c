"""What dialogues promise."""
