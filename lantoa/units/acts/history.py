"""What acts did: the life of a unit, and what became of an old name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lantoa.units.models import (
    BEGINNING,
    Act,
    Code,
    KindChange,
    Name,
    Placement,
    Succession,
    Unit,
)
from lantoa.units.queries import Portrait, matching, portraits
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Event:
    """One thing that happened to a unit: its sort, the new value or the other unit, and the act.

    `sort` is one of: born, named, coded, kind, placed, closed, succeeded (by `other`), succeeds
    (`other`). `basis` says on what it rests where there is no act.
    """

    day: date
    sort: str
    value: str
    other: Portrait | None
    act: Act | None
    basis: str


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

    A unit that ended without successor lives on in none; `counts_under` is where its past counts.
    """

    unit: Portrait
    passages: tuple[Passage, ...]
    now: tuple[Portrait, ...]
    counts_under: Portrait | None


def life_line(unit: Unit) -> list[Event]:
    """Return all that happened to a unit, earliest first."""
    rows = [*_marks(unit), *_places(unit), *_takings(unit)]
    others = {other for _, _, _, other, _, _ in rows if other is not None}
    shown = {day: portraits(others, on=day) for day in {day for day, *_ in rows}}
    events = [
        Event(day, sort, value, shown[day].get(other or 0), act, basis)
        for day, sort, value, other, act, basis in rows
    ]
    return sorted(events, key=lambda each: (each.day, ORDER.index(each.sort)))


ORDER = ["born", "succeeds", "named", "coded", "kind", "placed", "succeeded", "closed"]
Told = tuple[date, str, str, int | None, Act | None, str]


def _marks(unit: Unit) -> Iterable[Told]:
    for model, sort in ((Name, "named"), (Code, "coded"), (KindChange, "kind")):
        rows = model._default_manager.filter(unit=unit, superseded_at__isnull=True)
        for row in rows.select_related("act"):
            yield row.since, sort, str(row), None, row.act, row.basis


def _places(unit: Unit) -> Iterable[Told]:
    rows = Placement.objects.filter(unit=unit, superseded_at__isnull=True).exclude(since=BEGINNING)
    was_open = False
    for row in rows.select_related("act").order_by("since"):
        begun = "placed" if was_open else "born"
        sort = "closed" if row.state == Placement.State.CLOSED else begun
        was_open = was_open or row.state == Placement.State.OPEN
        yield row.since, sort, "", row.parent_id, row.act, row.basis


def _takings(unit: Unit) -> Iterable[Told]:
    either = Q(predecessor=unit) | Q(successor=unit)
    rows = Succession.objects.filter(either, superseded_at__isnull=True).select_related("act")
    for row in rows.order_by("on", "pk"):
        if row.predecessor_id == unit.pk:
            words = "phần chính" if row.is_principal else "một phần"
            whole = row.extent == Succession.Extent.WHOLE
            told = "toàn bộ" if whole else words
            yield row.on, "succeeded", told, row.successor_id, row.act, row.basis
        else:
            yield (
                row.on,
                "succeeds",
                row.get_extent_display(),
                row.predecessor_id,
                row.act,
                row.basis,
            )


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
    return [_fate(unit, taken, shown | above, on) for unit in units]


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
