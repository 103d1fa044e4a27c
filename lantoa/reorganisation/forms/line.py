"""A text of one line, in the form in which texts are kept."""

from typing import Any

from django import forms

from lantoa.figures.words import composed


class LineBox(forms.CharField):
    """A text in NFC with single spaces, so that one decision or code is not written in two ways."""

    def to_python(self, value: Any) -> str:
        """Return the text as it is kept."""
        return composed(super().to_python(value) or "")
