"""What forms ask of figures."""

from datetime import datetime
from typing import Any

from django import forms

from lantoa.tally.moments import read_moment


class Moment(forms.Field):
    """A moment whose knowledge counts: a day, or a day with the time."""

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment, or None where none is named."""
        return read_moment(str(value)) if value else None
