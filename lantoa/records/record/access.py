"""Who may record at which unit, asked once for a whole batch."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied

from lantoa.people.models import User
from lantoa.units.access import ALLOWED, REFUSAL, Right, Work, posts_of
from lantoa.units.queries.chart import beneath


def refuse_strangers(by: User, *, at: Collection[int], on: date) -> None:
    """Raise PermissionDenied unless somebody may record at every one of some units on a day.

    At most two SELECTs, however many units there are. The words are the same whether a unit is
    hidden or does not exist.
    """
    posts = list(posts_of(by, on=on).values_list("unit_id", "right"))
    own = {unit for unit, right in posts if right == Right.RECORD}
    reached = {unit for unit, right in posts if right in ALLOWED[Work.RECORD]}
    left = set(at) - own - reached
    if not by.is_active or left - beneath(reached, units=left, on=on):
        raise PermissionDenied(REFUSAL)
