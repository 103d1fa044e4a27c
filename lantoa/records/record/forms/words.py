"""Short texts and choices, in the form in which they are kept."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.words import composed

IDENTITY_NUMBER = re.compile(r"(?<!\d)0\d{11}(?!\d)", re.ASCII)
"""Twelve digits beginning with 0: a citizen's identity number, which is never kept here."""


class Words(forms.CharField):
    """A text of one line, kept in NFC; it refuses what looks like an identity number."""

    def __init__(self, *, longest: int, missing: str = "", **more: Any) -> None:
        """Take the greatest length in letters and what to say where it is missing."""
        super().__init__(required=bool(missing), **more)
        self.longest = longest
        if missing:
            self.error_messages["required"] = missing

    def to_python(self, value: Any) -> str:
        """Return the text with single spaces."""
        return composed(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        """Refuse a text that is too long, or that holds an identity number."""
        super().validate(value)
        if len(value) > self.longest:
            raise ValidationError(
                f"Dài {len(value)} chữ cái, tối đa {self.longest}. Hãy viết gọn lại."
            )
        if IDENTITY_NUMBER.search(value):
            raise ValidationError(
                "Trong ô này có số giống số căn cước. Xin không ghi số giấy tờ của người dân."
            )


class Options(forms.ChoiceField):
    """A choice of a few, each to be seen at once."""

    widget = forms.RadioSelect

    def __init__(
        self,
        *,
        choices: Sequence[tuple[str, str]],
        missing: str = "",
        unknown: str = "",
        **more: Any,
    ) -> None:
        """Take the choices; `unknown` names the one that says nothing, where that is allowed."""
        offered = [("", unknown), *choices] if unknown else list(choices)
        super().__init__(choices=offered, required=bool(missing), **more)
        self.error_messages["invalid_choice"] = "Lựa chọn này không có. Hãy chọn lại."
        if missing:
            self.error_messages["required"] = missing
