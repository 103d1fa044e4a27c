"""Counting the units themselves: how many there are on a chart, and which are asked to record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from lantoa.figures.period import Period
from lantoa.figures.tree import Tree
from lantoa.records.record.sums import among_units, ask, believed
from lantoa.tally.catalogue import (
    BASE_CELLS,
    BASES,
    CELLS,
    COMMUNES,
    DIVISIONS,
    ON_CHART,
    ORGANISATIONS,
)
from lantoa.units.models import GRASSROOTS_KINDS, PARTY_KINDS, Kind, Placement
from lantoa.units.queries.chart import DOWN, parents_under, placements_on
from lantoa.units.queries.portrait import changed_kinds

OPEN = Placement.State.OPEN.value
OF_KIND = {
    COMMUNES.code: Kind.COMMUNE,
    BASES.code: Kind.BASE,
    DIVISIONS.code: Kind.DIVISION,
    CELLS.code: Kind.CELL,
}
"""The measures that count one kind of unit."""
NEVER_RECORDS = (Kind.NATION, Kind.UNPLACED)
WITH_KIND = DOWN.replace(
    "SELECT unit_id, parent_id FROM down",
    "SELECT down.unit_id, down.parent_id, placed.state, unit.kind FROM down "
    "JOIN units_placement placed ON placed.unit_id = down.unit_id "
    "AND placed.superseded_at IS NULL AND placed.since <= %s AND placed.until > %s "
    "JOIN units_unit unit ON unit.id = down.unit_id",
)
KINDS = "SELECT id, kind FROM units_unit WHERE "
AT_WORK = (
    "SELECT DISTINCT unit_id FROM units_placement "
    "WHERE state = %s AND since <= %s AND until > %s AND "
)


@dataclass(frozen=True)
class Ground:
    """The part of a chart that a figure is counted on: tree, and state and kind of each unit."""

    day: date
    tree: Tree
    states: dict[int, str]
    kinds: dict[int, str]


def ground_under(unit: int, *, day: date, as_known: datetime | None = None) -> Ground:
    """Return the chart of a unit and everything under it on a day; two SELECTs as of now."""
    if as_known is not None:
        return _ground_as_known(unit, day, as_known)
    rows = ask(WITH_KIND, [unit, day, day, day, day, day, day])
    return _ground_of(day, rows)


def _ground_of(day: date, rows: Sequence[tuple[int, int | None, str, str]]) -> Ground:
    kinds = {each: kind for each, _, _, kind in rows}
    return Ground(
        day,
        Tree({each: parent for each, parent, _, _ in rows}),
        {each: state for each, _, state, _ in rows},
        kinds | _changed(kinds, day, None),
    )


def _changed(kinds: Mapping[int, str], day: date, as_known: datetime | None) -> dict[int, str]:
    """Return the kinds that are no longer the first ones; so few that all are read at once."""
    changed = changed_kinds(None, on=day, as_known=as_known)
    return {unit: kind.value for unit, kind in changed.items() if unit in kinds}


def _ground_as_known(unit: int, day: date, as_known: datetime) -> Ground:
    tree = Tree(parents_under(unit, on=day, as_known=as_known))
    placed = placements_on(day, as_known=as_known, of=set(tree.parents))
    chosen, listed = among_units(tree.parents)
    kinds = dict(ask(KINDS + chosen.replace("unit_id", "id"), [listed]))
    kinds |= _changed(kinds, day, as_known)
    return Ground(day, tree, {each: state for each, _, state in placed}, kinds)


def counted_on_chart(ground: Ground) -> dict[int, list[int | None]]:
    """Return, for each unit, how many open units of each sort hang directly under it."""
    counts: dict[int, list[int | None]] = {}
    kinds, states = ground.kinds, ground.states
    for unit, parent in ground.tree.parents.items():
        if states[unit] == OPEN and parent in kinds:
            row = counts.setdefault(parent, [0] * len(ON_CHART))
            for place in _counted_as(kinds[unit], kinds[parent]):
                row[place] = (row[place] or 0) + 1
    return counts


@cache
def _counted_as(kind: str, above: str) -> tuple[int, ...]:
    """Return the places of the measures that count a unit of one kind under one of another."""
    return tuple(
        place for place, measure in enumerate(ON_CHART) if _counts(measure.code, kind, above=above)
    )


def _counts(code: str, kind: str, *, above: str) -> bool:
    if code == ORGANISATIONS.code:
        return kind in PARTY_KINDS and above != Kind.UNPLACED
    if code == BASE_CELLS.code:
        return kind == Kind.CELL and above in GRASSROOTS_KINDS
    return kind == OF_KIND.get(code)


def members_stated(ground: Ground, *, as_known: datetime | None = None) -> dict[int, list[int]]:
    """Return how many members of its own each unit has on the day of the chart, where known."""
    condition, moments = believed(as_known)
    chosen, listed = among_units(ground.tree.parents)
    rows = ask(
        f"SELECT unit_id, members FROM units_strength WHERE {condition} "  # noqa: S608 - our own
        f"AND since <= %s AND {chosen} ORDER BY since",
        [*moments, ground.day, listed],
    )
    return {unit: [members] for unit, members in dict(rows).items() if members is not None}


def recording_units(
    ground: Ground, *, period: Period, as_known: datetime | None = None
) -> Sequence[int]:
    """Return the units that were at work on some day of a period and can have recorded."""
    here = period.first <= ground.day <= period.last
    asked = [unit for unit, state in ground.states.items() if not here or state != OPEN]
    chosen, listed = among_units(asked)
    condition, moments = believed(as_known)
    statement = f"{AT_WORK}{condition} AND {chosen}"
    values = [OPEN, period.last, period.first, *moments, listed]
    worked = {row[0] for row in ask(statement, values)} if asked else set()
    silenced = worked.symmetric_difference(asked)
    return [
        unit
        for unit in ground.tree.downward
        if unit not in silenced and ground.kinds[unit] not in NEVER_RECORDS
    ]
