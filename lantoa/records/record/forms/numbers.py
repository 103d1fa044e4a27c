"""Numbers and money as people type them: 1.234, 1 234, 6,06, 1 tỷ 795 triệu, 26 triệu."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.words import composed
from lantoa.figures.writing import write_dong, write_number
from lantoa.reading.amounts import read_amount
from lantoa.reading.numerals import read_digits
from lantoa.records.record.columns import LARGEST_AMOUNT, at_most

SMALLEST_AMOUNT = 1000
"""Below a thousand đồng, somebody meant thousands or millions."""

SPACED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])")
SIGNED = re.compile(r"[-−–]\s*[0-9]")
TYPED = re.compile(r"[0-9][0-9.,]*")
MONEY_WORDS = re.compile(
    r"(?:[0-9][0-9.,]*| |(?:tỷ|tỉ|triệu|tr|nghìn|ngàn|rưỡi|đồng|vnđ|vnd|đ|₫)(?!\w))+"
)


def read_exact(text: str) -> Decimal:
    """Return the number that digits write, decimals behind a comma.

    Raises ValidationError for what is negative or no number.
    """
    low = _lowered(text)
    number = read_digits(low) if TYPED.fullmatch(low) else None
    if number is None:
        raise ValidationError(f"“{text}” không phải là một số. Hãy ghi bằng chữ số, ví dụ 1.234.")
    return number


def read_whole(text: str) -> int:
    """Return a whole number; raises ValidationError for decimals too."""
    number = read_exact(text)
    if number != int(number):
        raise ValidationError(
            f"“{text}” không phải số nguyên. Nếu là hàng nghìn, hãy ghi dấu chấm: 1.234."
        )
    return int(number)


def read_dong(text: str) -> int:
    """Return an amount of đồng, in digits or with tỷ, triệu, nghìn behind them.

    Raises ValidationError for what is negative, unreadable, or too small to be money.
    """
    amount = _amount(_lowered(text))
    if amount is None or amount != int(amount):
        raise ValidationError(
            f"Không đọc được số tiền “{text}”. Hãy ghi 26.000.000, “26 triệu” "
            "hoặc “1 tỷ 795 triệu”."
        )
    if 0 < amount < SMALLEST_AMOUNT:
        raise ValidationError(
            f"Chỉ có {write_dong(int(amount))}? Nếu là {text} triệu, hãy ghi “{text} triệu”."
        )
    return int(amount)


def _lowered(text: str) -> str:
    """Return text ready to be read, with dots in place of spaces between thousands."""
    low = composed(text).casefold()
    if SIGNED.match(low):
        raise ValidationError("Số không được âm.", code="negative")
    return SPACED.sub(lambda found: found.group().replace(" ", "."), low)


def _amount(low: str) -> Decimal | None:
    typed = TYPED.match(low)
    if typed is None or not MONEY_WORDS.fullmatch(low):
        return None
    found = read_amount(low, typed.group(), typed.end())
    return found.value if found and found.end == len(low) else None


class Typed(forms.Field):
    """A field whose text is read by one function; what was typed stays in the box."""

    widget = forms.TextInput
    default_error_messages = {"required": "Hãy ghi số này."}
    inputmode = "numeric"

    def read(self, text: str) -> Any:
        """Return the value that a text writes, or raise ValidationError."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """Return the value, or None where the box is empty: unknown, not zero."""
        text = composed(str(value or ""))
        return self.read(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        """Write a number with dots; what was typed stays as it was."""
        return write_number(value) if isinstance(value, int) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for the keys that are needed."""
        return {"inputmode": self.inputmode, "autocomplete": "off"}


class WholeNumber(Typed):
    """A count: 1234, 1.234 or 1 234."""

    def read(self, text: str) -> int:
        """Return the count."""
        return read_whole(text)


class ExactNumber(Typed):
    """A number that may have decimals, or be money in words; its sort decides how many."""

    inputmode = "decimal"
    default_validators = [at_most(LARGEST_AMOUNT)]

    def read(self, text: str) -> Decimal:
        """Return the number."""
        low = _lowered(text)
        return read_exact(text) if TYPED.fullmatch(low) else Decimal(read_dong(text))


class DongAmount(Typed):
    """An amount of đồng: 26.000.000, 26 triệu, 1 tỷ 795 triệu, 1,8 tỷ."""

    inputmode = "text"

    def read(self, text: str) -> int:
        """Return the amount."""
        return read_dong(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Mark the box, so that a script can say the amount in words."""
        return {**super().widget_attrs(widget), "data-money": ""}
