"""Units on paper and in spreadsheets: the list that opens a ward's cells, and the printed cards."""

from lantoa.units.sheets.cards import PrintedCard, printed
from lantoa.units.sheets.opening import Reading, read_cells
from lantoa.units.sheets.table import Mistakes
from lantoa.units.sheets.template import opening_template

__all__ = [
    "Mistakes",
    "PrintedCard",
    "Reading",
    "opening_template",
    "printed",
    "read_cells",
]
