"""Asking in statements of our own, where Django would put the same one together for every page."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection


def ask(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())


def believed(as_known: datetime | None) -> tuple[str, list[Any]]:
    """Return the condition that a row was believed at a moment; by default now."""
    if as_known is None:
        return "superseded_at IS NULL", []
    moment = connection.ops.adapt_datetimefield_value(as_known)
    words = "recorded_at <= %s AND (superseded_at IS NULL OR superseded_at > %s)"
    return words, [moment, moment]


def day(value: Any) -> date:
    """Return a day that a statement of our own gave, as text on SQLite."""
    return date.fromisoformat(value) if isinstance(value, str) else value
