"""A right answer to the form of any kind of record, and what is wrong in each sort of box.

Both are made from what the kinds declare: a kind that is added tomorrow is asked the same.
"""

from datetime import timedelta

from django import forms
from django.core.validators import MaxLengthValidator

from lantoa.formats.boxes import DayBox, DongAmount, ExactNumber, NumberBox
from lantoa.persons.forms import NameBox
from lantoa.records.record.forms import Options, PhraseBox
from lantoa.records.record.forms.boxes import AddressBox, ListBox
from lantoa.records.record.forms.ties import LinesBox
from lantoa.records.record.kinds import kinds
from tests.records.answers import TODAY, written

ASKED_FOR = [kind for kind in kinds() if kind.pages.form]
WORDS = {
    "an identity number": "Việc 079123456789",
    "a mark of secrecy": "Công văn (mật)",
    "nothing": "Việc\x00 thử",
    "a command": "Việc\x1b[0m thử",
}
LINES = {
    "an identity number": "Chùa Phước Hậu\nHội 079123456789",
    "a mark of secrecy": "Công văn (mật)",
    "nothing": "Hội\x00 thử",
    "too long": "a" * 201,
    "too many": "\n".join(f"Hội thứ {place}" for place in range(21)),
    "a person": "Ông Nguyễn Văn A",
    "a list of believers": "Danh sách tín đồ",
}
NUMBERS = {
    "negative": "-4",
    "letters": "nhiều lắm",
    "too large": "9" * 30,
    "a command": "4\x1b[0m",
}
DAYS = {
    "no day": "31/2/2026",
    "letters": "không rõ hôm nào",
    "nothing": "1/3/2026\x00",
}
OF_THE_RECORD = [
    {"last_day": written(TODAY + timedelta(1))},
    {"last_day": "31/12/1999"},
    {"first_day": "31/12/1999"},
]
"""Wrong for the days of the record itself; other days may lie ahead, or long ago."""
CHOICES = {"no such choice": "castle", "nothing": "\x00"}
LISTS = {"no such row": "999999", "letters": "castle", "nothing": "\x00"}
ADDRESSES = {
    "a script": "javascript:alert(1)",
    "a command": "https://a.vn/\x1b",
    "too long": "https://a.vn/" + "a" * 600,
}
WRONG = {
    DayBox: DAYS,
    ExactNumber: NUMBERS,
    DongAmount: NUMBERS,
    NumberBox: NUMBERS,
    Options: CHOICES,
    ListBox: LISTS,
    AddressBox: ADDRESSES,
    PhraseBox: WORDS,
    LinesBox: LINES,
    forms.ModelMultipleChoiceField: LISTS,
    forms.ModelChoiceField: LISTS,
    forms.ChoiceField: CHOICES,
}
"""The first that a box is an instance of."""
NEVER_WRONG = (forms.BooleanField, forms.FileField, NameBox)
"""A tick is there or not; what files and names are refused is told by tests of their own."""


def wrong_together(form):
    """Return answers that are wrong in the same way in as many boxes as can be, by what is wrong.

    Each box must refuse its own; what is asked of the record as a whole is never reached. A hidden
    one is wrong alone: it may decide which boxes there are.
    """
    told = {}
    for name, box in form.fields.items():
        for what, wrong in wrong_in(name, box).items():
            alone = f"{what} in {name}" if form[name].is_hidden else what
            told.setdefault(alone, {})[name] = wrong
    return told


def wrong_in(name, box):
    """Return what is refused in a box, by what is wrong with it."""
    if isinstance(box, NEVER_WRONG):
        return {}
    sorts = [wrong for sort, wrong in WRONG.items() if isinstance(box, sort)]
    assert sorts, f"no wrong answers are told for the box {name}, {type(box).__name__}"
    longest = [each.limit_value for each in box.validators if isinstance(each, MaxLengthValidator)]
    return sorts[0] | ({"too long": "a" * (min(longest) + 1)} if longest else {})


def right(kind, form, **more):
    """Return answers to a form that was shown: what it holds, and the least that is asked."""
    told = {}
    for name, box in form.fields.items():
        held = form[name].value()
        if held in (None, "", []) and name in NEEDED.get(kind.code, {}):
            held = NEEDED[kind.code][name]
        elif held in (None, "", []) and box.required:
            held = _least(box)
        if held not in (None, "", [], False):
            told[name] = _typed(held)
    return told | more


NEEDED = {"works": {"house": "unity"}, "ratings": {"whom": "cells"}}
"""What a kind asks for together, beyond what each of its boxes needs."""


def _typed(held):
    if isinstance(held, list):
        return [str(getattr(each, "pk", each)) for each in held]
    return str(held)


def _least(box):
    if isinstance(box, forms.ModelChoiceField):
        return box.queryset.first().pk
    if isinstance(box, forms.ChoiceField):
        return next(value for value, _ in box.choices if value)
    return "3" if isinstance(box, NumberBox) else "Việc thử"
