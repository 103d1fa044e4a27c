"""What the pages of the desk ask for; forms read, and never save."""

from lantoa.desk.forms.asking import asked_in
from lantoa.desk.forms.tasks import (
    ChoosingForm,
    HandingForm,
    ReminderForm,
    SaidForm,
    TaskForm,
    said_at_once,
)

__all__ = [
    "ChoosingForm",
    "HandingForm",
    "ReminderForm",
    "SaidForm",
    "TaskForm",
    "asked_in",
    "said_at_once",
]
