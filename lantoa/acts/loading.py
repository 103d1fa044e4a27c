"""Reading a picture from the tables, in a fixed number of SELECTs."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Q

from lantoa.acts.picture import Life, Picture, Place
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Code, KindChange, Name, Placement, Unit
from lantoa.units.queries.within import among, meets

STANDING = {
    "sqlite": f"units_placement placed WHERE {meets('placed.unit_id', 'above.unit_id')} "
    "AND placed.superseded_at IS NULL AND placed.parent_id IS NOT NULL",
    "postgresql": "LATERAL (SELECT parent_id FROM units_placement WHERE unit_id = above.unit_id "
    "AND superseded_at IS NULL AND parent_id IS NOT NULL OFFSET 0) placed",
}
"""The places of the units climbed from. PostgreSQL is told to look up one after another: it would
read the whole table for ten thousand of them."""

ALL_ABOVE = f"""
WITH RECURSIVE seeds(pk) AS ({{seeds}}), above(unit_id) AS (
    SELECT pk FROM seeds
    UNION
    SELECT placed.parent_id FROM above CROSS JOIN {STANDING[connection.vendor]}
)
SELECT unit_id FROM above
"""  # noqa: S608 - our own words
"""Units with all that ever stood above them, on whatever day."""
LEAVING = {Sort.CLOSE, Sort.MERGE, Sort.SPLIT}


def picture_of(steps: Collection[Step], *, on: date) -> Picture:
    """Return what a decision must know: the units it names, and what hangs under those that end.

    Those under the same root who bear a code that it gives are in the picture too.
    """
    named = set().union(*(step.units() for step in steps)) if steps else set()
    leaving = {step.unit for step in steps if step.sort in LEAVING and step.unit is not None}
    codes = {step.code for step in steps if step.code}
    return picture(named | under(leaving, since=on) | bearers(codes, beside=named))


def picture(units: Collection[int]) -> Picture:
    """Return some units and all that ever stood above them; six SELECTs."""
    lives = _lives(_all_above(units))
    return Picture(lives)


def under(units: Collection[int], *, since: date) -> set[int]:
    """Return what hangs directly under some units on or after a day."""
    rows = Placement.objects.filter(superseded_at__isnull=True, until__gt=since)
    return set(among(rows, "parent_id", units).values_list("unit_id", flat=True))


def bearers(codes: Collection[str], *, beside: Collection[int] | None = None) -> set[int]:
    """Return the units that ever bore one of some codes, under the roots of some others if asked.

    Each root gives its own codes.
    """
    rows = among(Code.objects.filter(superseded_at__isnull=True), "value", codes)
    if beside is not None:
        rows = rows.filter(unit__home__in=among(Unit.objects.all(), "pk", beside).values("home"))
    return set(rows.values_list("unit_id", flat=True))


def last_numbers(prefixes: Collection[str]) -> dict[str, int]:
    """Return, for each beginning of codes, the greatest number that follows it anywhere."""
    if not prefixes:
        return {}
    begins = reduce(or_, (Q(value__startswith=each) for each in prefixes))
    codes = list(Code.objects.filter(begins).values_list("value", flat=True))
    return {each: _last_number(each, codes) for each in prefixes}


def _last_number(prefix: str, codes: Iterable[str]) -> int:
    tails = (code.removeprefix(prefix) for code in codes if code.startswith(prefix))
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0)


def _all_above(units: Collection[int]) -> set[int]:
    if not units:
        return set()
    listed: Any = list(units)
    seeds = "SELECT value FROM json_each(%s)"
    if connection.vendor == "postgresql":
        seeds = "SELECT unnest(%s::bigint[])"
    else:
        listed = str(listed)
    with connection.cursor() as cursor:
        cursor.execute(ALL_ABOVE.format(seeds=seeds), [listed])
        return {row[0] for row in cursor.fetchall()}


def _lives(units: Collection[int]) -> dict[int, Life]:
    rows = among(Unit.objects.all(), "pk", units)
    lives = {
        row[0]: Life(*row) for row in rows.values_list("pk", "uuid", "home", "kind", "is_simulated")
    }
    for unit, *place in _rows(Placement, units, "since", "until", "parent_id", "state", "pk"):
        lives[unit].places.append(Place(*place))
    for unit, since, name in _rows(Name, units, "since", "value"):
        lives[unit].names.append((since, name))
    for unit, since, system, code in _rows(Code, units, "since", "system", "value"):
        lives[unit].codes.append((since, (system, code)))
    for unit, since, kind in _rows(KindChange, units, "since", "value"):
        lives[unit].kinds.append((since, kind))
    return {unit: life for unit, life in lives.items() if life.places}


def _rows(model: Any, units: Collection[int], *columns: str) -> Iterable[Any]:
    rows = among(model.objects.filter(superseded_at__isnull=True), "unit_id", units)
    return rows.order_by("since").values_list("unit_id", *columns)
