"""Lanterns let up: a kind of record that does not exist."""
