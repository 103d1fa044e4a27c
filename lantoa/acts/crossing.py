"""What is to be said of figures that cross a reorganisation, in the words of pages and papers."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import groupby, pairwise
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lantoa.acts.models import Act, cite
from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.figures.words import listed
from lantoa.units.models import END, Kind, Placement, Succession, Unit
from lantoa.units.queries import Album, Portrait, parents_under
from lantoa.units.queries.chart import Place, believed
from lantoa.units.queries.within import among

CLOSED = Placement.State.CLOSED.value
OF_DISTRICT = "số liệu cấp huyện cũ, không phân bổ"
M = TypeVar("M", bound=Model)


class Where(Enum):
    """Between which days of what is shown a reorganisation lies."""

    PERIOD = "Kỳ này đi qua một lần sắp xếp"
    COMPARED = "Từ kỳ so sánh đến kỳ này có một lần sắp xếp"
    CHART = "Giữa kỳ này và ngày của sơ đồ có một lần sắp xếp"


@dataclass(frozen=True)
class Stretches:
    """A question, and the period that its figures are compared with."""

    asked: Question
    before: Period | None = None

    @property
    def days(self) -> set[date]:
        """Return the days on whose charts a unit may hold others."""
        period, earlier = self.asked.period, {self.before.first} if self.before else set()
        return {period.first, period.last, self.asked.day, *earlier}

    @property
    def whole(self) -> Period:
        """Return the stretch from the first of these days to the last."""
        return Period(min(self.days), max(self.days))

    def where(self, day: date) -> Where:
        """Tell between which days one day lies; what holds from the first day on is no break."""
        period = self.asked.period
        if period.first < day <= period.last:
            return Where.PERIOD
        if self.before and self.before.first < day <= period.first:
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


def crossing(asked: Question, *, before: Period | None = None) -> Crossing:
    """Return what happened, between the days asked about, to the units a figure is made of."""
    stretches = Stretches(asked, before)
    under = (parents_under(asked.unit, on=d, as_known=asked.as_known) for d in stretches.days)
    album = Album(as_known=asked.as_known)
    return crossed(stretches, held=set().union(*under), album=album).told(album)


@dataclass(frozen=True)
class Crossed:
    """The rows that a crossing is told from, before the units in them have names.

    `closed_on` is the first day on which the unit itself was closed, whenever that is.
    """

    happenings: tuple[Happening, ...]
    divisions: Sequence[Succession]
    above: frozenset[int]
    last: date
    closed_on: date | None

    @property
    def units(self) -> set[int]:
        """Return every unit that will be named."""
        parts = {each for row in self.divisions for each in (row.predecessor_id, row.successor_id)}
        return parts | self.above

    def told(self, album: Album) -> Crossing:
        """Return what is said, with the names that units bore on the day."""
        album.meet(self.units)
        divided = tuple(_division(row, album) for row in self.divisions)
        return Crossing(self.happenings, divided, tuple(self._districts(album)))

    def _districts(self, album: Album) -> Iterator[Portrait]:
        """Yield the ended districts that the unit, or one it was formed of, hung under."""
        for _, each in sorted(album.on(self.last, self.above).items()):
            ended = each.closed_on is not None and each.closed_on <= self.last
            if ended and each.kind == Kind.DISTRICT:
                yield each


def crossed(stretches: Stretches, *, held: Collection[int], album: Album) -> Crossed:
    """Return what happened to a unit and all that it held on the days asked about; three SELECTs.

    Of a root, which holds all there is, its home is asked instead of every unit.
    """
    asked, whole = stretches.asked, stretches.whole
    places = _own_places(asked)
    is_root = not any(unit == asked.unit and parent for unit, _, parent, _ in places)
    under = _Under(asked.unit, None if is_root else held)
    within = Q(believed(asked.as_known), since__gt=whole.first, since__lte=whole.last)
    placed = under.of(Placement.objects.filter(within), "unit")
    rows = [*_placings(placed, asked.as_known), *_changes(album, held, whole)]
    return Crossed(
        _happenings(rows, stretches),
        list(_divisions(under, whole, asked.as_known)),
        frozenset(_above(places, whole)),
        whole.last,
        _closed_on(asked.unit, places),
    )


@dataclass(frozen=True)
class _Under:
    """A unit with all that it holds; None is its whole home."""

    unit: int
    held: Collection[int] | None

    def of(self, rows: QuerySet[M], column: str) -> QuerySet[M]:
        """Keep the rows of these units."""
        if self.held is None:
            home = Unit.objects.filter(pk=self.unit).values("home")
            return rows.filter(**{f"{column}__home__in": home})
        return among(rows, f"{column}_id", self.held)


def basis_of(act: Act | None, basis: str) -> str:
    """Say on what a change rests: its decision, or the words kept instead of one."""
    return f"theo {act}" if act else (f"theo {basis}" if basis else "")


Row = tuple[date, str, str | None, date | None, str | None]
"""A day, the document that stands for a decision, and the decision: number, signed, issuer."""
ROW = ("since", "basis", "act__number", "act__signed_on", "act__issuer")


def _happenings(rows: Iterable[Row], stretches: Stretches) -> tuple[Happening, ...]:
    """Name each decision once, and each document that stands for one."""
    told = {(day, _document(basis, *act)) for day, basis, *act in rows}
    return tuple(Happening(day, words, stretches.where(day)) for day, words in sorted(told))


def _document(basis: str, number: Any, signed_on: Any, issuer: Any) -> str:
    return basis if number is None else cite(number, signed_on=signed_on, issuer=issuer)


def _placings(placed: QuerySet[Placement], as_known: datetime | None) -> list[Row]:
    """Return by what places changed.

    A document by which a unit only began, out of none, is no reorganisation.
    """
    earlier = Placement.objects.filter(
        believed(as_known),
        unit=OuterRef("unit"),
        since__lt=OuterRef("since"),
        state=Placement.State.OPEN,
    )
    at_work = placed.exclude(state=Placement.State.BEFORE)
    return _rows(at_work.filter(Q(act__isnull=False) | (~Q(basis="") & Exists(earlier))))


def _rows(rows: QuerySet[Placement]) -> list[Row]:
    return list(rows.order_by().values_list(*ROW).distinct())


def _changes(album: Album, held: Container[int], whole: Period) -> Iterator[Row]:
    """Yield by what kinds changed within a stretch, where that rests on a document."""
    for row in album.changes:
        is_within = whole.first < row.since <= whole.last and row.unit_id in held
        if is_within and (row.number is not None or row.basis):
            yield row.since, row.basis, row.number, row.signed_on, row.issuer


def _divisions(under: _Under, stretch: Period, as_known: datetime | None) -> QuerySet[Succession]:
    """Return where the own figures of each unit divided within a stretch count."""
    parts = Succession.objects.filter(
        believed(as_known),
        extent=Succession.Extent.PART,
        on__gt=stretch.first,
        on__lte=stretch.last,
    )
    ours = parts.filter(successor=under.unit).values("predecessor_id")
    held = under.of(parts, "predecessor").values("predecessor_id")
    principals = parts.filter(Q(predecessor__in=ours) | Q(predecessor__in=held), is_principal=True)
    return principals.select_related("act").order_by("on", "pk")


def _division(row: Succession, album: Album) -> Division:
    shown = album.on(row.on, [row.predecessor_id, row.successor_id])
    old, new = shown[row.predecessor_id], shown[row.successor_id]
    return Division(old, new, basis_of(row.act, row.basis))


def _own_places(asked: Question) -> list[Place]:
    """Return every place of a unit and of those that it was formed of, in order."""
    taken = Succession.objects.filter(believed(asked.as_known), successor=asked.unit)
    of = Q(unit=asked.unit) | Q(unit__in=taken.values("predecessor_id"))
    rows = Placement.objects.filter(believed(asked.as_known), of).order_by("unit_id", "since")
    return list(rows.values_list("unit_id", "since", "parent_id", "state"))


def _closed_on(unit: int, places: Sequence[Place]) -> date | None:
    closed = [since for each, since, _, state in places if (each, state) == (unit, CLOSED)]
    return closed[-1] if closed else None


def _above(places: Sequence[Place], stretch: Period) -> Iterator[int]:
    """Yield what stood directly above some units on any day of a stretch."""
    listed = [row for row in places if row[1] <= stretch.last]
    for row, later in pairwise([*listed, (0, END, None, "")]):
        until = later[1] if later[0] == row[0] else END
        if until > stretch.first and row[3] != Placement.State.BEFORE and row[2] is not None:
            yield row[2]
