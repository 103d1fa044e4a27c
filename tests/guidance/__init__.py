"""Who owes what."""
