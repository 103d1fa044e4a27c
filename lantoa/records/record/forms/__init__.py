"""How the pages of records ask: numbers, money, days and words, written the Vietnamese way."""

from lantoa.records.record.forms.asking import Reasoned, RecordForm, Sending, complaints, put
from lantoa.records.record.forms.days import Day, read_day
from lantoa.records.record.forms.nothing import NothingForm
from lantoa.records.record.forms.numbers import (
    DongAmount,
    ExactNumber,
    WholeNumber,
    read_dong,
    read_exact,
    read_whole,
)
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
    "put",
    "read_day",
    "read_dong",
    "read_exact",
    "read_whole",
]
