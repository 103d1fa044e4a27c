"""How the pages of records ask: numbers, money, days and words, written the Vietnamese way."""

from lantoa.records.record.forms.asking import (
    Reasoned,
    RecordForm,
    Sending,
    complaints,
    form_of,
    put_problems,
)
from lantoa.records.record.forms.boxes import ListBox
from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.guided import GuidedForm
from lantoa.records.record.forms.nothing import NothingForm
from lantoa.records.record.forms.numbers import DongAmount, ExactNumber, WholeNumber
from lantoa.records.record.forms.steps import DatedStepForm
from lantoa.records.record.forms.words import Options, PhraseBox

__all__ = [
    "DatedStepForm",
    "DayBox",
    "DongAmount",
    "ExactNumber",
    "GuidedForm",
    "ListBox",
    "NothingForm",
    "Options",
    "PhraseBox",
    "Reasoned",
    "RecordForm",
    "Sending",
    "WholeNumber",
    "complaints",
    "form_of",
    "put_problems",
]
