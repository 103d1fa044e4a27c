"""Which documents and themes hold, who owes what, and which tasks were handed to whom."""

from lantoa.guidance.queries.documents import (
    current,
    last_versions,
    leading_documents,
    teachable_documents,
    teachable_themes,
    way_to,
)
from lantoa.guidance.queries.duties import (
    Duty,
    ObligationRow,
    duties,
    obligation,
    obligations_of,
    owing_kinds,
)
from lantoa.guidance.queries.rows import file_of, files_of, row_of, rows_seen, versions_of
from lantoa.guidance.queries.tasks import (
    HandedTask,
    assignment_of,
    handed_to,
    shares_of,
    task_of,
    tasks_set_by,
)

__all__ = [
    "Duty",
    "HandedTask",
    "ObligationRow",
    "assignment_of",
    "current",
    "duties",
    "file_of",
    "files_of",
    "handed_to",
    "last_versions",
    "leading_documents",
    "obligation",
    "obligations_of",
    "owing_kinds",
    "row_of",
    "rows_seen",
    "shares_of",
    "task_of",
    "tasks_set_by",
    "teachable_documents",
    "teachable_themes",
    "versions_of",
    "way_to",
]
