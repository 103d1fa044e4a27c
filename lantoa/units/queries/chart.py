"""Charts: which unit hangs under which on a day."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from lantoa.figures.tree import Tree
from lantoa.units.models import Placement
from lantoa.units.queries.within import meets

DOWN = f"""
WITH RECURSIVE down(unit_id, parent_id) AS (
    SELECT unit_id, parent_id FROM units_placement
    WHERE unit_id = %s AND superseded_at IS NULL AND since <= %s AND until > %s
    UNION ALL
    SELECT below.unit_id, below.parent_id
    FROM down CROSS JOIN units_placement below
    WHERE {meets("below.parent_id", "down.unit_id")} AND below.superseded_at IS NULL
      AND below.since <= %s AND below.until > %s
)
SELECT unit_id, parent_id FROM down
"""  # noqa: S608 - our own words
"""CROSS JOIN fixes the order of the join, `meets` the index: whatever ANALYZE told SQLite."""

UP = f"""
WITH RECURSIVE up(unit_id, parent_id, steps) AS (
    SELECT unit_id, parent_id, 0 FROM units_placement
    WHERE unit_id = %s AND superseded_at IS NULL AND since <= %s AND until > %s
    UNION ALL
    SELECT above.unit_id, above.parent_id, up.steps + 1
    FROM up CROSS JOIN units_placement above
    WHERE {meets("above.unit_id", "up.parent_id")} AND above.superseded_at IS NULL
      AND above.since <= %s AND above.until > %s
)
SELECT unit_id FROM up WHERE steps > 0 ORDER BY steps
"""  # noqa: S608 - our own words

UNDER = f"""
WITH RECURSIVE up(origin, parent_id) AS (
    SELECT unit_id, parent_id FROM units_placement
    WHERE {{these}} AND superseded_at IS NULL AND since <= %s AND until > %s
    UNION ALL
    SELECT up.origin, above.parent_id
    FROM up CROSS JOIN units_placement above
    WHERE {meets("above.unit_id", "up.parent_id")} AND above.superseded_at IS NULL
      AND above.since <= %s AND above.until > %s
)
SELECT DISTINCT origin FROM up WHERE {{those}}
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
            cursor.execute(DOWN, [unit, on, on, on, on])
            return dict(cursor.fetchall())
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


def held_on(day: date) -> QuerySet[Placement]:
    """Return the place of every unit on a day, as it is believed now."""
    return Placement.objects.filter(superseded_at__isnull=True, since__lte=day, until__gt=day)


def children_on(unit: int, *, on: date) -> list[int]:
    """Return the units that hang directly under one on a day, closed ones included."""
    hung = held_on(on).filter(parent_id=unit).exclude(state=Placement.State.BEFORE)
    return list(hung.order_by("unit_id").values_list("unit_id", flat=True))


def path_above(unit: int, *, on: date) -> list[int]:
    """Return the units above one unit on a day, nearest first."""
    with connection.cursor() as cursor:
        cursor.execute(UP, [unit, on, on, on, on])
        return [row[0] for row in cursor.fetchall()]


def beneath(above: Collection[int], *, units: Collection[int], on: date) -> set[int]:
    """Return which of some units hang under any of some others on a day; one SELECT at most."""
    if not above or not units:
        return set()
    these, listed = _one_of("unit_id", units)
    those, tops = _one_of("parent_id", above)
    statement = UNDER.format(these=these, those=those)
    with connection.cursor() as cursor:
        cursor.execute(statement, [listed, on, on, on, on, tops])
        return {row[0] for row in cursor.fetchall()}


def _one_of(column: str, values: Collection[int]) -> tuple[str, Any]:
    """Return the condition that a column is one of some values, and its one parameter."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", list(values)
    words = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 - our own words
    return words, json.dumps(list(values))
