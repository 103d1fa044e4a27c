"""Lists that are sent as spreadsheets: found wherever they stand."""

from lantoa.units.sheets.table import ListMistakes

__all__ = ["ListMistakes"]
