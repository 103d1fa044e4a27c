"""Short texts and choices, in the form in which they are kept."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from lantoa.figures.words import composed
from lantoa.formats.lines import not_secret, readable
from lantoa.formats.texts import no_identity_number
from lantoa.records.record.columns import NO_SUCH_CHOICE, TOO_LONG


class PhraseBox(forms.CharField):
    """A text of one line, kept in NFC; it refuses what looks like an identity number."""

    default_validators = [no_identity_number, readable, not_secret]

    def __init__(self, *, longest: int, missing: str = "", **more: Any) -> None:
        """Take the greatest length in letters and what to say where it is missing."""
        super().__init__(required=bool(missing), **more)
        self.longest = longest
        self.validators.append(MaxLengthValidator(longest))
        self.error_messages["max_length"] = TOO_LONG
        if missing:
            self.error_messages["required"] = missing

    def to_python(self, value: Any) -> str:
        """Return the text with single spaces."""
        return composed(super().to_python(value) or "")


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
        self.error_messages["invalid_choice"] = NO_SUCH_CHOICE
        if missing:
            self.error_messages["required"] = missing
