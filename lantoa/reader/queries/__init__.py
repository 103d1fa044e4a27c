"""Asking about documents that are read."""
