"""One answer to one question: tree, names and records are each asked of the database once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from lantoa.acts.crossing import Crossed, Crossing, Stretches, crossed
from lantoa.figures.charted import ON_CHART
from lantoa.figures.formula import FORMULAS
from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.record.kinds import KindConfig, quoting
from lantoa.records.record.queries.cutting import cut_by
from lantoa.records.record.quoting import Quoted
from lantoa.records.record.sums import Found, Own, Scope, Wanted
from lantoa.tally.catalogue import FUNDS, UNITS, Family, families
from lantoa.tally.queries.chart import (
    Ground,
    Strengths,
    counted_on_chart,
    grounds_under,
)
from lantoa.tally.queries.counting import lines_of
from lantoa.tally.queries.funds import FundsInUse
from lantoa.tally.queries.owing import coverage_of
from lantoa.tally.queries.quoting import Comparison, beside, compared
from lantoa.tally.queries.reckoning import reckoned
from lantoa.tally.queries.series import SeriesPoint, series
from lantoa.tally.queries.sheet import Line, Sheet
from lantoa.tally.queries.stating import Stating
from lantoa.units.models import PARTY_KINDS, Placement
from lantoa.units.queries import Album, Portrait, path_above

Source = Callable[[KindConfig, Sequence[Measure], Wanted], Found]
"""Where figures come from: counted live, or held somewhere and always equal to that."""


def live(kind: KindConfig, measures: Sequence[Measure], wanted: Wanted) -> Found:
    """Count the records of a kind as they are."""
    return kind.counted.count(measures, wanted)


class Answer:
    """Everything that pages and papers tell of one question.

    `before` is the period that it is compared with; `quoted` are published figures of the unit,
    each held against what is computed over its own stretch; `is_told` says that reorganisations
    will be told, so that their days and units are asked for with the others. What is never looked
    at is never asked.
    """

    def __init__(
        self,
        asked: Question,
        *,
        before: Period | None = None,
        quoted: Sequence[Quoted] = (),
        is_told: bool = False,
        source: Source = live,
    ) -> None:
        """Take the question, and what is to be held beside its figures."""
        self.asked = asked
        self.earlier = before
        self.quoted = quoted
        self.is_told = is_told
        self.source = source
        self.album = Album(as_known=asked.as_known)

    @cached_property
    def families(self) -> dict[str, Family]:
        """Return the measures there are, by family."""
        return families()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return the question, and the same over each stretch of a published figure."""
        periods = {each.period for each in self.quoted if each.measure} - {self.asked.period}
        return (self.asked, *(self.asked.over(period) for period in sorted(periods)))

    @cached_property
    def grounds(self) -> dict[date, Ground]:
        """Return the chart of the unit on every day that matters."""
        days = {each.day for each in self.questions}
        crossing = self.stretches.days if self.is_told else set()
        return grounds_under(self.asked, days | crossing, self.album)

    @property
    def ground(self) -> Ground:
        """Return the chart of the question."""
        return self.grounds[self.asked.day]

    @property
    def units(self) -> Collection[int]:
        """Return the unit and everything under it."""
        return self.ground.tree.parents

    @cached_property
    def found(self) -> dict[str, Found]:
        """Return what was counted of each kind of record; one SELECT a kind."""
        return {
            code: self.source(family.kind, family.measures, self._wanted)
            for code, family in self.families.items()
            if family.kind is not None
        }

    @cached_property
    def _wanted(self) -> Wanted:
        stretches = [Scope(self._under(each), each.period) for each in self.questions]
        if self.earlier is None:
            return Wanted(stretches, as_known=self.asked.as_known, movement=self.asked.movement)
        before, (stretch, *_) = Scope(self.units, self.earlier), stretches
        return Wanted(stretches, before, stretch, self.asked.as_known, self.asked.movement)

    def _under(self, asked: Question) -> Collection[int]:
        return self.grounds[asked.day].tree.parents

    @cached_property
    def sheet(self) -> Sheet:
        """Return every figure of the unit, with who said nothing and what the period cuts."""
        recorded = {code: found.own[0] for code, found in self.found.items()}
        kinds = [each.kind for each in self.families.values() if each.kind]
        stretch = Scope(self.units, self.asked.period)
        apart = cut_by(kinds, stretch, self.asked.as_known, self.asked.movement)
        coverage = (
            {} if self.asked.movement else coverage_of(self.ground, self.asked, recorded, apart)
        )
        return Sheet(self.asked, self._lines(0), coverage, apart)

    def _lines(self, place: int) -> dict[str, Line]:
        ground = self.grounds[self.questions[place].day]
        lines: dict[str, Line] = {}
        for family, own in self._own(place, ground):
            lines |= lines_of(family, own, ground, self.asked.unit)
        worked_out = self.families.get(FORMULAS)
        return lines | (reckoned(worked_out.measures, lines) if worked_out else {})

    def _own(self, place: int, ground: Ground) -> Iterator[tuple[Family, Own]]:
        """Yield each family with the own figures of its measures over one stretch."""
        on_chart, members = counted_on_chart(ground), self._strengths.on(ground)
        yield (
            UNITS,
            {
                unit: [*on_chart.get(unit, [None] * len(ON_CHART)), *members.get(unit, [None])]
                for unit in on_chart.keys() | members.keys()
            },
        )
        for code, found in self.found.items():
            yield self.families[code], found.own[place]
        yield FUNDS, {} if self.asked.movement else self._funds.on(ground)

    @cached_property
    def _funds(self) -> FundsInUse:
        return FundsInUse(self.grounds.values(), self.asked.as_known)

    @cached_property
    def _strengths(self) -> Strengths:
        return Strengths(self.grounds.values(), self.asked.as_known)

    @cached_property
    def before(self) -> Mapping[str, int | None]:
        """Return the totals of the period before, by code, on the chart of the question."""
        return {
            measure.code: figure
            for code, found in self.found.items()
            for measure, figure in zip(self.families[code].measures, found.together, strict=True)
        }

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """Return the published figures beside the computed ones, earliest first."""
        sheets = {self.asked.period: self.sheet}
        for place, each in enumerate(self.questions[1:], start=1):
            sheets[each.period] = Sheet(each, self._lines(place))
        return [
            compared(each, sheets[each.period] if each.measure else None) for each in self.quoted
        ]

    @cached_property
    def stating(self) -> Stating:
        """Return who stated what, and what is to be reached in the year."""
        kinds = [each.kind for each in self.families.values() if each.kind]
        return Stating(self.sheet, kinds, self.units, self.found)

    def stated(self, code: str) -> list[str]:
        """Say who stated a figure: what, the unit, the day, the agency; latest first."""
        return self.stating.said(code, self.names)

    @cached_property
    def quoted_of_area(self) -> list[Comparison]:
        """Return what publications state of the bodies of the area, and of units that ended in it.

        They stand beside, as quoted, under the name of their unit, and enter no total.
        """
        if self.asked.movement:
            return []
        stated = quoting().stated(self.asked, self._of_area)
        names = self.names(each.unit_id for each in stated)
        return [beside(each, names[each.unit_id].full_name) for each in stated]

    @property
    def _of_area(self) -> list[int]:
        below, ground = self.ground.tree.children.get(self.asked.unit, ()), self.ground
        closed = Placement.State.CLOSED
        return [
            each
            for each in below
            if ground.states[each] == closed or ground.kinds[each] not in PARTY_KINDS
        ]

    def series(self, code: str) -> tuple[list[SeriesPoint], int]:
        """Return one measure step by step, and how many records are too long for one step."""
        family = self.families[self.sheet.lines[code].family]
        place = [each.code for each in family.measures].index(code)
        return series(self.found[family.code].by_days, self.asked.period, place=place)

    @cached_property
    def stretches(self) -> Stretches:
        """Return the days between which a reorganisation matters."""
        return Stretches(self.asked, self.earlier)

    @cached_property
    def _crossed(self) -> Crossed:
        held = {unit for day in self.stretches.days for unit in self._held_on(day)}
        return crossed(self.stretches, held=held, album=self.album)

    def _held_on(self, day: date) -> Collection[int]:
        found = self.grounds.get(day) or grounds_under(self.asked, [day], self.album)[day]
        return found.tree.parents

    @cached_property
    def crossing(self) -> Crossing:
        """Return the reorganisations that the figures cross."""
        return self._crossed.told(self.album)

    @property
    def closed_on(self) -> date | None:
        """Return the first day on which the unit was closed; None where it still is open."""
        return self._crossed.closed_on

    @cached_property
    def way(self) -> list[int]:
        """Return the units above on the chart, nearest first."""
        return path_above(self.asked.unit, on=self.asked.day, as_known=self.asked.as_known)

    @cached_property
    def children(self) -> list[int]:
        """Return the units directly below on the chart: closed ones too, and whatever is counted.

        A unit that was not founded by the day of the chart has its place there all the same, and
        what it recorded later is counted: only one with no figure is left out.
        """
        below = self.ground.tree.children.get(self.asked.unit, ())
        states, counted = self.ground.states, self._counted_below
        return sorted(
            each for each in below if each in counted or states[each] != Placement.State.BEFORE
        )

    @property
    def _counted_below(self) -> set[int]:
        lines = self.sheet.lines.values()
        return {unit for line in lines for unit, figure in line.below.items() if figure is not None}

    def meet(self, units: Iterable[int] = ()) -> None:
        """Ask for the names of everything that a page shows at once."""
        below = {each for line in self.sheet.lines.values() for each in line.below}
        told = self._crossed.units if self.is_told else set()
        self.album.meet(
            {self.asked.unit, *self.children, *self.way, *below, *told, *units, *self.stating.units}
        )

    def names(self, units: Iterable[int]) -> dict[int, Portrait]:
        """Return units as they were on the day of the chart."""
        return self.album.on(self.asked.day, units)

    @property
    def portrait(self) -> Portrait:
        """Return the unit itself on the day of the chart."""
        return self.names([self.asked.unit])[self.asked.unit]


def answer(asked: Question, *, before: Period | None = None) -> Answer:
    """Return the answer to a question, with what publications state beside it.

    They state it of everything; beside the figures of one movement they would mislead.
    """
    quoted = [] if asked.movement else quoting().stated(asked, [asked.unit])
    return Answer(asked, before=before, quoted=quoted, is_told=True)


def sheet(asked: Question) -> Sheet:
    """Return every figure of a unit for a period: own, total, and of each unit below."""
    return Answer(asked).sheet
