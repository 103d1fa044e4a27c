"""Days, asked for in the box that serves every page."""

from lantoa.formats.boxes import Day

__all__ = ["Day"]
