"""Dialogues with the people, forums that listen, visits to houses, receptions of citizens."""
