"""Tables of what is asked: documents, themes, drives, targets, tasks, and who owes what; dated."""

from lantoa.guidance.models.documents import DocumentFile, FrameworkDocument, cite
from lantoa.guidance.models.drives import Drive
from lantoa.guidance.models.obligations import Obligation, Rhythm
from lantoa.guidance.models.rows import GuidanceRow
from lantoa.guidance.models.targets import Target
from lantoa.guidance.models.tasks import Assignment, Reminder, Task, TaskAnswer
from lantoa.guidance.models.themes import Theme

__all__ = [
    "Assignment",
    "DocumentFile",
    "Drive",
    "FrameworkDocument",
    "GuidanceRow",
    "Obligation",
    "Reminder",
    "Rhythm",
    "Target",
    "Task",
    "TaskAnswer",
    "Theme",
    "cite",
]
