"""What the trail is told of records."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from lantoa.people.models import User
from lantoa.records.record.models import Doubt, Record
from lantoa.trail.operations import note

A = TypeVar("A", Record, Doubt)


def note_one(
    record: Record, deed: str, *, before: str, after: str, by: User, at: datetime, reason: str
) -> None:
    """Write the line of one record that was corrected or withdrawn."""
    note(
        by=by,
        at=at,
        home=record.unit.home,
        deed=deed,
        about=[record.uuid, record.unit.uuid],
        before={"digest": before},
        after={"digest": after, "reason": reason},
    )


def by_home(rows: Iterable[A]) -> Iterator[tuple[UUID, list[A]]]:
    """Yield rows about units by the book in which their units stand, each book once."""
    homes: dict[UUID, list[A]] = {}
    for row in rows:
        homes.setdefault(row.unit.home, []).append(row)
    yield from homes.items()


def note_recorded(records: Sequence[Record], *, by: User, at: datetime, deed: str) -> None:
    """Write one line a home for a batch, with the identities and keys of all its records."""
    for home, batch in by_home(records):
        note(
            by=by,
            at=at,
            home=home,
            deed=deed,
            about=[record.uuid for record in batch],
            after={"keys": [record.key for record in batch]},
            rows=[*batch, *(row for each in batch for row in _tied(each))],
        )


def _tied(record: Record) -> Iterator[Model]:
    """Yield the rows that were written for partners and movements of a new record."""
    if record.ties is not None:
        yield from (record.ties, *record.ties.asked)


def note_confirmed(doubt: Doubt, deed: str, *, by: User, at: datetime, reason: str) -> None:
    """Write the line of something odd that is right."""
    note(
        by=by,
        at=at,
        home=doubt.unit.home,
        deed=deed,
        about=[doubt.record, doubt.unit.uuid],
        after={"asked": doubt.words, "reason": reason},
    )
