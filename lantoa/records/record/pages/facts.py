"""What a record says, as its page shows it: facts in parts, read from the columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.records.record.columns import (
    Choice,
    DayColumn,
    Dong,
    Part,
    RecordColumn,
    WholeColumn,
    Whom,
    parts_of,
)
from lantoa.records.record.pages.fact import Fact, Group

NOT_SAID = "không ghi"
Said = Mapping[str, str | None]


def groups_of(
    row: Any, *, said: Said | None = None, besides: Mapping[Part, Sequence[Fact]] | None = None
) -> list[Group]:
    """Return what a record says, a group for each part; what is not known says so.

    `said` are facts that a kind words by hand, None for what it leaves out; `besides` stand at the
    end of a part.
    """
    return [
        Group(part.title, [*_facts(row, columns, said or {}), *(besides or {}).get(part, ())])
        for part, columns in parts_of(type(row)).items()
    ]


def _facts(row: Any, columns: Sequence[RecordColumn[Any, Any]], said: Said) -> list[Fact]:
    found = [
        (column, said[column.name] if column.name in said else _text(column, row))
        for column in columns
    ]
    return [Fact(str(column.verbose_name), text) for column, text in found if text is not None]


def _text(column: RecordColumn[Any, Any], row: Any) -> str | None:
    """Return what a column says; None for words that only some records need, and this one not."""
    value = getattr(row, column.name)
    if isinstance(column, Whom):
        return str(value) if value else NOT_SAID
    if column.many_to_many:
        return "; ".join(str(each) for each in value.all()) or NOT_SAID
    if isinstance(column, Dong):
        return write_dong(value)
    if isinstance(column, WholeColumn):
        return Fact.count("", value, column.word).text
    if value in ("", None) and column.asked == "more":
        return None
    if isinstance(column, DayColumn):
        return write_day(value) if value else NOT_SAID
    if isinstance(column, Choice):
        return str(getattr(row, f"get_{column.name}_display")()) or NOT_SAID
    return str(value or NOT_SAID)
