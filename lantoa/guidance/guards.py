"""What the database refuses of who owes what: deleted rows, and rows changed in place."""

from lantoa.trail.guards import closed_for_good, never_deleted, unchanged

TABLE = "guidance_obligation"
WRITTEN_ONCE = (
    "uuid",
    "unit_kind",
    "record_kind",
    "rhythm",
    "due_day",
    "since",
    "source",
    "recorded_by_id",
    "recorded_at",
)

GUARDS = [never_deleted(TABLE), closed_for_good(TABLE), unchanged(TABLE, WRITTEN_ONCE)]
