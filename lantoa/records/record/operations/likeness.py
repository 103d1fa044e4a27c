"""What makes two records of a kind so alike that one of them is likely one too many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

from django.db.models import Field

from lantoa.figures.words import fold
from lantoa.records.record.columns import Choice, Decimals, Phrase, Tied, WholeColumn, Whom
from lantoa.records.record.entry import content_of
from lantoa.records.record.models import Record

R = TypeVar("R", bound=Record)
Columns = tuple["Field[Any, Any]", ...]
Days = tuple[int, date, date]


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """In which columns two records of one unit and the same days must agree to be likely doubles.

    By default in sorts and numbers, and in what they are called where they share no number;
    `besides` names more columns, `only` all of them, and an empty one says that nothing is alike.
    What is left empty agrees with everything.
    """

    besides: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None

    def joins(self, one: Record, other: Record) -> bool:
        """Tell whether two records are alike, whatever their days."""
        model = type(one)
        if self.only is not None:
            named = _named(model, self.only)
            return _agree(one, other, named) and _share(one, other, named)
        numbers, names = _sort(model, WholeColumn), _names(model)
        if not _agree(one, other, (*_sorts(model), *numbers, *_named(model, self.besides))):
            return False
        return _share(one, other, numbers) or (bool(names) and _agree(one, other, names))


USUAL = Likeness()


def twins(
    rows: Sequence[R], likeness: Likeness, *, beside: Iterable[R] | None = None
) -> Iterator[tuple[R, R]]:
    """Yield each written row that is likely a double, with the first record that it is like."""
    if not rows or likeness.only == ():
        return
    held: dict[Days, list[R]] = {}
    for row in _on_their_days(rows) if beside is None else beside:
        held.setdefault(_days(row), []).append(row)
    for row in rows:
        for other in held.get(_days(row), ()):
            if _is_earlier(other, row) and likeness.joins(other, row):
                yield row, other
                break


def _is_earlier(other: Record, row: Record) -> bool:
    return other.uuid != row.uuid and other.pk < row.pk


def _days(row: Record) -> Days:
    return row.unit.pk, row.first_day, row.last_day


def _on_their_days(rows: Sequence[R]) -> list[R]:
    """Return what is believed now of the units of some rows, on their days, earliest first."""
    days = [row.last_day for row in rows]
    of_units = type(rows[0])._default_manager.believed().of({row.unit.pk for row in rows})
    found = of_units.filter(last_day__gte=min(days), last_day__lte=max(days)).order_by("pk")
    return cast("list[R]", list(found.select_related(*_related(type(rows[0])))))


def _agree(one: Record, other: Record, columns: Columns) -> bool:
    pairs = [(_value(one, each), _value(other, each)) for each in columns]
    return all(a == b or a in EMPTY or b in EMPTY for a, b in pairs)


def _share(one: Record, other: Record, columns: Columns) -> bool:
    """Tell whether two records say the same in any column of more than what stands there anyway."""
    return any(_value(one, each) == _value(other, each) not in _unsaid(each) for each in columns)


EMPTY: tuple[Any, ...] = (None, "")


def _unsaid(column: "Field[Any, Any]") -> tuple[Any, ...]:
    return (*EMPTY, column.default) if column.has_default() else EMPTY


def _value(row: Record, column: "Field[Any, Any]") -> Any:
    value = getattr(row, column.attname)
    return fold(value) if isinstance(column, Phrase) else value


@cache
def _named(model: type[Record], names: tuple[str, ...]) -> Columns:
    return tuple(each for each in content_of(model) if each.name in names)


@cache
def _related(model: type[Record]) -> tuple[str, ...]:
    return tuple(each.name for each in content_of(model) if each.many_to_one)


@cache
def _sorts(model: type[Record]) -> Columns:
    """Return what says of which sort a record is: choices that stand at none, and rows of lists."""
    lists = [
        each
        for each in content_of(model)
        if each.many_to_one and each.name != "unit" and not isinstance(each, Whom | Tied)
    ]
    return (*lists, *(each for each in _sort(model, Choice) if set(_unsaid(each)) <= set(EMPTY)))


@cache
def _sort(model: type[Record], sort: type) -> Columns:
    found = [each for each in content_of(model) if isinstance(each, sort)]
    return tuple(each for each in found if not isinstance(each, Decimals))


@cache
def _names(model: type[Record]) -> Columns:
    """Return what a record is called: the words without which it is not taken."""
    return tuple(each for each in content_of(model) if isinstance(each, Phrase) and each.missing)
