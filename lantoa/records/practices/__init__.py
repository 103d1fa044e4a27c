"""Good models and practices: who carries them, how far they got, where they spread."""
