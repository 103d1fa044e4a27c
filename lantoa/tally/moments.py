"""Moments whose knowledge counts, as addresses and commands write them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone, is_naive, make_aware


def read_moment(text: str) -> datetime:
    """Return the moment that a text writes; a day alone is its first minute.

    Raises ValidationError for what is no moment.
    """
    try:
        moment = datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError:
        raise ValidationError(
            f"“{text}” không phải là một lúc. Viết như 2025-07-01 hoặc 2025-07-01T09:00."
        ) from None
    return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment
