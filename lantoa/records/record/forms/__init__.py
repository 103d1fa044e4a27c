"""How the pages of records ask: numbers, money, days and words, written the Vietnamese way."""

from lantoa.records.record.forms.asking import (
    Reasoned,
    RecordForm,
    Sending,
    complaints,
    form_of,
    put,
)
from lantoa.records.record.forms.days import Day
from lantoa.records.record.forms.nothing import NothingForm
from lantoa.records.record.forms.numbers import DongAmount, ExactNumber, WholeNumber
from lantoa.records.record.forms.words import Options, Words

__all__ = [
    "Day",
    "DongAmount",
    "ExactNumber",
    "NothingForm",
    "Options",
    "Reasoned",
    "RecordForm",
    "Sending",
    "WholeNumber",
    "Words",
    "complaints",
    "form_of",
    "put",
]
