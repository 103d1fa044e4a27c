"""Which rows the transaction at hand wrote: what a line of the trail has to seal.

Kept beside the connection, in memory: what somebody else writes into the database is never taken
for ours. A transaction that is rolled back takes its list with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from lantoa.seals.rows import sealed_table, stored_seals

Before = dict[int, bytes | None]
"""By key of a row: its seal before it was written; None where it was not there."""


@dataclass
class WrittenRows:
    """The rows written in one transaction that no line has sealed yet."""

    block: Any
    rows: dict[type[models.Model], Before] = field(default_factory=dict)


@dataclass(frozen=True)
class SealChange:
    """What became of one row: its seals before and after; None where it was or is not there."""

    key: int
    before: bytes | None
    after: bytes | None


def _touched() -> WrittenRows:
    """Return the list of the transaction at hand; another transaction begins another list."""
    held: WrittenRows | None = getattr(connection, "lantoa_touched", None)
    blocks = connection.atomic_blocks
    block = blocks[0] if blocks else None
    if held is None or held.block is not block:
        held = WrittenRows(block)
        connection.lantoa_touched = held  # type: ignore[attr-defined]
    return held


def seals_before(model: type[models.Model], keys: Iterable[int]) -> Before:
    """Return the seals of rows that are about to be written, where they are there."""
    wanted = set(keys)
    found = dict(stored_seals(sealed_table(model), wanted)) if wanted else {}
    return {key: found.get(key) for key in wanted}


def touch(model: type[models.Model], before: Mapping[int, bytes | None]) -> None:
    """Take note that rows were written; what they were at first counts."""
    rows = _touched().rows.setdefault(model, {})
    for key, seal in before.items():
        rows.setdefault(key, seal)


def take_changes(of: Iterable[models.Model] | None = None) -> list[tuple[str, list[SealChange]]]:
    """Return, by name of the table, what became of rows that no line has sealed yet.

    Of all of them, or of some; each is told once. What is as it was is left out.
    """
    return list(_changes(_taken(of)))


def unsealed() -> list[tuple[str, list[SealChange]]]:
    """Return what became of rows that no line has sealed yet, without taking it."""
    return list(_changes(_touched().rows))


def _changes(rows: Mapping[type[models.Model], Before]) -> Iterator[tuple[str, list[SealChange]]]:
    for model, before in sorted(rows.items(), key=lambda each: each[0]._meta.label_lower):
        after = dict(stored_seals(sealed_table(model), before))
        changes = [SealChange(key, was, after.get(key)) for key, was in sorted(before.items())]
        if told := [each for each in changes if each.before != each.after]:
            yield model._meta.label_lower, told


def _taken(of: Iterable[models.Model] | None) -> dict[type[models.Model], Before]:
    held = _touched()
    if of is None:
        taken, held.rows = held.rows, {}
        return taken
    taken = {}
    for row in of:
        before = held.rows.get(type(row), {})
        if row.pk in before:
            taken.setdefault(type(row), {})[row.pk] = before.pop(row.pk)
    return taken
