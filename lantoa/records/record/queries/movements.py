"""Asking for the movements to which records may belong."""

from django.core.exceptions import ValidationError

from lantoa.figures.words import listed
from lantoa.records.record.models import PopularMovement


def movements() -> list[PopularMovement]:
    """Return every movement, also those that are no more, in the order of the list."""
    return list(PopularMovement.objects.order_by("place", "label"))


def movement_of(code: str) -> PopularMovement:
    """Return the movement of a code; raises ValidationError, which names the codes there are."""
    rows = movements()
    for each in rows:
        if each.code == code:
            return each
    known = listed([f"{each.code} ({each.label})" for each in rows])
    raise ValidationError(f"Không có phong trào mang mã “{code}”. Có: {known}.")
