"""What stands on paper, before anybody decides how it looks: paragraphs, tables and their cells.

Every text is Vietnamese and final; nothing here computes a figure.
"""

from lantoa.paper.cell import Cell, Share, Whole, share, whole, written
from lantoa.paper.paragraph import Paragraph, Paragraphs, ToWrite, one_line
from lantoa.paper.table import ORDER, Column, HeadCell, Holds, Row, RowKind, Table, numbered_rows

__all__ = [
    "ORDER",
    "Cell",
    "Column",
    "HeadCell",
    "Holds",
    "Paragraph",
    "Paragraphs",
    "Row",
    "RowKind",
    "Share",
    "Table",
    "ToWrite",
    "Whole",
    "numbered_rows",
    "one_line",
    "share",
    "whole",
    "written",
]
