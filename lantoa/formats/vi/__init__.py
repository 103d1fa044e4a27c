"""The Vietnamese way."""
