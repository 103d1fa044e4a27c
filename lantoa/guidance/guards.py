"""What the database refuses of what is asked: deleted rows, and rows changed in place."""

from lantoa.guidance.models import (
    Assignment,
    DocumentFile,
    Drive,
    FrameworkDocument,
    GuidanceRow,
    Reminder,
    Target,
    Task,
    TaskAnswer,
    Theme,
)
from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

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
CLOSING = {"id", "superseded_at", "reason"}
"""What closing a row writes, and its number."""
ROWS: tuple[type[GuidanceRow], ...] = (
    FrameworkDocument,
    Theme,
    Drive,
    Target,
    Task,
    Assignment,
    TaskAnswer,
    Reminder,
)


def guards_of_rows(model: type[GuidanceRow]) -> list[Guard]:
    """Return the guards of one table: what closing does not write is written once."""
    table, columns = model._meta.db_table, model._meta.concrete_fields
    content = [str(each.column) for each in columns if each.name not in CLOSING]
    return [never_deleted(table), closed_for_good(table), unchanged(table, content)]


FILES = DocumentFile._meta.db_table
FILE_GUARDS = [
    never_deleted(FILES),
    unchanged(
        FILES,
        [
            str(each.column)
            for each in DocumentFile._meta.concrete_fields
            if each.name not in {"id", "removed_at"}
        ],
    ),
]
REMINDED = Reminder.units.through._meta.db_table
REMINDED_GUARDS = [never_deleted(REMINDED), unchanged(REMINDED, ["reminder_id", "unit_id"])]
OBLIGATION_GUARDS = [never_deleted(TABLE), closed_for_good(TABLE), unchanged(TABLE, WRITTEN_ONCE)]
ROW_GUARDS = [
    *(guard for model in ROWS for guard in guards_of_rows(model)),
    *FILE_GUARDS,
    *REMINDED_GUARDS,
]
GUARDS = [*OBLIGATION_GUARDS, *ROW_GUARDS]
