"""What the trail is told of records."""

from collections.abc import Sequence
from datetime import datetime

from lantoa.people.models import User
from lantoa.records.record.models import Doubt, Record
from lantoa.trail.operations import note


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


def note_recorded(records: Sequence[Record], *, by: User, at: datetime, deed: str) -> None:
    """Write one line a home for a batch, with the identities and keys of all its records."""
    homes: dict[object, list[Record]] = {}
    for record in records:
        homes.setdefault(record.unit.home, []).append(record)
    for batch in homes.values():
        note(
            by=by,
            at=at,
            home=batch[0].unit.home,
            deed=deed,
            about=[record.uuid for record in batch],
            after={"keys": [record.key for record in batch]},
            rows=batch,
        )


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
