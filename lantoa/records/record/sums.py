"""The one statement that counts a kind of record: unit by unit, together, and by days.

The sums of a kind are compiled by Django's own expressions and kept: putting twenty of them
together anew costs more than the database takes to answer for a commune.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.record.models import USUAL, Record
from lantoa.units.queries.plain import ask, believed, day
from lantoa.units.queries.within import listed, one_of

Compiled = tuple[str, tuple[Any, ...]]
Figures = Sequence[int | None]
Own = Mapping[int, Figures]
"""The figures of each unit that recorded anything, in the order of the measures."""


@dataclass(frozen=True)
class Scope:
    """Some units over a period."""

    units: Collection[int]
    period: Period


@dataclass(frozen=True)
class Wanted:
    """What is wanted of one kind of record, all of it answered by one statement.

    `stretches` are counted unit by unit; `together` adds all its units at once; `by_days` tells by
    which days the records speak of. Known when: `as_known`, by default now. Of which movement:
    `movement`, by default all.
    """

    stretches: Sequence[Scope]
    together: Scope | None = None
    by_days: Scope | None = None
    as_known: datetime | None = None
    movement: str = ""


@dataclass(frozen=True)
class OnDays:
    """What records of the same first and last day come to, and how many they are."""

    first: date
    last: date
    records: int
    figures: Figures


@dataclass(frozen=True)
class Found:
    """The answer to what was wanted: one mapping a stretch, the sums together, and by days.

    `stated` keeps the rows themselves of a kind that also says who stated them; None of others.
    """

    own: Sequence[Own]
    together: Figures
    by_days: Sequence[OnDays] = ()
    stated: Sequence[Any] | None = None


def among_units(units: Collection[int]) -> tuple[str, Any]:
    """Return the condition that a record is of some units, and its one value."""
    return one_of("unit_id"), listed(units)


def sums_of(model: type[Record], measures: Mapping[Measure, Any]) -> Compiled:
    """Return the sums of all measures of a kind as SQL with its values, on this database."""
    return _compiled(model, tuple(measures.values()), connection.vendor)


@lru_cache(maxsize=128)
def _compiled(model: type[Record], expressions: tuple[Any, ...], vendor: str) -> Compiled:
    query = model._default_manager.all().query
    compiler = query.get_compiler(connection=connection)
    parts, values = [], []
    for expression in expressions:
        sql, params = compiler.compile(expression.resolve_expression(query))
        parts.append(f"CAST({sql} AS bigint)")  # PostgreSQL sums whole numbers to decimals
        values += params
    return ", ".join(parts), tuple(values)


TOGETHER, BY_DAYS = -1, -2
"""The parts of a statement that are no stretch; a stretch is numbered by its place."""
HEADS = {
    TOGETHER: ("CAST(NULL AS bigint), CAST(NULL AS date), CAST(NULL AS date)", ""),
    BY_DAYS: ("CAST(NULL AS bigint), first_day, last_day", "GROUP BY first_day, last_day"),
}
BY_UNIT = ("unit_id, CAST(NULL AS date), CAST(NULL AS date)", "GROUP BY unit_id")


def counted(model: type[Record], measures: Mapping[Measure, Any], wanted: Wanted) -> Found:
    """Return what is wanted of a kind of record, in one statement; unknown stays unknown."""
    compiled = sums_of(model, measures)
    parts = [_part(model, compiled, *each, wanted) for each in _parts(wanted)]
    rows = ask(" UNION ALL ".join(sql for sql, _ in parts), [v for _, vs in parts for v in vs])
    own: list[dict[int, Figures]] = [{} for _ in wanted.stretches]
    together: Figures = [None] * len(measures)
    by_days: list[OnDays] = []
    for part, unit, first, last, records, *figures in rows:
        if part == TOGETHER and records:
            together = figures
        elif part == BY_DAYS:
            by_days.append(OnDays(day(first), day(last), records, figures))
        elif part >= 0:
            own[part][unit] = figures
    return Found(own, together, sorted(by_days, key=lambda each: (each.first, each.last)))


def _parts(wanted: Wanted) -> Iterator[tuple[int, Scope]]:
    yield from enumerate(wanted.stretches)
    for part, stretch in ((TOGETHER, wanted.together), (BY_DAYS, wanted.by_days)):
        if stretch is not None:
            yield part, stretch


def _part(
    model: type[Record], sums: Compiled, part: int, stretch: Scope, wanted: Wanted
) -> tuple[str, list[Any]]:
    """Return the statement of one part with its values."""
    columns, values = sums
    head, grouped = HEADS.get(part, BY_UNIT)
    where, chosen = within(stretch, wanted.as_known, wanted.movement)
    statement = (
        f"SELECT {part}, {head}, COUNT(*), {columns} FROM {model._meta.db_table} "  # noqa: S608 - our own
        f"WHERE {where} {grouped}"
    )
    return statement, [*values, *chosen]


def within(stretch: Scope, as_known: datetime | None, movement: str = "") -> tuple[str, list[Any]]:
    """Return the condition that a record is of some units and lies wholly in a period."""
    condition, moments = believed(as_known)
    chosen, units = among_units(stretch.units)
    of, codes = belonging(movement)
    where = f"{condition} AND first_day >= %s AND last_day <= %s AND {chosen}{of}"
    return where, [*moments, stretch.period.first, stretch.period.last, units, *codes]


NAMED = (
    "SELECT t.ties_id FROM record_tie t "
    "JOIN record_popularmovement m ON m.id = t.movement_id WHERE m.code = %s"
)


def belonging(movement: str) -> tuple[str, list[str]]:
    """Return the further condition that a record belongs to a movement; nothing asks for all.

    A record that names no movement belongs to the usual one.
    """
    if not movement:
        return "", []
    named = f"ties_id IN ({NAMED})"
    if movement == USUAL:
        none = "ties_id NOT IN (SELECT ties_id FROM record_tie WHERE movement_id IS NOT NULL)"
        named = f"(ties_id IS NULL OR {none} OR {named})"
    return f" AND {named}", [movement]


def cut(stretch: Scope, as_known: datetime | None, movement: str = "") -> tuple[str, list[Any]]:
    """Return the condition that a record of some units lies only partly within a period."""
    of, codes = belonging(movement)
    condition, moments = believed(as_known)
    chosen, units = among_units(stretch.units)
    first, last = stretch.period.first, stretch.period.last
    where = (
        f"{condition} AND last_day > first_day AND first_day <= %s AND last_day >= %s "
        f"AND (first_day < %s OR last_day > %s) AND +{chosen}{of}"
    )  # the plus keeps to the index of records over a stretch, which is short
    return where, [*moments, last, first, first, last, units, *codes]
