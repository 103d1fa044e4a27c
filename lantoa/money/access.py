"""Who may write down money: whoever may record at the unit of each fund that is touched."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach


def refuse_strangers(by: User, *, at: Collection[int], on: date, work: Purpose) -> None:
    """Raise PermissionDenied unless somebody may do some work at every one of some units."""
    if set(at) - Reach(by, on=on).among(at, work=work):
        raise PermissionDenied(REFUSAL)
