"""What the pages of reorganisation ask for; forms read, and never save."""

from lantoa.reorganisation.forms.asking import BecameForm, CompareForm
from lantoa.reorganisation.forms.deciding import ApproveForm, ReverseForm
from lantoa.reorganisation.forms.heading import HeadingForm
from lantoa.reorganisation.forms.sheet import ResendForm, SheetForm
from lantoa.reorganisation.forms.step import StepForm

__all__ = [
    "ApproveForm",
    "BecameForm",
    "CompareForm",
    "HeadingForm",
    "ResendForm",
    "ReverseForm",
    "SheetForm",
    "StepForm",
]
