"""What a phone asks for: the six digits of a card, and how the phone is called."""

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineBox
from lantoa.people.models import Machine

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

    called = LineBox(
        label="Tên máy này",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Để đảng ủy nhận ra máy khi có máy mất. Ví dụ: Máy của bí thư.",
    )
    instead = forms.ChoiceField(label="Máy nào thoát?", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, crowded: Sequence[Machine] = (), **more: Any) -> None:
        """Take the phones of which one must leave before this one may enter."""
        super().__init__(*args, **more)
        if crowded:
            choices = [(str(each.uuid), _named(each)) for each in crowded]
            cast(forms.ChoiceField, self.fields["instead"]).choices = choices
        else:
            del self.fields["instead"]

    def clean_code(self) -> str:
        """Take the digits with or without a space between them."""
        code = re.sub(r"[\s.-]", "", cast(str, self.cleaned_data["code"]))
        if not SIX_DIGITS.fullmatch(code):
            raise ValidationError("Thẻ có đúng sáu chữ số. Hãy gõ lại.")
        return code


def _named(machine: Machine) -> str:
    name = str(machine)
    used = write_day(machine.last_on)
    return f"{name[:1].upper()}{name[1:]}, dùng lần cuối ngày {used}"
