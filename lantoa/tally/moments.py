"""Moments whose knowledge counts, as addresses, forms and commands write them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone, is_naive, make_aware

from lantoa.figures.period import EARLIEST, LATEST, OUTSIDE
from lantoa.units.queries.finding import read_day

NOT_A_MOMENT = "không phải là một lúc. Viết như 30/6/2026, 30/6/2026 14:00 hoặc 2026-06-30T14:00."


def read_moment(text: str) -> datetime:
    """Return the moment that a text writes; a day alone is its first minute.

    Raises ValidationError for what is no moment, and for years that nobody asks about.
    """
    try:
        moment = datetime.fromisoformat(_iso(text.strip()))
    except ValueError:
        raise ValidationError(f"“{text}” {NOT_A_MOMENT}") from None
    if not EARLIEST <= moment.date() <= LATEST:
        raise ValidationError(f"{text}: {OUTSIDE}")
    return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment


def _iso(text: str) -> str:
    """Return a moment as ISO writes it: day first becomes year first, a plus lost is put back."""
    if "/" not in text:
        return text.replace(" ", "+")
    day, _, time = text.partition(" ")
    return f"{read_day(day).isoformat()}T{time.strip() or '00:00'}"
