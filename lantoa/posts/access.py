"""Who may reach which unit.

A user reaches what hangs under an own post on the chart of the day of asking, closed units
included. A card reaches its own unit only. Hidden and absent get the same answer.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.units.models import Unit
from lantoa.units.queries.chart import paths_above

Right = Post.Right


class Purpose(StrEnum):
    """What somebody wants to do at a unit."""

    RECORD = "record"
    VIEW = "view"
    KEEP = "keep"
    ADMINISTER = "administer"


ALLOWED: dict[Purpose, tuple[Right, ...]] = {
    Purpose.RECORD: (Right.CLERK, Right.ADMIN),
    Purpose.VIEW: (Right.VIEW, Right.CLERK, Right.ADMIN),
    Purpose.KEEP: (Right.CLERK, Right.ADMIN),
    Purpose.ADMINISTER: (Right.ADMIN,),
}
"""Which rights allow which work at the unit of the post and at everything under it."""

REFUSAL = "Không có trang này, hoặc bạn chưa được giao đơn vị này."


def posts_of(user: User, *, on: date) -> QuerySet[Post]:
    """Return the posts that hold on a day."""
    return Post.objects.filter(user=user, since__lte=on, until__gt=on)


class Reach:
    """What one user may reach on a day: posts, and the way up from units, are asked for once."""

    def __init__(self, user: User, *, on: date) -> None:
        """Take the user, and the day on whose chart the posts reach."""
        self.user, self.on = user, on
        self._above: dict[int, list[int]] = {}
        self._seen: dict[UUID, Unit | None] = {}

    @cached_property
    def posts(self) -> list[tuple[int, str]]:
        """Return (unit, right) of each post that holds on the day; one SELECT."""
        return list(posts_of(self.user, on=self.on).values_list("unit_id", "right"))

    def among(self, units: Collection[int], *, work: Purpose) -> set[int]:
        """Return those of some units at which some work is allowed; two SELECTs at most."""
        return self.given(units, work=work) if self.user.is_active else set()

    def given(self, units: Collection[int], *, work: Purpose) -> set[int]:
        """Return those at which the posts allow some work, be the account in use or not."""
        reached = {place for place, right in self.posts if right in ALLOWED[work]}
        own = {place for place, right in self.posts if right == Right.RECORD}
        found = {
            unit for unit in units if unit in reached or (work is Purpose.RECORD and unit in own)
        }
        left = set(units) - found if reached else set()
        self._climb(left)
        return found | {unit for unit in left if not reached.isdisjoint(self._above[unit])}

    def _climb(self, units: Collection[int]) -> None:
        new = set(units) - self._above.keys()
        for unit, path in paths_above(new, on=self.on).items():
            self._above |= {above: path[place:] for place, above in enumerate(path, start=1)}
            self._above[unit] = path

    def may(self, unit: int, *, work: Purpose) -> bool:
        """Tell whether some work is allowed at a unit."""
        return unit in self.among([unit], work=work)

    def above(self, unit: int) -> list[int]:
        """Return the units above one on the day, nearest first."""
        self._climb([unit])
        return self._above[unit]

    def unit_for(self, unit: UUID, *, work: Purpose) -> Unit:
        """Return a unit at which some work is allowed.

        Raises PermissionDenied, in the same words whether the unit is hidden or does not exist.
        """
        found = self.unit(unit)
        if found is None or not self.may(found.pk, work=work):
            raise PermissionDenied(REFUSAL)
        return found

    def unit(self, unit: UUID) -> Unit | None:
        """Return the unit of an identity, whoever may reach it; None where there is none."""
        if unit not in self._seen:
            self._seen[unit] = Unit.objects.filter(uuid=unit).first()
        return self._seen[unit]


def may(user: User, unit: Unit, *, work: Purpose, on: date) -> bool:
    """Tell whether a user may do some work at a unit on a day, be the account in use or not."""
    return bool(Reach(user, on=on).given([unit.pk], work=work))


def unit_for(*, user: User, unit: UUID, work: Purpose, on: date) -> Unit:
    """Return a unit that a user may work at.

    Raises PermissionDenied, in the same words whether the unit is hidden or does not exist.
    """
    return Reach(user, on=on).unit_for(unit, work=work)


def own_units(user: User, *, on: date, work: Purpose = Purpose.VIEW) -> list[Unit]:
    """Return the units at which a user has a post that allows some work, in the order given."""
    rights = [*ALLOWED[work], *([Right.RECORD] if work is Purpose.RECORD else [])]
    posts = posts_of(user, on=on).filter(right__in=rights).select_related("unit").order_by("pk")
    return list({post.unit_id: post.unit for post in posts}.values())
