"""Who may record at which unit, asked once for a whole batch."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach


def refuse_strangers(by: User, *, at: Collection[int], on: date) -> None:
    """Raise PermissionDenied unless somebody may record at every one of some units on a day.

    At most two SELECTs, however many units there are. The words are the same whether a unit is
    hidden or does not exist.
    """
    if set(at) - Reach(by, on=on).among(at, work=Purpose.RECORD):
        raise PermissionDenied(REFUSAL)
