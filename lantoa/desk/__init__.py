"""The face of those who sign in with a password."""
