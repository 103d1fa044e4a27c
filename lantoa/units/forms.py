"""Days as pages ask for them."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from lantoa.figures.period import EARLIEST, LATEST, OUTSIDE

IN_CALENDAR = (
    MinValueValidator(EARLIEST, OUTSIDE),
    MaxValueValidator(LATEST, OUTSIDE),
)
"""What a day that figures are asked for must keep to: before the first and after the last day of
all time there is no chart."""


def day_box() -> forms.DateInput:
    """Return a box for a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
