"""Copying a whole installation into one file, and bringing it back."""
