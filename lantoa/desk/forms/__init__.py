"""What the pages of the desk ask for; forms read, and never save."""

from lantoa.desk.forms.asking import asked_in
from lantoa.desk.forms.funds import FundForm, MoveForm, ProposeForm, ReversalForm, RuleForm
from lantoa.desk.forms.matters import (
    AnswerForm,
    CloseMatterForm,
    HandOnForm,
    RaiseForm,
    RewordForm,
    WhyForm,
)
from lantoa.desk.forms.tasks import (
    ChoosingForm,
    HandingForm,
    ReminderForm,
    SaidForm,
    TaskForm,
    said_at_once,
)

__all__ = [
    "AnswerForm",
    "ChoosingForm",
    "CloseMatterForm",
    "FundForm",
    "HandOnForm",
    "HandingForm",
    "MoveForm",
    "ProposeForm",
    "RaiseForm",
    "ReminderForm",
    "ReversalForm",
    "RewordForm",
    "RuleForm",
    "SaidForm",
    "TaskForm",
    "WhyForm",
    "asked_in",
    "said_at_once",
]
