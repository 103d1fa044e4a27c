"""What a phone asks for: the six digits of a card."""

import re
from typing import cast

from django import forms
from django.core.exceptions import ValidationError

SIX_DIGITS = re.compile(r"[0-9]{6}")


class DigitsForm(forms.Form):
    """The six digits that stand on a card; what cannot be six digits is not counted as a try."""

    code = forms.CharField(
        label="Sáu số trên thẻ",
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "autofocus": "",
                "maxlength": "9",
            }
        ),
        error_messages={"required": "Gõ sáu số in trên thẻ."},
    )

    def clean_code(self) -> str:
        """Take the digits with or without a space between them."""
        code = re.sub(r"[\s.-]", "", cast(str, self.cleaned_data["code"]))
        if not SIX_DIGITS.fullmatch(code):
            raise ValidationError("Thẻ có đúng sáu chữ số. Hãy gõ lại.")
        return code
