"""Who may say what is asked: who keeps a unit; for all units, who administers a root."""

from datetime import date

from django.core.exceptions import PermissionDenied

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach
from lantoa.units.models import Unit
from lantoa.units.queries import path_above
from lantoa.units.queries.at_work import standing_in


def refuse_stranger(by: User, root: Unit, *, on: date) -> None:
    """Raise PermissionDenied unless a unit is a root, and somebody administers it on a day."""
    if not administers_root(by, root, on=on):
        raise PermissionDenied(REFUSAL)


def administers_root(by: User, unit: Unit, *, on: date) -> bool:
    """Tell whether a unit is a root that somebody administers on a day."""
    is_root = not path_above(unit.pk, on=on)
    return is_root and Reach(by, on=on).may(unit.pk, work=Purpose.ADMINISTER)


def may_set(by: User, unit: Unit, *, on: date) -> bool:
    """Tell whether somebody may set documents, themes and tasks for a unit and all below it."""
    return Reach(by, on=on).may(unit.pk, work=Purpose.KEEP)


def may_answer(by: User, unit: Unit, *, on: date) -> bool:
    """Tell whether somebody may say how far a unit has come: whoever records for it.

    For a unit that ended it is also who records for the one that stands in for it.
    """
    asked = {unit.pk, *standing_in([unit.pk], on=on).values()}
    return bool(Reach(by, on=on).among(asked, work=Purpose.RECORD))
