"""Moments whose knowledge counts, as addresses and commands write them."""

import re
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone, is_naive, make_aware

from lantoa.figures.period import EARLIEST, LATEST, OUTSIDE
from lantoa.reading.typed import Mistyped, read_day

CLOCK = re.compile(r"(.*\S)\s+(\d{1,2})(?::|\s?[hHgG]\s?)(\d{2})?", re.ASCII)
"""A day, and a clock as people write it: 9:00, 09:00, 9h, 9h30, 9g30."""
NOT_A_MOMENT = "không phải là một lúc. Viết như 30/6/2026, 30/6/2026 14:00 hoặc 2026-06-30T14:00."


def read_moment(text: str) -> datetime:
    """Return the moment that a text names: that of a clock, or the first minute of a day.

    Raises ValidationError for what is no moment, and for years that nobody asks about.
    """
    try:
        moment = _moment(text.strip())
    except Mistyped as refusal:
        raise ValidationError(str(refusal)) from None
    except ValueError:
        raise ValidationError(f"“{text}” {NOT_A_MOMENT}") from None
    if not EARLIEST <= moment.date() <= LATEST:
        raise ValidationError(f"{text}: {OUTSIDE}")
    return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment


def _moment(text: str) -> datetime:
    if (found := CLOCK.fullmatch(text)) and not text.endswith(":"):
        day, hour, minute = found.groups()
        return datetime.combine(read_day(day), time(int(hour), int(minute or 0)))
    if ":" not in text:
        return datetime.combine(read_day(text), time())
    day, _, clock = text.partition("T") if "T" in text else text.rpartition(" ")
    try:
        return datetime.combine(read_day(day), time.fromisoformat(clock.strip()))
    except ValueError:
        return datetime.fromisoformat(text.replace(" ", "+"))  # addresses lose the plus of a zone


class Moment(forms.Field):
    """A moment whose knowledge counts: a day, or a day with the time; empty is now."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment, or None where the box is empty."""
        text = str(value or "").strip()
        return read_moment(text) if text else None
