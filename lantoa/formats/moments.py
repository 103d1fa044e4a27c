"""Moments whose knowledge counts, as addresses and commands write them."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone, is_naive, make_aware

from lantoa.reading.typed import read_day


def read_moment(text: str) -> datetime:
    """Return the moment that a text names: that of a clock, or the beginning of a day.

    Raises ValidationError for what is no moment.
    """
    try:
        moment = _moment(text.strip())
    except ValueError:
        raise ValidationError(
            f"“{text}” không phải là một lúc. Viết như 1/7/2025 hoặc 2025-07-01T09:00."
        ) from None
    return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment


def _moment(text: str) -> datetime:
    if ":" not in text:
        return datetime.combine(read_day(text), time())
    return datetime.fromisoformat(text.replace(" ", "+"))  # addresses lose the plus of a zone


class Moment(forms.Field):
    """A moment whose knowledge counts: a day, or a day with the time; empty is now."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment, or None where the box is empty."""
        text = str(value or "").strip()
        return read_moment(text) if text else None
