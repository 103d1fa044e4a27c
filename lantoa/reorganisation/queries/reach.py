"""Which units somebody may look at."""

from datetime import date

from lantoa.people.models import User
from lantoa.posts.access import own_units
from lantoa.units.queries import parents_under


def seen_by(user: User, *, on: date) -> set[int]:
    """Return every unit under the posts of a user on the chart of a day, closed ones included."""
    seen: set[int] = set()
    for unit in own_units(user, on=on):
        if unit.pk not in seen:
            seen |= set(parents_under(unit.pk, on=on))
    return seen
