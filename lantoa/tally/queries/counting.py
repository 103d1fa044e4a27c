"""Counting live: one pass a kind of record, added up along the chart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.figures.tree import Tree
from lantoa.records.indicators import measures as indicators
from lantoa.records.indicators.queries import stated
from lantoa.tally.catalogue import FAMILIES, MEMBERS, ON_CHART
from lantoa.tally.queries.chart import (
    Ground,
    counted_on_chart,
    ground_under,
    members_stated,
    recording_units,
)
from lantoa.tally.queries.sheet import Coverage, Line, Sheet
from lantoa.units.models import Kind

Own = Mapping[int, Sequence[int | None]]


@dataclass(frozen=True)
class Question:
    """What is asked: which unit, when, on which chart, as known at which moment."""

    unit: int
    period: Period
    chart: date
    as_known: datetime | None

    @property
    def stretch(self) -> dict[str, Period | datetime | None]:
        """Return period and moment as the kinds of record take them."""
        return {"period": self.period, "as_known": self.as_known}


def sheet(
    *,
    unit: int,
    period: Period,
    chart: date | None = None,
    as_known: datetime | None = None,
) -> Sheet:
    """Return every figure of a unit for a period.

    The chart is by default that of the last day of the period. Own figures come from the unit's
    records; totals add those of every unit under it on that chart.
    """
    asked = Question(unit, period, chart or period.last, as_known)
    ground = ground_under(unit, day=asked.chart, as_known=as_known)
    tree, branches = ground.tree, branches_of(ground.tree, unit)
    lines: dict[str, Line] = {}
    coverage: dict[str, Coverage] = {}
    expected = recording_units(ground, period=period, as_known=as_known)
    for family in FAMILIES:
        own = family.own(units=tree.parents, **asked.stretch)
        coverage[family.code] = covered(own, expected)
        lines |= added_up(family.measures, own, branches, unit)
    lines |= _lines_on_chart(ground, branches, asked)
    lines |= _lines_of_indicators(ground, branches, asked)
    return Sheet(unit, period, asked.chart, as_known, lines, coverage, apart_of(tree, asked))


def branches_of(tree: Tree, unit: int) -> dict[int, int]:
    """Return, for each unit under one, the unit directly below it through which it is reached."""
    branches = {unit: unit}
    for each in tree.downward:
        parent = tree.parents[each]
        if each != unit and parent is not None:
            branches[each] = each if parent == unit else branches[parent]
    return branches


def added_up(
    measures: Iterable[Measure], own: Own, branches: Mapping[int, int], unit: int
) -> dict[str, Line]:
    """Return a line a measure; the sequences of `own` begin with the measures in the same order."""
    listed = tuple(measures)
    groups: dict[int, list[Sequence[int | None]]] = {}
    for each, figures in own.items():
        groups.setdefault(branches[each], []).append(figures)
    below = {branch: _added(rows) for branch, rows in groups.items() if branch != unit}
    mine = own.get(unit, [None] * len(listed))
    columns = list(zip(*own.values(), strict=True)) or [()] * len(listed)
    return {
        measure.code: _line(
            measure, mine[place], columns[place], {b: row[place] for b, row in below.items()}
        )
        for place, measure in enumerate(listed)
    }


def _added(rows: Sequence[Sequence[int | None]]) -> Sequence[int | None]:
    """Add figures of many units column by column; a column that nobody filled stays unknown."""
    if len(rows) == 1:
        return rows[0]
    return [_sum(column)[0] for column in zip(*rows, strict=True)]


def _sum(column: Iterable[int | None]) -> tuple[int | None, int]:
    """Return the sum of what is known, and how many units stated it."""
    known = [figure for figure in column if figure is not None]
    return (sum(known) if known else None), len(known)


def _line(
    measure: Measure,
    own: int | None,
    column: Iterable[int | None],
    below: Mapping[int, int | None],
) -> Line:
    total, units = _sum(column)
    if not measure.adds:
        return Line(measure, own, own, {}, units)
    return Line(measure, own, total, below, units)


def covered(own: Own, expected: Sequence[int]) -> Coverage:
    """Return how many of the units that were at work in a period recorded anything in it."""
    silent = tuple(each for each in expected if each not in own)
    return Coverage(asked=len(expected), said=len(expected) - len(silent), silent=silent)


def apart_of(tree: Tree, asked: Question) -> dict[str, tuple[object, ...]]:
    """Return the records that cannot be divided by the period, by kind."""
    cut_by = {family.code: family.apart for family in FAMILIES} | {"indicators": indicators.apart}
    return {
        code: tuple(apart(units=tree.parents, **asked.stretch)) for code, apart in cut_by.items()
    }


def _lines_on_chart(
    ground: Ground, branches: Mapping[int, int], asked: Question
) -> dict[str, Line]:
    counted = counted_on_chart(ground)
    members = members_stated(ground, as_known=asked.as_known)
    return added_up(ON_CHART, counted, branches, asked.unit) | added_up(
        [MEMBERS], members, branches, asked.unit
    )


def _lines_of_indicators(
    ground: Ground, branches: Mapping[int, int], asked: Question
) -> dict[str, Line]:
    known = indicators.known_measures()
    found = stated(units=ground.tree.parents, period=asked.period, as_known=asked.as_known)
    own: dict[int, list[int | None]] = {}
    for place, (sort, column) in enumerate(known.values()):
        for (unit, stated_sort), (value, whole) in found.items():
            if stated_sort == sort:
                row = own.setdefault(unit, [None] * len(known))
                row[place] = value if column == "value" else whole
    lines = added_up(known, own, branches, asked.unit)
    return lines | _of_the_area(lines, own, ground, asked.unit)


def _of_the_area(lines: Mapping[str, Line], own: Own, ground: Ground, unit: int) -> dict[str, Line]:
    """Let a committee cite what its own People's Committee states of their common area.

    Ranks, averages and shares are never added; but of one area there is only one.
    """
    children = ground.tree.children.get(unit, ())
    governments = [each for each in children if ground.kinds[each] == Kind.GOVERNMENT]
    if len(governments) != 1:
        return {}
    stated_there = own.get(governments[0], [None] * len(lines))
    return {
        code: replace(line, total=figure, below={governments[0]: figure}, units=1)
        for (code, line), figure in zip(lines.items(), stated_there, strict=True)
        if not line.measure.adds and line.own is None and figure is not None
    }
