"""Cells as one process tells them to another: what JSON does not know bears its name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from lantoa.intake.limits import MOST_FILLED, MOST_WRITTEN
from lantoa.intake.refusal import Unreadable

TOO_MUCH = "Danh sách quá dài. Hãy xóa các cột, trang không cần, hoặc tách thành nhiều tệp."
Cell = str | int | float | bool | date | datetime | time | timedelta
"""A cell as spreadsheets keep it; an empty one is an empty text."""
Page = Sequence[Sequence[Cell]]
"""The rows of a page, all equally long."""

READ: Mapping[str, Callable[[str], Cell]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda seconds: timedelta(seconds=float(seconds)),
}
"""How each is read again from its text."""


def told(cell: Cell) -> Any:
    """Return a cell as JSON says it."""
    if isinstance(cell, datetime | date | time):
        return {type(cell).__name__: cell.isoformat()}
    if isinstance(cell, timedelta):
        return {"timedelta": repr(cell.total_seconds())}
    return cell


def heard(said: Any) -> Cell:
    """Return the cell that was told."""
    if isinstance(said, dict):
        ((name, text),) = said.items()
        said = READ[name](text)
    cell: Cell = said
    return cell


class Tables:
    """The pages of a file as they are told, and how much they hold, counted as they come."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.filled = self.written = 0

    def told(self, rows: Iterable[Sequence[Cell]]) -> Any:
        """Return a page as JSON says it; raises Unreadable where all pages hold too much."""
        width, kept = 0, []
        for row in rows:
            width = max(width, len(row))
            kept.append([told(cell) for cell in _without_empty_end(row)])
            self._count(row)
        return {"width": width, "rows": kept}

    def _count(self, row: Sequence[Cell]) -> None:
        self.filled += sum(cell != "" for cell in row)
        self.written += sum(len(cell) for cell in row if isinstance(cell, str))
        if self.filled > MOST_FILLED or self.written > MOST_WRITTEN:
            raise Unreadable(TOO_MUCH)


def _without_empty_end(row: Sequence[Cell]) -> Sequence[Cell]:
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]


def page_heard(said: Any) -> Page:
    """Return the page that was told, its rows equally long again."""
    width = said["width"]
    return [[*map(heard, row), *[""] * (width - len(row))] for row in said["rows"]]
