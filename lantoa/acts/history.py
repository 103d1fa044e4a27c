"""The life of a unit: what happened to it, and by which act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lantoa.acts.models import Act
from lantoa.units.models import BEGINNING, Code, KindChange, Name, Placement, Succession, Unit
from lantoa.units.queries import Portrait, portraits


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
