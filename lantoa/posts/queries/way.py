"""Asking for the way to a unit, as far as somebody may look at it."""

from datetime import date

from lantoa.people.models import User
from lantoa.posts.access import Purpose, Reach
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portraits


def way_seen(user: User, unit: Unit, *, on: date) -> list[Portrait]:
    """Return the units above that the user may look at, from the top down, and the unit itself."""
    reach = Reach(user, on=on)
    above = reach.above(unit.pk)
    seen = reach.among(above, work=Purpose.VIEW)
    way = [*(pk for pk in reversed(above) if pk in seen), unit.pk]
    return list(portraits(way, on=on).values())
