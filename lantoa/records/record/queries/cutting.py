"""Asking for records in few words, of all kinds at once: those that a period cuts, and others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Value

from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.sums import Scope, cut
from lantoa.units.queries.plain import ask, day


@dataclass(frozen=True)
class Cut:
    """A record in few words; such as lies only partly within a period is counted by no figure."""

    kind: str
    unit: int
    uuid: UUID
    title: str
    first_day: date
    last_day: date

    def __str__(self) -> str:
        """Return what the record is called."""
        return self.title


def cut_by(
    kinds: Sequence[KindConfig],
    stretch: Scope,
    as_known: datetime | None = None,
    movement: str = "",
) -> dict[str, tuple[Cut, ...]]:
    """Return, by kind, the records that a period cuts, earliest first; one SELECT for all kinds."""
    return told_by(kinds, cut(stretch, as_known, movement))


def told_by(
    kinds: Sequence[KindConfig], chosen: tuple[str, Sequence[Any]]
) -> dict[str, tuple[Cut, ...]]:
    """Return, by kind, the records that a condition chooses, earliest first; one SELECT."""
    found: dict[str, list[Cut]] = {kind.code: [] for kind in kinds}
    parts = [_rows(kind, *chosen) for kind in kinds]
    words = " UNION ALL ".join(sql for sql, _ in parts)
    rows = ask(words, [value for _, values in parts for value in values]) if parts else []
    for code, unit, uuid, title, first, last in rows:
        found[code].append(Cut(code, unit, UUID(str(uuid)), title, day(first), day(last)))
    return {
        code: tuple(sorted(each, key=lambda one: (one.first_day, one.title)))
        for code, each in found.items()
    }


def _rows(kind: KindConfig, condition: str, values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    statement, first = _statement(kind, condition, len(values), connection.vendor)
    return statement, [*first, *values]


@cache
def _statement(
    kind: KindConfig, condition: str, asked: int, vendor: str
) -> tuple[str, Sequence[Any]]:
    """Return the statement of chosen records of a kind, and its values before the condition.

    Kept, since putting it together costs more than the database takes to answer it.
    """
    rows = kind.counted.model._default_manager.annotate(
        kind_code=Value(kind.code), titled=kind.counted.titled
    ).order_by()
    chosen = rows.extra(where=[condition], params=[None] * asked)  # noqa: S610 - our own words
    listed = chosen.values_list("kind_code", "unit_id", "uuid", "titled", "first_day", "last_day")
    statement, values = listed.query.sql_with_params()
    return statement, values[: len(values) - asked]
