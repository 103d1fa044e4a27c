"""Counting the units themselves: how many there are on a chart, and which are asked to record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lantoa.figures.period import Period
from lantoa.figures.tree import Tree
from lantoa.records.record.sums import among_units, ask
from lantoa.tally.catalogue import BASE_CELLS, BASES, CELLS, COMMUNES, ON_CHART, ORGANISATIONS
from lantoa.units.models import GRASSROOTS_KINDS, PARTY_KINDS, Kind, Placement
from lantoa.units.queries.chart import DOWN, parents_under, placements_on

NEVER_RECORDS = (Kind.NATION, Kind.UNPLACED)
WITH_KIND = DOWN.replace(
    "SELECT unit_id, parent_id FROM down",
    "SELECT down.unit_id, down.parent_id, placed.state, unit.kind FROM down "
    "JOIN units_placement placed ON placed.unit_id = down.unit_id "
    "AND placed.superseded_at IS NULL AND placed.since <= %s AND placed.until > %s "
    "JOIN units_unit unit ON unit.id = down.unit_id",
)
OF_KIND = "SELECT id, kind FROM units_unit WHERE "
AT_WORK = (
    "SELECT DISTINCT unit_id FROM units_placement WHERE superseded_at IS NULL "
    "AND state = %s AND since <= %s AND until > %s AND "
)


@dataclass(frozen=True)
class Ground:
    """The part of a chart that a figure is counted on: tree, and state and kind of each unit."""

    tree: Tree
    states: dict[int, str]
    kinds: dict[int, str]


def ground_under(unit: int, *, day: date, as_known: datetime | None = None) -> Ground:
    """Return the chart of a unit and everything under it on a day; one SELECT as of now."""
    if as_known is not None:
        return _ground_as_known(unit, day, as_known)
    rows = ask(WITH_KIND, [unit, day, day, day, day, day, day])
    return Ground(
        Tree({each: parent for each, parent, _, _ in rows}),
        {each: state for each, _, state, _ in rows},
        {each: kind for each, _, _, kind in rows},
    )


def _ground_as_known(unit: int, day: date, as_known: datetime) -> Ground:
    tree = Tree(parents_under(unit, on=day, as_known=as_known))
    placed = placements_on(day, as_known=as_known, of=set(tree.parents))
    chosen, listed = among_units(tree.parents)
    kinds = dict(ask(OF_KIND + chosen.replace("unit_id", "id"), [listed]))
    return Ground(tree, {each: state for each, _, state in placed}, kinds)


def counted_on_chart(ground: Ground) -> dict[int, list[int | None]]:
    """Return, for each unit, how many open units of each sort hang directly under it."""
    counts: dict[int, list[int | None]] = {}
    for unit, parent in ground.tree.parents.items():
        if parent not in ground.kinds or ground.states[unit] != Placement.State.OPEN:
            continue
        row = counts.setdefault(parent, [0] * len(ON_CHART))
        for place, measure in enumerate(ON_CHART):
            if _counts(measure.code, ground.kinds[unit], above=ground.kinds[parent]):
                row[place] = (row[place] or 0) + 1
    return counts


def _counts(code: str, kind: str, *, above: str) -> bool:
    if code == ORGANISATIONS.code:
        return kind in PARTY_KINDS and above != Kind.UNPLACED
    if code == COMMUNES.code:
        return kind == Kind.COMMUNE
    if code == BASES.code:
        return kind == Kind.BASE
    if code == CELLS.code:
        return kind == Kind.CELL
    return code == BASE_CELLS.code and kind == Kind.CELL and above in GRASSROOTS_KINDS


def recording_units(ground: Ground, *, period: Period) -> Sequence[int]:
    """Return the units that were at work on some day of a period and can have recorded."""
    chosen, listed = among_units(ground.tree.parents)
    values = [Placement.State.OPEN.value, period.last, period.first, listed]
    at_work = {row[0] for row in ask(AT_WORK + chosen, values)}
    return [
        unit
        for unit in ground.tree.downward
        if unit in at_work and ground.kinds[unit] not in NEVER_RECORDS
    ]
