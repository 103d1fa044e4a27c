"""Who may raise matters, go on with them, and see them; limits are changed at a root."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach
from lantoa.units.models import Unit
from lantoa.units.queries import path_above
from lantoa.units.queries.at_work import standing_in


def refuse_stranger(by: User, *, at: Collection[int], on: date) -> None:
    """Raise PermissionDenied unless somebody may record at all of some units on a day.

    The words are the same whether a unit is hidden or does not exist.
    """
    if set(at) - Reach(by, on=on).among(at, work=Purpose.RECORD):
        raise PermissionDenied(REFUSAL)


def sees(reach: Reach, units: Collection[int], *, on: date) -> bool:
    """Tell whether somebody may see what some units have to do with, or what lives on of them."""
    asked = set(units) | set(standing_in(units, on=on).values())
    return bool(reach.among(asked, work=Purpose.VIEW) or reach.among(asked, work=Purpose.RECORD))


def administers_root(by: User, unit: Unit, *, on: date) -> bool:
    """Tell whether a unit is a root that somebody administers on a day."""
    is_root = not path_above(unit.pk, on=on)
    return is_root and Reach(by, on=on).may(unit.pk, work=Purpose.ADMINISTER)


def refuse_all_but_root(by: User, root: Unit, *, on: date) -> None:
    """Raise PermissionDenied unless a unit is a root, and somebody administers it on a day."""
    if not administers_root(by, root, on=on):
        raise PermissionDenied(REFUSAL)
