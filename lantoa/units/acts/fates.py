"""What became of a unit: who took over from it, and from those in turn, until a day."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from lantoa.figures.alphabet import alphabetical
from lantoa.units.models import Act, Kind, Placement, Succession
from lantoa.units.queries import Portrait, matching, portraits
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Passage:
    """One unit taken over by another, whole or in part."""

    old: Portrait
    new: Portrait
    on: date
    is_whole: bool
    is_principal: bool
    act: Act | None
    basis: str


@dataclass(frozen=True)
class Fate:
    """What became of a unit: each passage in turn, and the units in which it lives on today.

    A unit that ended without successor lives on in none: `counts_under` is where its past counts,
    `heirs` are the communes of today that took over those under it.
    """

    unit: Portrait
    passages: tuple[Passage, ...]
    now: tuple[Portrait, ...]
    counts_under: Portrait | None
    heirs: tuple[Portrait, ...] = ()


def what_became_of(text: str, *, on: date, within: set[int] | None = None) -> list[Fate]:
    """Return what became of each unit whose name, on any day, or code holds a text."""
    found = [each.pk for each in matching(text, on=on, within=within)]
    return fates(found, on=on)


def fates(units: Collection[int], *, on: date) -> list[Fate]:
    """Return what became of some units by a day, in the order given."""
    taken = _chains(units, on=on)
    reached = {each for rows in taken.values() for row in rows for each in (row.successor_id,)}
    shown = portraits({*units, *reached, *taken}, on=on)
    above = portraits({each.parent for each in shown.values() if each.parent is not None}, on=on)
    told = [_fate(unit, taken, shown | above, on) for unit in units]
    heirs = _heirs({each.unit.pk for each in told if each.counts_under}, on=on)
    return [replace(each, heirs=heirs.get(each.unit.pk, ())) for each in told]


def _heirs(ended: Collection[int], *, on: date) -> dict[int, tuple[Portrait, ...]]:
    """Return, for units that ended without successor, who took over the communes under them."""
    if not ended:
        return {}
    held = _communes_at_the_end(ended)
    lived = {each.unit.pk: each.now for each in fates(set().union(*held.values()), on=on)}
    heirs = {
        unit: {heir.pk: heir for each in under for heir in lived[each]}
        for unit, under in held.items()
    }
    return {
        unit: tuple(sorted(each.values(), key=lambda heir: alphabetical(heir.name)))
        for unit, each in heirs.items()
    }


def _communes_at_the_end(units: Collection[int]) -> dict[int, set[int]]:
    """Return the communes that hung under some units on their last day."""
    rows = Placement.objects.filter(
        superseded_at__isnull=True, unit__kind=Kind.COMMUNE, state=Placement.State.OPEN
    )
    places = list(among(rows, "parent_id", units).values_list("parent_id", "unit_id", "until"))
    last: dict[int, date] = {}
    for parent, _, until in places:
        last[parent] = max(until, last.get(parent, until))
    held: dict[int, set[int]] = defaultdict(set)
    for parent, unit, until in places:
        if until == last[parent]:
            held[parent].add(unit)
    return held


def _chains(units: Collection[int], *, on: date) -> dict[int, list[Succession]]:
    """Return who took over from some units, and from those in turn; one SELECT a link."""
    taken: dict[int, list[Succession]] = {}
    asked = set(units)
    while asked:
        rows = Succession.objects.filter(superseded_at__isnull=True, on__lte=on)
        found = among(rows, "predecessor_id", asked).select_related("act")
        taken |= {unit: [] for unit in asked}
        for row in found.order_by("-is_principal", "pk"):
            taken[row.predecessor_id].append(row)
        asked = {row.successor_id for each in asked for row in taken[each]} - set(taken)
    return taken


def _fate(
    unit: int, taken: dict[int, list[Succession]], shown: dict[int, Portrait], on: date
) -> Fate:
    passages: list[Passage] = []
    now: list[Portrait] = []
    line = [unit]
    for each in line:
        if not taken[each] and shown[each].is_open(on):
            now.append(shown[each])
        for row in taken[each]:
            passages.append(_passage(row, shown))
            line += [row.successor_id] if row.successor_id not in line else []
    ended = shown[unit].closed_on is not None and not shown[unit].is_open(on)
    parent = shown[unit].parent
    under = shown.get(parent) if ended and not taken[unit] and parent is not None else None
    return Fate(shown[unit], tuple(passages), tuple(now), under)


def _passage(row: Succession, shown: dict[int, Portrait]) -> Passage:
    return Passage(
        old=shown[row.predecessor_id],
        new=shown[row.successor_id],
        on=row.on,
        is_whole=row.extent == Succession.Extent.WHOLE,
        is_principal=row.is_principal,
        act=row.act,
        basis=row.basis,
    )
