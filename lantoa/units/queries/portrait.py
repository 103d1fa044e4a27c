"""Units as they were on a day: name, code, place, first and last day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Value

from lantoa.figures.period import write_day
from lantoa.units.models import Code, Kind, KindChange, Name, Placement, Strength, Unit
from lantoa.units.queries import plain
from lantoa.units.queries.chart import believed
from lantoa.units.queries.within import among

SAMPLE = "số liệu mẫu"
VALUES = ("is_name", "unit_id", "since", "value")
PLACES = ("unit_id", "since", "parent_id", "state")
CHANGES = """
SELECT changed.unit_id, changed.since, changed.value, changed.basis,
       act.number, act.signed_on, act.issuer
FROM (SELECT * FROM units_kindchange WHERE {believed}) changed
LEFT JOIN acts_act act ON act.id = changed.act_id
ORDER BY changed.since
"""


class KindChanged(NamedTuple):
    """What a unit was from a day on, and on which document or decision that rests."""

    unit_id: int
    since: date
    value: str
    basis: str
    number: str | None
    signed_on: date | None
    issuer: str | None


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


class Album:
    """Some units over all their days: asked of the database once, shown as they were on any day."""

    def __init__(self, *, as_known: datetime | None = None) -> None:
        """Take the moment whose knowledge counts; by default now."""
        self.as_known = as_known
        self.names: dict[int, list[tuple[date, str]]] = {}
        self.codes: dict[int, list[tuple[date, str]]] = {}
        self.places: dict[int, list[tuple[date, int | None, str]]] = {}
        self.units: dict[int, tuple[UUID, str, bool]] = {}

    @cached_property
    def changes(self) -> list[KindChanged]:
        """Return every change of kind, earliest first; so few that all are read at once."""
        condition, moments = plain.believed(self.as_known)
        rows = plain.ask(CHANGES.format(believed=condition), moments)
        return [
            KindChanged(unit, plain.day(since), value, basis, number, plain.day(signed), issuer)
            for unit, since, value, basis, number, signed, issuer in rows
        ]

    @cached_property
    def kinds(self) -> dict[int, list[tuple[date, str]]]:
        """Return the kinds that units had become, each from a day on."""
        held: dict[int, list[tuple[date, str]]] = {}
        for row in self.changes:
            held.setdefault(row.unit_id, []).append((row.since, row.value))
        return held

    def meet(self, units: Iterable[int]) -> None:
        """Ask for the units that are not here yet; three SELECTs however many they are."""
        new = set(units) - self.units.keys()
        if not new:
            return
        rows = among(Unit.objects.all(), "pk", new)
        for pk, uuid, kind, is_simulated in rows.values_list("pk", "uuid", "kind", "is_simulated"):
            self.units[pk] = uuid, kind, is_simulated
        for is_name, unit, since, value in self._words(new):
            held = self.names if is_name else self.codes
            held.setdefault(unit, []).append((since, value))
        places = self._rows(Placement, new).order_by("since")
        for unit, since, parent, state in places.values_list(*PLACES):
            self.places.setdefault(unit, []).append((since, parent, state))

    def _words(self, units: Collection[int]) -> QuerySet[Any]:
        """Return every name and code of some units in one SELECT, earliest first."""
        names, codes = (
            self._rows(model, units).annotate(is_name=Value(model is Name)).values_list(*VALUES)
            for model in (Name, Code)
        )
        found: QuerySet[Any] = names.union(codes, all=True).order_by("since")
        return found

    def _rows(self, model: Any, units: Collection[int]) -> QuerySet[Any]:
        return among(model.objects.filter(believed(self.as_known)), "unit_id", units)

    def on(self, day: date, units: Iterable[int]) -> dict[int, Portrait]:
        """Return units as they were on a day; one whose opening was reversed is left out."""
        asked = list(units)
        self.meet(asked)
        return {
            pk: self._portrait(pk, day) for pk in asked if pk in self.units and pk in self.places
        }

    def _portrait(self, pk: int, day: date) -> Portrait:
        uuid, kind, is_simulated = self.units[pk]
        life = _life(self.places[pk], day)
        changed = [value for since, value in self.kinds.get(pk, ()) if since <= day]
        return Portrait(
            day=day,
            pk=pk,
            uuid=uuid,
            kind=Kind(changed[-1] if changed else kind),
            name=_value_on(self.names.get(pk, ()), day),
            code=_value_on(self.codes.get(pk, ()), day),
            parent=life.parent,
            founded=life.founded,
            closed_on=life.closed_on,
            is_simulated=is_simulated,
        )


def portraits(
    units: Collection[int], *, on: date, as_known: datetime | None = None
) -> dict[int, Portrait]:
    """Return units as they were on a day, by id; four SELECTs however many there are.

    A unit is left out whose opening was reversed: it never was.
    """
    return Album(as_known=as_known).on(on, units)


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


def portrait(unit: Unit | int, *, on: date, as_known: datetime | None = None) -> Portrait:
    """Return one unit as it was on a day."""
    pk = unit if isinstance(unit, int) else unit.pk
    return portraits([pk], on=on, as_known=as_known)[pk]


def _value_on(changes: Sequence[tuple[date, str]], day: date) -> str:
    """Return the value in force on a day, or the first one for a unit not yet born."""
    held = [value for since, value in changes if since <= day]
    if held:
        return held[-1]
    return changes[0][1] if changes else ""


@dataclass
class _Life:
    parent: int | None = None
    founded: date = date.max
    closed_on: date | None = None


def _life(places: Sequence[tuple[date, int | None, str]], day: date) -> _Life:
    life = _Life()
    for since, parent, state in places:
        if since <= day:
            life.parent = parent
        if state == Placement.State.OPEN:
            life.founded = min(life.founded, since)
        if state == Placement.State.CLOSED:
            life.closed_on = since
    return life


def members_on(units: Collection[int], *, on: date) -> dict[int, int]:
    """Return how many members of its own each unit has on a day, where it is known."""
    rows = among(
        Strength.objects.filter(superseded_at__isnull=True, since__lte=on), "unit_id", units
    )
    last = dict(rows.order_by("since").values_list("unit_id", "members"))
    return {unit: members for unit, members in last.items() if members is not None}
