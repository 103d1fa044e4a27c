"""Taking in what exists: rows that were written before their table was sealed get a line."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Field, ForeignKey, Model, QuerySet

from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.seals.queries import sealed_tables
from lantoa.seals.rows import SealedTable
from lantoa.seals.touched import touch
from lantoa.trail.models import Entry, Home
from lantoa.trail.operations import TAKE_IN, note

AT_ONCE = 10_000
"""How many rows one line seals at most."""


@transaction.atomic
def take_in(*, at: datetime) -> int:
    """Seal the rows of tables that no line speaks of yet; return how many rows that were.

    The last line names the tables that are sealed from now on: what appears in them later without a
    line is a fault, and is never taken in. Where there is no book yet, there is nothing to take in.
    """
    first = Home.objects.order_by("pk").first()
    fresh = {name: table for name, table in sealed_tables().items() if name not in _known()}
    if first is None or not fresh:
        return 0
    rows = sum(_take_in(table, first.uuid, at=at) for table in fresh.values())
    note(by=None, at=at, home=first.uuid, deed=TAKE_IN, about=[], after={"tables": sorted(fresh)})
    return rows


def _known() -> set[str]:
    """Return the tables that a line has named as sealed, or of which one has sealed a row."""
    known: set[str] = set()
    for sealed in Entry.objects.exclude(sealed="").values_list("sealed", flat=True).iterator():
        known |= {line.split(" ", 1)[0] for line in sealed.split("\n")[1:]}
    for told in Entry.objects.filter(deed=TAKE_IN).values_list("after", flat=True):
        known |= _named(told)
    return known


def _named(told: str) -> set[str]:
    return set(json.loads(told).get("tables", ())) if told else set()


def _take_in(table: SealedTable, first: UUID, *, at: datetime) -> int:
    count = 0
    for home, keys in _by_home(table, first):
        touch(table.model, dict.fromkeys(keys))
        note(by=None, at=at, home=home, deed=TAKE_IN, about=[], after={"rows": len(keys)})
        count += len(keys)
    return count


def _by_home(table: SealedTable, first: UUID) -> Iterator[tuple[UUID, list[int]]]:
    """Yield the keys of all rows of a table, so many at once, each in the book of its home."""
    rows: QuerySet[Model] = table.model._default_manager.order_by("pk")
    path = _path_home(table.model)
    held: dict[UUID, list[int]] = defaultdict(list)
    for key, home in rows.values_list("pk", path or "pk").iterator(chunk_size=AT_ONCE):
        book = home if path and home else first
        held[book].append(key)
        if len(held[book]) == AT_ONCE:
            yield book, held.pop(book)
    yield from held.items()


def _path_home(model: type[Model]) -> str:
    """Return the way of columns from a row to the book of its home; empty where there is none."""
    columns: list[Field[Any, Any]] = list(model._meta.concrete_fields)
    if any(each.name == "home" for each in columns):
        return "home"
    ways = (
        f"{each.name}__{path}"
        for each in columns
        if (above := _above(each)) and above is not model and (path := _path_home(above))
    )
    return next(ways, "")


def _above(column: "Field[Any, Any]") -> type[Model] | None:
    """Return the sealed table to which a column refers, accounts apart: they have no home."""
    above = column.related_model
    is_sealed = isinstance(above, type) and issubclass(above, Sealed) and above is not User
    return above if isinstance(column, ForeignKey) and is_sealed else None
