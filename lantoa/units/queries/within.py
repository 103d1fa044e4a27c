"""Asking for rows by many values or by other rows, so that either database finds them quickly."""

import json
from collections.abc import Collection
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

FEW = 200
M = TypeVar("M", bound=Model)


def among(rows: QuerySet[M], column: str, values: Collection[int] | Collection[str]) -> QuerySet[M]:
    """Return the rows whose column is one of some values, be they three or three hundred thousand.

    All values are whole numbers, or all are texts.
    """
    listed = list(values)
    if len(listed) <= FEW:
        return rows.filter(**{f"{column}__in": listed})
    if connection.vendor == "postgresql":
        sort = "text" if isinstance(listed[0], str) else "bigint"
        return rows.filter(**{f"{column}__in": RawSQL(f"SELECT unnest(%s::{sort}[])", [listed])})  # noqa: S611 - one of two words of our own
    values_of = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(listed)])
    return rows.filter(**{f"{column}__in": values_of})


def meets(column: str, value: str) -> str:
    """Return the words for "column = value" in a climb, that keep it on the index of the column.

    Once ANALYZE was run, SQLite answers an equation by a Bloom filter over the whole table, built
    anew for each question; a stretch from the value to itself it looks up. PostgreSQL, which knows
    less about stretches, does well with the equation.
    """
    if connection.vendor == "sqlite":
        return f"{column} BETWEEN {value} AND {value}"
    return f"{column} = {value}"


def one_of(column: str) -> str:
    """Return the condition that a column is one of some values; its one parameter is `listed`."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)"
    return f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 - our own words


def listed(values: Collection[int]) -> Any:
    """Return values as the one parameter of `one_of`."""
    return list(values) if connection.vendor == "postgresql" else json.dumps(list(values))
