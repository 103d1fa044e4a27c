"""What inspections promise."""
