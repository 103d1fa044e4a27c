"""What stands at the top, what hangs directly under a unit, and when two names are one."""

import unicodedata
from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from lantoa.figures.words import fold
from lantoa.units.models import END, Placement, Unit
from lantoa.units.queries.chart import held_on
from lantoa.units.queries.portrait import portraits
from lantoa.units.queries.within import among


def tops() -> QuerySet[Unit]:
    """Return the units that were at work with none above them, on whatever day."""
    return Unit.objects.filter(
        placements__parent__isnull=True,
        placements__state=Placement.State.OPEN,
        placements__superseded_at__isnull=True,
    )


def roots() -> list[Unit]:
    """Return the units that were at work at the top, each once, as they were written down."""
    return list(tops().order_by("pk").distinct())


def units_in(pks: Collection[int]) -> list[Unit]:
    """Return some units, in the order in which they were written down."""
    return list(among(Unit.objects.all(), "pk", pks).order_by("pk"))


def directly_under(unit: Unit, *, on: date) -> dict[int, str]:
    """Return the units whose place on a day is under this one, each with its state."""
    rows = held_on(on).filter(parent=unit)
    return dict(rows.order_by("unit_id").values_list("unit_id", "state"))


def names_taken(unit: Unit, *, since: date) -> dict[str, str]:
    """Return, by spelling, every name that units directly under one bear while open since a day."""
    at_work = Placement.objects.filter(
        parent=unit, state=Placement.State.OPEN, superseded_at__isnull=True, until__gt=since
    )
    units = set(at_work.values_list("unit_id", flat=True))
    shown = [*portraits(units, on=since).values(), *portraits(units, on=END).values()]
    return {spelling(each.name): each.name for each in shown}


def spelling(name: str) -> str:
    """Return that by which two ways of writing one name are the same: "Hoà" and "Hòa".

    Marks count, where in the word they stand does not; capitals and double spaces do not.
    """
    return " ".join(fold(word) + _marks(word) for word in name.casefold().split())


def _marks(word: str) -> str:
    spread = unicodedata.normalize("NFD", word)
    marks = [letter for letter in spread if unicodedata.combining(letter) or letter == "đ"]
    return "".join(sorted(marks))
