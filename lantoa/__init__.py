"""Lan Tỏa: a unit writes down once what it did, and every figure above it follows by itself."""
