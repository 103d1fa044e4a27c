"""Days as people type them: the day first, whatever the machine believes."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.period import write_day
from lantoa.figures.words import composed

DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})", re.ASCII)
RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
NO_YEAR = re.compile(r"\d{1,2}\s?[/.\-]\s?\d{1,2}", re.ASCII)
EARLIEST_YEAR = 1930
"""The year in which the Party was founded: an earlier one is a slip of the finger."""


def read_day(text: str) -> date:
    """Return the day that a text writes: 3/10/2026, 3-10-26, 03102026 or 2026-10-03.

    Raises ValidationError for a day that is not in the calendar, and for what is no day.
    """
    day, month, year = _parts(composed(text))
    try:
        found = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        raise ValidationError(f"Không có ngày {text} trong lịch. Hãy xem lại.") from None
    if found.year < EARLIEST_YEAR:
        raise ValidationError(f"Năm {found.year} sớm quá. Hãy xem lại năm.")
    return found


def _parts(text: str) -> tuple[int, int, int]:
    """Return (day, month, year) as typed."""
    if found := DAY_FIRST.fullmatch(text) or RUN_TOGETHER.fullmatch(text):
        day, month, year = found.groups()
    elif found := YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif NO_YEAR.fullmatch(text):
        raise ValidationError(f"“{text}” còn thiếu năm. Hãy ghi đủ, ví dụ 3/10/2026.")
    else:
        raise ValidationError(f"Không đọc được ngày “{text}”. Hãy ghi ngày/tháng/năm: 3/10/2026.")
    return int(day), int(month), int(year)


class Day(forms.Field):
    """A day in a plain box: boxes of type date write the month first on English machines."""

    widget = forms.TextInput
    default_error_messages = {"required": "Hãy ghi ngày."}

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None where the box is empty."""
        text = str(value or "").strip()
        return read_day(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        """Write a day day first; what was typed stays as it was."""
        return write_day(value) if isinstance(value, date) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Mark the box, so that a script can say the day in words."""
        return {"data-day": "", "autocomplete": "off", "placeholder": "ngày/tháng/năm"}
