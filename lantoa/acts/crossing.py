"""What is to be said of figures that cross a reorganisation, in the words of pages and papers."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lantoa.acts.models import Act
from lantoa.figures.period import Period, write_day
from lantoa.figures.words import listed
from lantoa.units.models import END, Kind, KindChange, Placement, Succession, Unit
from lantoa.units.queries import Portrait, parents_under, portraits
from lantoa.units.queries.chart import believed
from lantoa.units.queries.within import among

OF_DISTRICT = "số liệu cấp huyện cũ, không phân bổ"
M = TypeVar("M", bound=Model)


class Where(Enum):
    """Between which days of what is shown a reorganisation lies."""

    PERIOD = "Kỳ này đi qua một lần sắp xếp"
    COMPARED = "Từ kỳ so sánh đến kỳ này có một lần sắp xếp"
    CHART = "Giữa kỳ này và ngày của sơ đồ có một lần sắp xếp"


@dataclass(frozen=True)
class Asked:
    """A period, the day of the chart it is counted on, and the period it is compared with."""

    period: Period
    chart: date
    before: Period | None = None
    as_known: datetime | None = None

    @property
    def days(self) -> set[date]:
        """Return the days on whose charts a unit may hold others."""
        earlier = {self.before.first} if self.before else set()
        return {self.period.first, self.period.last, self.chart, *earlier}

    def where(self, day: date) -> Where:
        """Tell between which days one day lies; what holds from the first day on is no break."""
        if self.period.first < day <= self.period.last:
            return Where.PERIOD
        if self.before and self.before.first < day <= self.period.first:
            return Where.COMPARED
        return Where.CHART


@dataclass(frozen=True)
class Happening:
    """A decision, or the document that stands for one, by which places or kinds changed."""

    day: date
    document: str
    where: Where

    @property
    def name(self) -> str:
        """Name it with number, date and the day from which it holds."""
        return f"{self.document}, có hiệu lực từ {write_day(self.day)}"

    @property
    def sentence(self) -> str:
        """Say it in full."""
        return f"{self.where.value}: {self.name}."


def together(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Join the decisions of one day: they are one reorganisation, named by all its documents."""
    for (where, day), one in groupby(happenings, key=lambda each: (each.where, each.day)):
        yield Happening(day, listed([each.document for each in one]), where)


@dataclass(frozen=True)
class Division:
    """A unit that was divided, and the principal successor under which its own figures count."""

    old: Portrait
    new: Portrait
    basis: str

    @property
    def sentence(self) -> str:
        """Say where the own figures of the divided unit count."""
        words = f"Số liệu riêng của {self.old.name} tính vào {self.new.name} {self.basis}"
        return words.strip() + "."


