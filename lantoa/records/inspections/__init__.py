"""Inspections and supervisions after their conclusion was announced: counts, no words, no files."""
