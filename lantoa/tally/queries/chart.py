"""Counting the units themselves: how many there are on a chart, and which were at work."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from lantoa.figures.charted import (
    BASE_CELLS,
    BASES,
    CELLS,
    COMMUNES,
    DIVISIONS,
    ON_CHART,
    ORGANISATIONS,
)
from lantoa.figures.question import Question
from lantoa.figures.tree import Tree
from lantoa.records.record.sums import Own, among_units
from lantoa.units.models import GRASSROOTS_KINDS, PARTY_KINDS, Kind, Placement
from lantoa.units.queries import Album
from lantoa.units.queries.chart import Place, down, places_known
from lantoa.units.queries.plain import ask, believed, day

OPEN = Placement.State.OPEN.value
OF_KIND = {
    COMMUNES.code: Kind.COMMUNE,
    BASES.code: Kind.BASE,
    DIVISIONS.code: Kind.DIVISION,
    CELLS.code: Kind.CELL,
}
"""The measures that count one kind of unit."""
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


def grounds_under(asked: Question, days: Collection[date], album: Album) -> dict[date, Ground]:
    """Return the chart of a unit and everything under it on some days; two SELECTs."""
    if asked.as_known is not None:
        return _grounds_as_known(asked, sorted(days), album)
    rows = ask(down(len(days)), [*sorted(days), asked.unit])
    placed: dict[date, list[Placed]] = {on: [] for on in days}
    for on, *row in rows:
        placed[day(on)].append(tuple(row))
    return {each: _ground_of(each, found, album) for each, found in placed.items()}


Placed = tuple[int, int | None, str, str]
"""A unit, its parent, its state and the kind that it was at first."""


def _changed(album: Album, on: date, units: Container[int]) -> dict[int, str]:
    """Return what some units had become by a day."""
    rows = [row for row in album.changes if row.since <= on and row.unit_id in units]
    return {row.unit_id: row.value for row in rows}


def _ground_of(on: date, rows: Sequence[Placed], album: Album) -> Ground:
    kinds = {each: kind for each, _, _, kind in rows}
    return Ground(
        on,
        Tree({each: parent for each, parent, _, _ in rows}),
        {each: state for each, _, state, _ in rows},
        kinds | _changed(album, on, kinds),
    )


def _grounds_as_known(asked: Question, days: Sequence[date], album: Album) -> dict[date, Ground]:
    """Return the charts of some days as they were known at a moment; three SELECTs."""
    believed_then = places_known(asked.as_known)
    first = dict(ask("SELECT id, kind FROM units_unit", []))
    return {
        on: _ground_of(on, list(_placed_under(asked.unit, on, believed_then, first)), album)
        for on in days
    }


def _placed_under(
    unit: int, on: date, places: Sequence[Place], first: Mapping[int, str]
) -> Iterator[Placed]:
    placed = {each: (parent, state) for each, since, parent, state in places if since <= on}
    tree = Tree({each: parent for each, (parent, _) in placed.items()})
    for each in tree.under(unit) if unit in tree else ():
        yield each, *placed[each], first[each]


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


class Strengths:
    """How many members of its own each unit stated, over all days; asked once for all charts."""

    def __init__(self, grounds: Collection[Ground], as_known: datetime | None) -> None:
        """Ask for all the units of some charts; one SELECT."""
        condition, moments = believed(as_known)
        chosen, listed = among_units({unit for each in grounds for unit in each.tree.parents})
        self.rows = ask(
            f"SELECT unit_id, since, members FROM units_strength WHERE {condition} "  # noqa: S608 - our own
            f"AND {chosen} ORDER BY since",
            [*moments, listed],
        )

    def on(self, ground: Ground) -> Own:
        """Return the members of each unit of a chart on its day, where they are known."""
        stated = {unit: members for unit, since, members in self.rows if day(since) <= ground.day}
        return {
            unit: [members]
            for unit, members in stated.items()
            if members is not None and unit in ground.tree
        }


def at_work(ground: Ground, asked: Question) -> Sequence[int]:
    """Return the units of a chart that were at work on some day of a period; one SELECT at most."""
    period = asked.period
    here = period.first <= ground.day <= period.last
    doubtful = [unit for unit, state in ground.states.items() if not here or state != OPEN]
    chosen, listed = among_units(doubtful)
    condition, moments = believed(asked.as_known)
    statement = f"{AT_WORK}{condition} AND {chosen}"
    values = [OPEN, period.last, period.first, *moments, listed]
    worked = {row[0] for row in ask(statement, values)} if doubtful else set()
    rested = worked.symmetric_difference(doubtful)
    return [unit for unit in ground.tree.downward if unit not in rested]