@dataclass(frozen=True)
class Crossing:
    """Decisions that figures cross, divided units, and former districts above the unit."""

    happenings: tuple[Happening, ...] = ()
    divisions: tuple[Division, ...] = ()
    districts: tuple[Portrait, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.happenings or self.divisions or self.districts)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say all of it, a sentence each."""
        happened = (each.sentence for each in together(self.happenings))
        divided = (each.sentence for each in self.divisions)
        return (*happened, *divided, *(f"{line_name(each)}." for each in self.districts))


def line_name(unit: Portrait) -> str:
    """Name a unit in a list of figures; of a former district say what its line counts."""
    has_ended = unit.closed_on is not None and unit.closed_on <= unit.day
    of_district = f": {OF_DISTRICT}" if has_ended and unit.kind == Kind.DISTRICT else ""
    return f"{unit.full_name}{of_district}"


def crossing(unit: Unit, asked: Asked) -> Crossing:
    """Return what happened, between the days asked about, to the units a figure is made of."""
    first, last = min(asked.days), max(asked.days)
    held = _held(unit, asked)
    within = Q(believed(asked.as_known), since__gt=first, since__lte=last)
    placed = _of(Placement.objects.filter(within), "unit", unit, held)
    changed = _of(KindChange.objects.filter(within), "unit", unit, held)
    return Crossing(
        _happenings(
            [*_placings(placed, asked), *_rows(changed.exclude(act=None, basis=""))], asked
        ),
        tuple(_divisions(unit, held, Period(first, last), asked.as_known)),
        tuple(_districts(unit, Period(first, last), asked.as_known)),
    )


def basis_of(act: Act | None, basis: str) -> str:
    """Say on what a change rests: its decision, or the words kept instead of one."""
    return f"theo {act}" if act else (f"theo {basis}" if basis else "")


def _held(unit: Unit, asked: Asked) -> set[int] | None:
    """Return all that hangs under a unit on the days asked about; None where it is the root."""
    if not unit.placements.filter(believed(asked.as_known), parent__isnull=False).exists():
        return None
    under = (parents_under(unit.pk, on=day, as_known=asked.as_known) for day in asked.days)
    return set().union(*under)


def _of(rows: QuerySet[M], column: str, unit: Unit, held: Collection[int] | None) -> QuerySet[M]:
    if held is None:
        return rows.filter(**{f"{column}__home": unit.home})
    return among(rows, f"{column}_id", held)


Row = tuple[date, str, int | None]
"""A day, the document that stands for a decision, and the decision."""


def _happenings(rows: Iterable[Row], asked: Asked) -> tuple[Happening, ...]:
    """Name each decision once, and each document that stands for one."""
    acts = Act.objects.in_bulk({act for _, _, act in rows if act})
    told = {(day, str(acts[act]) if act else basis) for day, basis, act in rows}
    return tuple(Happening(day, words, asked.where(day)) for day, words in sorted(told))


def _placings(placed: QuerySet[Placement], asked: Asked) -> list[Row]:
    """Return by what places changed.

    A document by which a unit only began, out of none, is no reorganisation.
    """
    earlier = Placement.objects.filter(
        believed(asked.as_known),
        unit=OuterRef("unit"),
        since__lt=OuterRef("since"),
        state=Placement.State.OPEN,
    )
    at_work = placed.exclude(state=Placement.State.BEFORE)
    return _rows(at_work.filter(Q(act__isnull=False) | (~Q(basis="") & Exists(earlier))))


def _rows(rows: QuerySet[Placement] | QuerySet[KindChange]) -> list[Row]:
    return list(rows.order_by().values_list("since", "basis", "act_id").distinct())


def _divisions(
    unit: Unit, held: Collection[int] | None, stretch: Period, as_known: datetime | None
) -> Iterator[Division]:
    """Yield each unit divided within a stretch, with where its own figures count."""
    parts = Succession.objects.filter(
        believed(as_known),
        extent=Succession.Extent.PART,
        on__gt=stretch.first,
        on__lte=stretch.last,
    )
    ours = set(parts.filter(successor=unit).values_list("predecessor_id", flat=True))
    ours |= set(_of(parts, "predecessor", unit, held).values_list("predecessor_id", flat=True))
    principals = among(parts.filter(is_principal=True), "predecessor_id", ours)
    rows = list(principals.select_related("act").order_by("on", "pk"))
    units = {each for row in rows for each in (row.predecessor_id, row.successor_id)}
    shown = {day: portraits(units, on=day, as_known=as_known) for day in {row.on for row in rows}}
    for row in rows:
        old, new = shown[row.on][row.predecessor_id], shown[row.on][row.successor_id]
        yield Division(old, new, basis_of(row.act, row.basis))


def _districts(unit: Unit, stretch: Period, as_known: datetime | None) -> Iterator[Portrait]:
    """Yield the ended districts that a unit, or one it was formed of, hung under in a stretch."""
    taken = Succession.objects.filter(believed(as_known), successor=unit)
    units = [unit.pk, *taken.values_list("predecessor_id", flat=True)]
    above = _above(units, stretch, as_known)
    shown = portraits(above, on=stretch.last, as_known=as_known)
    for each in sorted(shown.values(), key=lambda one: one.pk):
        ended = each.closed_on is not None and each.closed_on <= stretch.last
        if ended and each.kind == Kind.DISTRICT:
            yield each


def _above(units: Collection[int], stretch: Period, as_known: datetime | None) -> set[int]:
    """Return what stood directly above some units on any day of a stretch."""
    rows = Placement.objects.filter(
        believed(as_known), unit_id__in=units, since__lte=stretch.last
    ).order_by("unit_id", "since")
    listed = [*rows.values_list("unit_id", "since", "parent_id", "state")]
    found = set()
    for row, later in pairwise([*listed, (0, END, None, "")]):
        until = later[1] if later[0] == row[0] else END
        if until > stretch.first and row[3] != Placement.State.BEFORE and row[2] is not None:
            found.add(row[2])
    return found
