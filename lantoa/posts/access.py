"""Who may reach which unit.

A user reaches what hangs under an own post on the chart of the day of asking, closed units
included. A card reaches its own unit only. Hidden and absent get the same answer.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.units.models import Unit
from lantoa.units.queries import path_above

Right = Post.Right


class Work(StrEnum):
    """What somebody wants to do at a unit."""

    RECORD = "record"
    VIEW = "view"
    KEEP = "keep"
    ADMINISTER = "administer"


ALLOWED: dict[Work, tuple[Right, ...]] = {
    Work.RECORD: (Right.CLERK, Right.ADMIN),
    Work.VIEW: (Right.VIEW, Right.CLERK, Right.ADMIN),
    Work.KEEP: (Right.CLERK, Right.ADMIN),
    Work.ADMINISTER: (Right.ADMIN,),
}
"""Which rights allow which work at the unit of the post and at everything under it."""

REFUSAL = "Không có trang này, hoặc bạn chưa được giao đơn vị này."


def posts_of(user: User, *, on: date) -> QuerySet[Post]:
    """Return the posts that hold on a day."""
    return Post.objects.filter(user=user, since__lte=on, until__gt=on)


def may(user: User, unit: Unit, *, work: Work, on: date) -> bool:
    """Tell whether a user may do some work at a unit on a day."""
    posts = list(posts_of(user, on=on).values_list("unit_id", "right"))
    if work is Work.RECORD and (unit.pk, Right.RECORD) in posts:
        return True
    reached = {place for place, right in posts if right in ALLOWED[work]}
    if not reached:
        return False
    return unit.pk in reached or not reached.isdisjoint(path_above(unit.pk, on=on))


def unit_for(*, user: User, unit: UUID, work: Work, on: date) -> Unit:
    """Return a unit that a user may work at.

    Raises PermissionDenied, in the same words whether the unit is hidden or does not exist.
    """
    found = Unit.objects.filter(uuid=unit).first()
    if found is None or not user.is_active or not may(user, found, work=work, on=on):
        raise PermissionDenied(REFUSAL)
    return found


def own_units(user: User, *, on: date, work: Work = Work.VIEW) -> list[Unit]:
    """Return the units at which a user has a post that allows some work, in the order given."""
    rights = [*ALLOWED[work], *([Right.RECORD] if work is Work.RECORD else [])]
    posts = posts_of(user, on=on).filter(right__in=rights).select_related("unit").order_by("pk")
    return list({post.unit_id: post.unit for post in posts}.values())
