"""Checks of a document that knows its places: sentences as read, tables down their columns.

Rows of a table are no sentences: figures of one row do not make up one of another. What a table
adds up is a column, in the row that says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantoa.intake.texts.text import Text
from lantoa.reading import Check, FoundFigure, checks_in
from lantoa.reading.checks.layout import UNCOUNTED, Layout
from lantoa.reading.checks.notes import sum_check

CELL = re.compile(r"(?P<table>bảng \d+), dòng (?P<row>\d+), cột (?P<column>\d+)")
SHEET_CELL = re.compile(r"(?P<table>trang tính “.*”), ô (?P<column>[A-Z]+)(?P<row>\d+)")
TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng)\s*(?:\(.*\))?:?", re.IGNORECASE)
FEWEST = 2
FARTHEST = 0.2
"""What misses the total by more has subtotals in it, or was never meant as a sum."""


@dataclass(frozen=True)
class Cell:
    """The cell of a table in which a figure stands."""

    table: str
    row: int
    column: str


def checks_of(text: Text, figures: Sequence[FoundFigure]) -> list[Check]:
    """Return the checks of a document: of its sentences, and of the columns of its tables."""
    cells = [cell_of(text.place_of(figure.start)) for figure in figures]
    if not any(cells):
        return checks_in(text.content, figures)
    found = [
        check
        for check in checks_in(text.content, figures)
        if check.holds or not _crosses_rows(check, cells)
    ]
    layout = Layout.of(text.content, figures)
    columns = list(_columns(layout, cells, _total_rows(text)))
    return sorted([*found, *columns], key=lambda check: (check.total, check.members))


def cell_of(place: str) -> Cell | None:
    """Return the cell that a place names; None for places outside tables."""
    found = CELL.fullmatch(place) or SHEET_CELL.fullmatch(place)
    return Cell(found["table"], int(found["row"]), found["column"]) if found else None


def _crosses_rows(check: Check, cells: Sequence[Cell | None]) -> bool:
    """Tell whether a check joins figures of different rows, or of a table and a sentence."""
    rows = {(cell.table, cell.row) if (cell := cells[place]) else None for place in _all(check)}
    return len(rows) > 1


def _all(check: Check) -> tuple[int, ...]:
    return (*check.members, check.total)


def _total_rows(text: Text) -> set[tuple[str, int]]:
    """Return the rows that say that they are totals."""
    return {
        (cell.table, cell.row)
        for each in text.stretches
        if (cell := cell_of(each.place))
        and TOTAL.fullmatch(text.content[each.start : each.end].strip())
    }


def _columns(
    layout: Layout, cells: Sequence[Cell | None], totals: set[tuple[str, int]]
) -> Iterator[Check]:
    """Yield the sum of each column that a row of totals closes or opens."""
    columns: dict[tuple[str, str], list[int]] = {}
    for place, cell in enumerate(cells):
        if cell and layout.unit(place) not in UNCOUNTED and layout.figures[place].of is None:
            columns.setdefault((cell.table, cell.column), []).append(place)
    for places in columns.values():
        whole = [place for place in places if _row(cells[place]) in totals]
        parts = [place for place in places if _row(cells[place]) not in totals]
        if len(whole) == 1 and len(parts) >= FEWEST:
            yield from _added(layout, whole[0], parts)


def _row(cell: Cell | None) -> tuple[str, int] | None:
    return (cell.table, cell.row) if cell else None


def _added(layout: Layout, total: int, parts: Sequence[int]) -> Iterator[Check]:
    """Yield the sum of a column if it holds, or misses its total by little."""
    check = sum_check(layout, parts, total)
    whole = layout.value(total)
    missed = abs(sum(layout.value(part) for part in parts) - whole)
    if check.holds or missed <= FARTHEST * abs(whole):
        yield check
