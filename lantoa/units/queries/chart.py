"""Charts: which unit hangs under which on a day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from lantoa.figures.tree import Tree
from lantoa.units.models import Placement
from lantoa.units.queries.within import listed, meets, one_of


def up() -> str:
    """Return the statement that climbs up from some units on a day.

    Its values are the units (listed as the database takes them) and the day four times; its rows
    (origin, unit above), nearest first.
    """
    return f"""
WITH RECURSIVE up(origin, unit_id, parent_id, steps) AS (
    SELECT unit_id, unit_id, parent_id, 0 FROM units_placement
    WHERE {one_of("unit_id")} AND superseded_at IS NULL AND since <= %s AND until > %s
    UNION ALL
    SELECT up.origin, above.unit_id, above.parent_id, up.steps + 1
    FROM up CROSS JOIN units_placement above
    WHERE {meets("above.unit_id", "up.parent_id")} AND above.superseded_at IS NULL
      AND above.since <= %s AND above.until > %s
)
SELECT origin, unit_id FROM up WHERE steps > 0 ORDER BY steps
"""  # noqa: S608 - our own words


def down(days: int) -> str:
    """Return the statement that climbs down from a unit on some days, each on its own chart.

    Its values are the days and the unit; its rows (day, unit, parent, state, first kind).
    """
    asked = " UNION ALL ".join(["SELECT %s AS day"] * days)
    return f"""
WITH RECURSIVE asked(day) AS ({asked}),
down(day, unit_id, parent_id, state) AS (
    SELECT asked.day, top.unit_id, top.parent_id, top.state
    FROM asked CROSS JOIN units_placement top
    WHERE top.unit_id = %s AND top.superseded_at IS NULL
      AND top.since <= asked.day AND top.until > asked.day
    UNION ALL
    SELECT down.day, below.unit_id, below.parent_id, below.state
    FROM down CROSS JOIN units_placement below
    WHERE {meets("below.parent_id", "down.unit_id")} AND below.superseded_at IS NULL
      AND below.since <= down.day AND below.until > down.day
)
SELECT down.day, down.unit_id, down.parent_id, down.state, unit.kind
FROM down CROSS JOIN units_unit unit WHERE unit.id = down.unit_id
"""  # noqa: S608 - our own words


@dataclass(frozen=True)
class Chart:
    """The organisation, or a part of it, on one day."""

    day: date
    tree: Tree
    states: dict[int, str]

    def is_open(self, unit: int) -> bool:
        """Tell whether a unit is at work on the day of the chart."""
        return self.states.get(unit) == Placement.State.OPEN


def believed(as_known: datetime | None) -> Q:
    """Return the condition of rows believed at a moment; by default those believed now."""
    if as_known is None:
        return Q(superseded_at__isnull=True)
    still = Q(superseded_at__isnull=True) | Q(superseded_at__gt=as_known)
    return Q(recorded_at__lte=as_known) & still


def parents_under(
    unit: int, *, on: date, as_known: datetime | None = None
) -> dict[int, int | None]:
    """Return the parent of a unit and of everything under it on a day; two SELECTs at most."""
    if as_known is None:
        with connection.cursor() as cursor:
            cursor.execute(down(1), [on, unit])
            return {each: parent for _, each, parent, _, _ in cursor.fetchall()}
    tree = Tree({each: parent for each, parent, _ in placements_on(on, as_known=as_known)})
    return {each: tree.parents[each] for each in tree.under(unit)} if unit in tree else {}


def tree_on(day: date, *, under: int | None = None, as_known: datetime | None = None) -> Tree:
    """Return the tree of a day: the whole of it, or what hangs under one unit."""
    if under is not None:
        return Tree(parents_under(under, on=day, as_known=as_known))
    return Tree({unit: parent for unit, parent, _ in placements_on(day, as_known=as_known)})


def chart_on(day: date, *, under: int | None = None, as_known: datetime | None = None) -> Chart:
    """Return the chart of a day with the state of each unit on it."""
    if under is None:
        rows = list(placements_on(day, as_known=as_known))
        tree = Tree({unit: parent for unit, parent, _ in rows})
    else:
        tree = tree_on(day, under=under, as_known=as_known)
        rows = list(placements_on(day, as_known=as_known, of=set(tree.parents)))
    return Chart(day, tree, {unit: state for unit, _, state in rows})


def placements_on(
    day: date, *, as_known: datetime | None = None, of: set[int] | None = None
) -> Iterator[tuple[int, int | None, str]]:
    """Yield (unit, parent, state) for each unit on a day; the last change before it counts."""
    rows = Placement.objects.filter(believed(as_known), since__lte=day)
    if as_known is None:
        rows = rows.filter(until__gt=day)
    if of is not None and len(of) < 500:
        rows = rows.filter(unit_id__in=of)
    last: dict[int, tuple[int | None, str]] = {}
    for unit, parent, state in rows.order_by("since").values_list("unit_id", "parent_id", "state"):
        if of is None or unit in of:
            last[unit] = (parent, state)
    yield from ((unit, parent, state) for unit, (parent, state) in last.items())


Place = tuple[int, date, int | None, str]
"""A unit, the day from which it has its place, its parent and its state."""


def places_known(as_known: datetime | None) -> list[Place]:
    """Return every place that was believed at a moment, earliest first; one SELECT."""
    rows = Placement.objects.filter(believed(as_known)).order_by("since")
    return list(rows.values_list("unit_id", "since", "parent_id", "state"))


def held_on(day: date) -> QuerySet[Placement]:
    """Return the place of every unit on a day, as it is believed now."""
    return Placement.objects.filter(superseded_at__isnull=True, since__lte=day, until__gt=day)


def path_above(unit: int, *, on: date, as_known: datetime | None = None) -> list[int]:
    """Return the units above one unit on a day, nearest first; one SELECT."""
    if as_known is None:
        return paths_above([unit], on=on)[unit]
    tree = tree_on(on, as_known=as_known)
    return list(tree.above(unit)) if unit in tree else []


def paths_above(units: Collection[int], *, on: date) -> dict[int, list[int]]:
    """Return the units above each of some units on a day, nearest first; one SELECT."""
    paths: dict[int, list[int]] = {unit: [] for unit in units}
    if paths:
        with connection.cursor() as cursor:
            cursor.execute(up(), [listed(paths), on, on, on, on])
            for origin, above in cursor.fetchall():
                paths[origin].append(above)
    return paths
