"""The spreadsheet of a kind of record: its columns, as they are written and, later, read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lantoa.figures.period import write_day
from lantoa.records.record.columns import Choice, RecordColumn, columns_of
from lantoa.records.record.models import Record
from lantoa.records.record.pages.tied import SAID

Cell = str | int | None
"""A text, a whole number, or nothing where it is not known."""
Say = Callable[[Any], Cell]
BEFORE, BEHIND = ("first_day", "last_day"), ("source", "source_url", "note")
"""What every record says before and behind what its kind says."""


@dataclass(frozen=True)
class SheetColumn:
    """A column of a spreadsheet: its head, with the unit of measure, and what a record says."""

    head: str
    say: Say


@dataclass(frozen=True, kw_only=True)
class KindSheet:
    """The spreadsheet of one kind: the columns of its model, in their order.

    `first` stand before them; `said` are cells that the kind words by hand, by the name of the
    column.
    """

    model: type[Record]
    first: Sequence[SheetColumn] = ()
    said: Mapping[str, Say] = field(default_factory=dict)

    def columns(self) -> list[SheetColumn]:
        """Return the columns, from left to right."""
        known = {each.name: each for each in columns_of(self.model)}
        own = [each for each in known.values() if each.part]
        before, behind = ([known[name] for name in names] for names in (BEFORE, BEHIND))
        tied = [SheetColumn(head, say) for head, say in SAID.items()]
        said = [*self.first, *map(self._column, own), *tied]
        return [*map(_plain, before), *said, *map(_plain, behind)]

    def _column(self, column: RecordColumn[Any, Any]) -> SheetColumn:
        plain = _plain(column)
        return SheetColumn(plain.head, self.said.get(column.name, plain.say))


def _plain(column: RecordColumn[Any, Any]) -> SheetColumn:
    label = str(column.verbose_name)
    head = f"{label} ({column.word})" if column.word else label
    return SheetColumn(head[:1].upper() + head[1:], lambda row: _cell(column, row))


def _cell(column: RecordColumn[Any, Any], row: Any) -> Cell:
    value = getattr(row, column.name)
    if column.many_to_many:
        return "; ".join(str(each) for each in value.all())
    if isinstance(column, Choice):
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, date):
        return write_day(value)
    return value if value is None or isinstance(value, int) else str(value)
