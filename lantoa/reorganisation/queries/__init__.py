"""Asking about decisions: which touch a unit, what one would do, and what became of units."""
