"""The one statement that counts a kind of record, written once and asked again and again.

The sums of a kind are compiled by Django's own expressions and kept: putting twenty of them
together anew costs more than the database takes to answer for a commune.
"""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.record.models import Record

Sums = tuple[str, tuple[Any, ...]]


def ask(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def among_units(units: Collection[int]) -> tuple[str, Any]:
    """Return the condition that a record is of some units, and its one value."""
    if connection.vendor == "postgresql":
        return "unit_id = ANY(%s)", list(units)
    return "unit_id IN (SELECT value FROM json_each(%s))", json.dumps(list(units))


def believed(as_known: datetime | None) -> tuple[str, list[Any]]:
    """Return the condition that a row was believed at a moment; by default now."""
    if as_known is None:
        return "superseded_at IS NULL", []
    moment = connection.ops.adapt_datetimefield_value(as_known)
    words = "recorded_at <= %s AND (superseded_at IS NULL OR superseded_at > %s)"
    return words, [moment, moment]


def sums_of(model: type[Record], measures: Mapping[Measure, Any]) -> Sums:
    """Return the sums of all measures of a kind as SQL with its values, on this database."""
    return _compiled(model, tuple(measures.values()), connection.vendor)


@cache
def _compiled(model: type[Record], expressions: tuple[Any, ...], vendor: str) -> Sums:
    query = model._default_manager.all().query
    compiler = query.get_compiler(connection=connection)
    parts, values = [], []
    for expression in expressions:
        sql, params = compiler.compile(expression.resolve_expression(query))
        parts.append(f"CAST({sql} AS bigint)")  # PostgreSQL sums whole numbers to decimals
        values += params
    return ", ".join(parts), tuple(values)


def counted_by_unit(
    model: type[Record],
    measures: Mapping[Measure, Any],
    *,
    units: Collection[int],
    period: Period,
    as_known: datetime | None,
) -> list[tuple[Any, ...]]:
    """Return (unit, every sum in order, number of records) for each unit with a record."""
    columns, values = sums_of(model, measures)
    where, chosen = _within(units, period, as_known)
    statement = (
        f"SELECT unit_id, {columns}, COUNT(*) FROM {model._meta.db_table} "  # noqa: S608 - our own
        f"WHERE {where} GROUP BY unit_id"
    )
    return ask(statement, [*values, *chosen])


def counted_together(
    model: type[Record],
    measures: Mapping[Measure, Any],
    *,
    units: Collection[int],
    period: Period,
) -> tuple[Any, ...]:
    """Return (every sum in order, number of records) of all units at once, as known now."""
    columns, values = sums_of(model, measures)
    where, chosen = _within(units, period, None)
    statement = (
        f"SELECT {columns}, COUNT(*) FROM {model._meta.db_table} "  # noqa: S608 - our own
        f"WHERE {where}"
    )
    return ask(statement, [*values, *chosen])[0]


def _within(
    units: Collection[int], period: Period, as_known: datetime | None
) -> tuple[str, list[Any]]:
    """Return the condition that a record is of some units and wholly in a period."""
    condition, moments = believed(as_known)
    chosen, listed = among_units(units)
    where = f"{condition} AND first_day >= %s AND last_day <= %s AND {chosen}"
    return where, [*moments, period.first, period.last, listed]


def cut_by(
    model: type[Record],
    *,
    units: Collection[int],
    period: Period,
    as_known: datetime | None,
) -> list[int]:
    """Return the ids of records that lie only partly within a period."""
    condition, moments = believed(as_known)
    chosen, listed = among_units(units)
    statement = (
        f"SELECT id FROM {model._meta.db_table} WHERE {condition} "  # noqa: S608 - our own
        "AND last_day > first_day AND first_day <= %s AND last_day >= %s "
        "AND (first_day < %s OR last_day > %s) "
        f"AND +{chosen}"  # the plus keeps to the index of records over a stretch, which is short
    )
    first, last = period.first, period.last
    return [row[0] for row in ask(statement, [*moments, last, first, first, last, listed])]
