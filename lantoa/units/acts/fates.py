"""What became of a unit: who took over from it, and from those in turn, until a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lantoa.figures.alphabet import alphabetical
from lantoa.units.models import Act, Kind, Placement, Succession
from lantoa.units.queries import Portrait, kinds_on, matching, portraits
from lantoa.units.queries.chart import held_on
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
    shown = portraits(taken, on=on)
    above = portraits({each.parent for each in shown.values() if each.parent is not None}, on=on)
    told = [_fate(unit, taken, shown | above, on) for unit in units]
    return _with_heirs(told, on=on)


def _with_heirs(told: Sequence[Fate], *, on: date) -> list[Fate]:
    """Say of units that ended without successor who holds today the communes under them."""
    held = _communes_under([each.unit for each in told if each.counts_under])
    if not held:
        return list(told)
    lived = {each.unit.pk: each.now for each in fates(set().union(*held.values()), on=on)}
    return [replace(each, heirs=_heirs(held.get(each.unit.pk, ()), lived)) for each in told]


def _heirs(
    communes: Iterable[int], lived: Mapping[int, Iterable[Portrait]]
) -> tuple[Portrait, ...]:
    heirs = {heir.pk: heir for commune in communes for heir in lived[commune]}
    return tuple(sorted(heirs.values(), key=lambda heir: alphabetical(heir.name)))


def _communes_under(ended: Sequence[Portrait]) -> dict[int, set[int]]:
    """Return the communes at work under some units on the last day of each."""
    held: dict[int, set[int]] = defaultdict(set)
    for closed_on in {each.closed_on for each in ended if each.closed_on}:
        last = closed_on - timedelta(days=1)
        parents = _parents_of([each.pk for each in ended if each.closed_on == closed_on], on=last)
        for unit, kind in kinds_on(parents, on=last).items():
            if kind == Kind.COMMUNE:
                held[parents[unit]].add(unit)
    return held


def _parents_of(above: Collection[int], *, on: date) -> dict[int, int]:
    """Return the units at work directly under some others on a day, each with that above it."""
    rows = held_on(on).filter(state=Placement.State.OPEN)
    return dict(among(rows, "parent_id", above).values_list("unit_id", "parent_id"))


def _chains(units: Collection[int], *, on: date) -> dict[int, list[Succession]]:
    """Return, for some units and all who took over in turn, who did so; one SELECT a link."""
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
