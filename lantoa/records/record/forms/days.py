"""Days, asked for in the box that serves every page."""

from lantoa.formats.boxes import DayBox

__all__ = ["DayBox"]
