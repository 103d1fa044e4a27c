"""What pages offer: sorts, the units that a unit may turn to, and the usual day it is due."""

from datetime import date, timedelta

from lantoa.figures.alphabet import alphabetical
from lantoa.matters.models import RaisedMatter
from lantoa.matters.queries.limits import limit_on
from lantoa.units.queries import portraits
from lantoa.units.queries.at_work import around


def sorts_offered() -> list[tuple[str, str]]:
    """Return the sorts of matters with their words."""
    return [(each.value, each.label) for each in RaisedMatter.Sort]


def units_offered(unit: int, *, on: date) -> list[tuple[str, str]]:
    """Return the units that may keep what a unit raises or hands on: itself first, then by name."""
    shown = portraits(around(unit, on=on), on=on)
    named = sorted(shown.values(), key=lambda each: (each.pk != unit, alphabetical(each.name)))
    return [(str(each.uuid), each.name) for each in named]


def usual_due(sort: str, *, on: date) -> date | None:
    """Return the day on which a matter of a sort is due that is raised on a day, by the limits."""
    days = limit_on(f"matters.{sort}", on=on)
    return on + timedelta(days=days) if days is not None else None
