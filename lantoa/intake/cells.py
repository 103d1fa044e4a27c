"""Cells as one process tells them to another: what JSON does not know bears its name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

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
