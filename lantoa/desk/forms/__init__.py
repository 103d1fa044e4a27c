"""What the desk's pages ask."""

from lantoa.desk.forms.asking import asked_in
from lantoa.desk.forms.matters import (
    AnswerForm,
    CloseMatterForm,
    HandOnForm,
    RaiseForm,
    RewordForm,
    WhyForm,
    put_beside,
)

__all__ = [
    "AnswerForm",
    "CloseMatterForm",
    "HandOnForm",
    "RaiseForm",
    "RewordForm",
    "WhyForm",
    "asked_in",
    "put_beside",
]
