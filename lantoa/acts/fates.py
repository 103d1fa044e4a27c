"""What became of a unit: who took over from it, and from those in turn, until a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from lantoa.acts.models import Act
from lantoa.figures.alphabet import alphabetical
from lantoa.units.models import Kind, Name, Placement, Succession
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
class Renaming:
    """A unit that was called otherwise from a day on."""

    old: str
    new: str
    on: date
    act: Act | None
    basis: str


@dataclass(frozen=True)
class Fate:
    """What became of a unit: each passage in turn, and the units in which it lives on today.

    `renamings` are its own and those of the units that took over. Where the last in turn, `ended`,
    had no successor, it lives on in none: `counts_under` is where its past counts, `heirs` are the
    communes of today that took over those under it.
    """

    unit: Portrait
    passages: tuple[Passage, ...]
    renamings: tuple[Renaming, ...]
    now: tuple[Portrait, ...]
    ended: Portrait | None
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
    called = _renamings(taken, on=on)
    told = [_fate(unit, taken, shown | above, called, on) for unit in units]
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


def _renamings(units: Collection[int], *, on: date) -> dict[int, list[Renaming]]:
    """Return how some units were called anew until a day, earliest first."""
    rows = Name.objects.filter(superseded_at__isnull=True, since__lte=on).select_related("act")
    called: dict[int, list[Name]] = defaultdict(list)
    for row in among(rows, "unit_id", units).order_by("since"):
        called[row.unit_id].append(row)
    return {
        unit: [Renaming(a.value, b.value, b.since, b.act, b.basis) for a, b in pairwise(names)]
        for unit, names in called.items()
    }


def _fate(
    unit: int,
    taken: dict[int, list[Succession]],
    shown: dict[int, Portrait],
    called: Mapping[int, Sequence[Renaming]],
    on: date,
) -> Fate:
    line = [unit]
    for each in line:
        line += [row.successor_id for row in taken[each] if row.successor_id not in line]
    last = [shown[each] for each in line if not taken[each]]
    now = tuple(each for each in last if each.is_open(on))
    ended = next((each for each in last if each.closed_on and each.closed_on <= on), None)
    under = shown.get(ended.parent) if ended and ended.parent is not None and not now else None
    return Fate(
        unit=shown[unit],
        passages=tuple(_passage(row, shown, called) for each in line for row in taken[each]),
        renamings=tuple(renaming for each in line for renaming in called.get(each, ())),
        now=now,
        ended=ended if under else None,
        counts_under=under,
    )


def _passage(
    row: Succession, shown: dict[int, Portrait], called: Mapping[int, Sequence[Renaming]]
) -> Passage:
    """Return a passage, its units by the names that they bore then."""
    old, new, eve = row.predecessor_id, row.successor_id, row.on - timedelta(days=1)
    return Passage(
        old=_as_called(shown[old], called.get(old, ()), on=eve),
        new=_as_called(shown[new], called.get(new, ()), on=row.on),
        on=row.on,
        is_whole=row.extent == Succession.Extent.WHOLE,
        is_principal=row.is_principal,
        act=row.act,
        basis=row.basis,
    )


def _as_called(unit: Portrait, renamings: Sequence[Renaming], *, on: date) -> Portrait:
    """Return a unit by the name that it bore on a day."""
    later = next((each for each in renamings if each.on > on), None)
    return replace(unit, name=later.old) if later else unit
