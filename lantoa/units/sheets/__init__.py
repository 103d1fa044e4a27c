"""Lists that are sent as spreadsheets: opened safely, and found wherever they stand."""

from lantoa.units.sheets.safety import LARGEST_FILE, refuse_unsafe
from lantoa.units.sheets.table import Mistakes

__all__ = ["LARGEST_FILE", "Mistakes", "refuse_unsafe"]
