"""Who stands in for a unit that is closed: read from the chart of a day."""

from collections.abc import Collection, Mapping
from datetime import date

from lantoa.units.models import Kind, Placement
from lantoa.units.queries.chart import chart_on, held_on, path_above, paths_above
from lantoa.units.queries.portrait import kinds_on
from lantoa.units.queries.within import among


def standing_in(units: Collection[int], *, on: date) -> dict[int, int]:
    """Return for each unit the one that stands in for it on a day; two SELECTs at most.

    That is the unit itself while it is at work. One that is closed hangs under its principal
    successor, or where it has none under the unit above it: the nearest that is at work.
    """
    paths = paths_above(units, on=on)
    named = {each for unit, path in paths.items() for each in (unit, *path)}
    if not named:
        return {}
    rows = among(held_on(on).filter(state=Placement.State.OPEN), "unit_id", named)
    at_work = set(rows.values_list("unit_id", flat=True))
    return {
        unit: next((each for each in (unit, *path) if each in at_work), unit)
        for unit, path in paths.items()
    }


def stood_in_for(unit: int, *, on: date) -> set[int]:
    """Return a unit and the closed ones for which it stands in on a day.

    One SELECT, and one for each generation of closed units under it.
    """
    found, latest = {unit}, {unit}
    while latest:
        latest = _closed_under(latest, on=on) - found
        found |= latest
    return found


def _closed_under(units: Collection[int], *, on: date) -> set[int]:
    closed = held_on(on).exclude(state=Placement.State.OPEN)
    return set(among(closed, "parent_id", units).values_list("unit_id", flat=True))


AREAS = (Kind.COMMUNE,)
HOLDERS = (Kind.NATION, Kind.UNPLACED)


def around(unit: int, *, on: date) -> set[int]:
    """Return the units at work that a unit may turn to on a day, itself among them.

    Those above it, and all of its commune; a unit that is in no commune: those directly under it
    and beside it.
    """
    path = path_above(unit, on=on)
    kinds = kinds_on([unit, *path], on=on)
    area = next((each for each in (unit, *path) if kinds.get(each) in AREAS), None)
    chart = chart_on(on, under=area or next(iter(path), unit))
    near = chart.tree.parents if area else _beside(unit, chart.tree.parents)
    below = {each for each in near if chart.is_open(each)}
    return below | {each for each in path if kinds[each] not in HOLDERS}


def _beside(unit: int, parents: Mapping[int, int | None]) -> set[int]:
    above = parents.get(unit)
    return {each for each, parent in parents.items() if parent in {unit, above} or each == unit}
