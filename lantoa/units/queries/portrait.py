"""Units as they were on a day: name, code, place, first and last day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import Q

from lantoa.figures.period import write_day
from lantoa.units.models import Code, Kind, KindChange, Name, Placement, Strength, Unit
from lantoa.units.queries.chart import believed
from lantoa.units.queries.within import among

SAMPLE = "số liệu mẫu"


@dataclass(frozen=True)
class Portrait:
    """A unit as it was on one day.

    `founded` is its first day, `closed_on` the first day on which it was closed; None is still
    open, as far as is known.
    """

    day: date
    pk: int
    uuid: UUID
    kind: Kind
    name: str
    code: str
    parent: int | None
    founded: date
    closed_on: date | None
    is_simulated: bool

    def is_open(self, day: date) -> bool:
        """Tell whether the unit was at work on a day."""
        return self.founded <= day and (self.closed_on is None or day < self.closed_on)

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it was at work; None where it still is."""
        return self.closed_on - timedelta(days=1) if self.closed_on else None

    @property
    def life(self) -> str:
        """Say from when to when it was at work, where it is no more."""
        return f"đến {write_day(self.last_day)}" if self.last_day else ""

    @property
    def full_name(self) -> str:
        """Return its name, with its last day where it was closed by the day of the portrait."""
        closed = self.closed_on is not None and self.closed_on <= self.day
        return f"{self.name} ({self.life})" if closed else self.name

    @property
    def marked_name(self) -> str:
        """Return its name for a list in which simulated units may stand beside real ones."""
        is_told = not self.is_simulated or SAMPLE in self.name
        return self.name if is_told else f"{self.name} ({SAMPLE})"


def portraits(
    units: Collection[int], *, on: date, as_known: datetime | None = None
) -> dict[int, Portrait]:
    """Return units as they were on a day, by id; six SELECTs however many there are.

    A unit is left out whose opening was reversed: it never was.
    """
    known = believed(as_known)
    names, codes = _last(Name, units, on=on, known=known), _last(Code, units, on=on, known=known)
    lives = _lives(units, on=on, known=known)
    changed = changed_kinds(units, on=on, as_known=as_known)
    rows = among(Unit.objects.all(), "pk", units).values_list("pk", "uuid", "kind", "is_simulated")
    return {
        pk: Portrait(
            day=on,
            pk=pk,
            uuid=uuid,
            kind=changed.get(pk) or Kind(kind),
            name=names.get(pk, ""),
            code=codes.get(pk, ""),
            parent=lives[pk].parent,
            founded=lives[pk].founded,
            closed_on=lives[pk].closed_on,
            is_simulated=simulated,
        )
        for pk, uuid, kind, simulated in rows
        if pk in lives
    }


def changed_kinds(
    units: Collection[int] | None, *, on: date, as_known: datetime | None = None
) -> dict[int, Kind]:
    """Return what units are on a day, for those whose kind had changed by then; all for None."""
    rows = KindChange.objects.filter(believed(as_known), since__lte=on).order_by("since")
    found = rows if units is None else among(rows, "unit_id", units)
    return {unit: Kind(kind) for unit, kind in found.values_list("unit_id", "value")}


def kinds_on(
    units: Collection[int], *, on: date, as_known: datetime | None = None
) -> dict[int, Kind]:
    """Return what some units are on a day; two SELECTs."""
    first = among(Unit.objects.all(), "pk", units).values_list("pk", "kind")
    changed = changed_kinds(units, on=on, as_known=as_known)
    return {unit: changed.get(unit) or Kind(kind) for unit, kind in first}


def kind_since(unit: int, *, on: date) -> date | None:
    """Return the day from which a unit has been what it is on a day; None is from the first on."""
    changes = KindChange.objects.filter(unit_id=unit, superseded_at__isnull=True, since__lte=on)
    return changes.order_by("-since").values_list("since", flat=True).first()


def portrait(unit: Unit | int, *, on: date, as_known: datetime | None = None) -> Portrait:
    """Return one unit as it was on a day."""
    pk = unit if isinstance(unit, int) else unit.pk
    return portraits([pk], on=on, as_known=as_known)[pk]


def _last(
    model: type[Name] | type[Code], units: Collection[int], *, on: date, known: Q
) -> dict[int, str]:
    """Return the value in force on a day, or the first one for a unit not yet born."""
    rows = among(cast(Any, model).objects.filter(known), "unit_id", units)
    values: dict[int, str] = {}
    for unit, since, value in rows.order_by("since").values_list("unit_id", "since", "value"):
        if since <= on or unit not in values:
            values[unit] = value
    return values


@dataclass
class _Life:
    parent: int | None = None
    founded: date = date.max
    closed_on: date | None = None


def _lives(units: Collection[int], *, on: date, known: Q) -> dict[int, _Life]:
    rows = among(Placement.objects.filter(known), "unit_id", units)
    lives: dict[int, _Life] = {}
    for placed in rows.order_by("since").values_list("unit_id", "since", "parent_id", "state"):
        unit, since, parent, state = placed
        life = lives.setdefault(unit, _Life())
        if since <= on:
            life.parent = parent
        if state == Placement.State.OPEN:
            life.founded = min(life.founded, since)
        if state == Placement.State.CLOSED:
            life.closed_on = since
    return lives


def members_on(units: Collection[int], *, on: date) -> dict[int, int]:
    """Return how many members of its own each unit has on a day, where it is known."""
    rows = among(
        Strength.objects.filter(superseded_at__isnull=True, since__lte=on), "unit_id", units
    )
    last = dict(rows.order_by("since").values_list("unit_id", "members"))
    return {unit: members for unit, members in last.items() if members is not None}
