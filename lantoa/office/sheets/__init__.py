"""Units on paper and in spreadsheets: the list that opens a ward's cells, and the printed cards."""

from lantoa.office.sheets.cards import PrintedCard, printed, square
from lantoa.office.sheets.opening import ReadCells, read_cells
from lantoa.office.sheets.template import opening_template

__all__ = ["PrintedCard", "ReadCells", "opening_template", "printed", "read_cells", "square"]
