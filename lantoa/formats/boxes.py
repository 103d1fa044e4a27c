"""Boxes in which people type days, numbers and money; read as everywhere, shown as typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.period import write_day
from lantoa.figures.words import composed
from lantoa.figures.writing import write_number
from lantoa.reading.typed import Mistyped, read_day, read_dong, read_number, read_whole

LARGEST_COUNT = 999_999_999
LARGEST_AMOUNT = 10**15
"""A million tỷ: more than any budget, and safely summed by every database."""


class Typed(forms.Field):
    """A field whose text is read by one function; what was typed stays in the box."""

    widget = forms.TextInput

    def read(self, text: str) -> Any:
        """Return the value that a text writes, or raise Mistyped."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """Return the value, or None where the box is empty: unknown, not zero."""
        text = composed(str(value or ""))
        try:
            return self.read(text) if text else None
        except Mistyped as refusal:
            raise ValidationError(str(refusal)) from None


class DayBox(Typed):
    """A day in a plain box: boxes of type date write the month first on English machines."""

    default_error_messages = {"required": "Hãy ghi ngày."}

    def read(self, text: str) -> date:
        """Return the day."""
        return read_day(text)

    def prepare_value(self, value: Any) -> Any:
        """Write a day day first."""
        return write_day(value) if isinstance(value, date) else value

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Write a day that can be read as every page does; what cannot stays as it was typed."""
        try:
            return write_day(read_day(str(data)))
        except Mistyped:
            return data

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Mark the box, so that a script can say the day in words."""
        return {"data-day": "", "autocomplete": "off", "placeholder": "ngày/tháng/năm"}


class NumberBox(Typed):
    """A number up to a largest, written with dots for thousands."""

    default_error_messages = {"required": "Hãy ghi số này."}
    largest = LARGEST_COUNT
    inputmode = "numeric"

    def to_python(self, value: Any) -> Any:
        """Return the number; what is beyond the largest is a slip of the finger."""
        number = super().to_python(value)
        if number is not None and number > self.largest:
            raise ValidationError(f"Số này lớn quá {write_number(self.largest)}. Hãy xem lại.")
        return number

    def prepare_value(self, value: Any) -> Any:
        """Write a number with dots; what was typed stays as it was."""
        return write_number(value) if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for the keys that are needed."""
        return {"inputmode": self.inputmode, "autocomplete": "off"}


class WholeNumber(NumberBox):
    """A count: 1234, 1.234 or 1 234."""

    def read(self, text: str) -> int:
        """Return the count."""
        return read_whole(text)


class ExactNumber(NumberBox):
    """A number that may have decimals, or be money in words; its sort decides how many."""

    largest = LARGEST_AMOUNT
    inputmode = "decimal"

    def read(self, text: str) -> Decimal:
        """Return the number."""
        return read_number(text)


class DongAmount(NumberBox):
    """An amount of đồng: 26.000.000, 26 triệu, 1 tỷ 795 triệu, 1,8 tỷ."""

    largest = LARGEST_AMOUNT
    inputmode = "text"

    def read(self, text: str) -> int:
        """Return the amount."""
        return read_dong(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Mark the box, so that a script can say the amount in words."""
        return {**super().widget_attrs(widget), "data-money": ""}
