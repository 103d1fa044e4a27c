"""What the database refuses of every kind of record: deleting, and changing in place."""

from collections.abc import Sequence

from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

SHARED = (
    "uuid",
    "key",
    "digest",
    "unit_id",
    "first_day",
    "last_day",
    "recorded_by_id",
    "recorded_at",
    "source",
    "source_url",
    "note",
)


def guards_of(table: str, content: Sequence[str]) -> list[Guard]:
    """Return the guards of one table of records; `content` are the columns of its own."""
    return [
        never_deleted(table),
        closed_for_good(table),
        unchanged(table, [*SHARED, *content]),
    ]
