"""Who must sign in with a second factor."""

from datetime import date

from lantoa.people.models import User
from lantoa.posts.access import posts_of
from lantoa.posts.models import FactorRule
from lantoa.units.models import Unit
from lantoa.units.queries.chart import paths_above


def is_factor_required(user: User, *, on: date) -> bool:
    """Tell whether a post that holds on a day asks for a second factor, there or from above."""
    if user.is_card or not FactorRule.objects.exists():
        return False
    posts = list(posts_of(user, on=on).values_list("unit_id", "right"))
    paths = paths_above({unit for unit, _ in posts}, on=on)
    rules = set(FactorRule.objects.values_list("unit_id", "right"))
    return any((place, right) in rules for unit, right in posts for place in (unit, *paths[unit]))


def required_rights(unit: Unit) -> list[str]:
    """Return the rights for which a unit itself requires a second factor."""
    return sorted(FactorRule.objects.filter(unit=unit).values_list("right", flat=True))
