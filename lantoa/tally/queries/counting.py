"""Adding own figures up along a chart, as the lines of a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lantoa.figures.measure import Nature
from lantoa.figures.writing import rounded
from lantoa.records.record.sums import Figures, Own
from lantoa.tally.catalogue import Family
from lantoa.tally.queries.chart import Ground
from lantoa.tally.queries.sheet import Line
from lantoa.units.models import Kind

STATED_ALONE = (Nature.LOOSE, Nature.APART)


def lines_of(family: Family, own: Own, ground: Ground, unit: int) -> dict[str, Line]:
    """Return a line for each measure of a kind: what a unit did, and what hangs under it."""
    lines = added_up(family, own, ground.tree.branches, unit)
    return lines | of_the_area(lines, own, ground, unit)


def added_up(family: Family, own: Own, branches: Mapping[int, int], unit: int) -> dict[str, Line]:
    """Return a line a measure; the sequences of `own` are in the order of the measures."""
    groups: dict[int, list[Figures]] = {}
    for each, figures in own.items():
        groups.setdefault(branches[each], []).append(figures)
    below = {branch: _added(family, rows) for branch, rows in groups.items() if branch != unit}
    mine = own.get(unit, [None] * len(family.measures))
    columns = list(zip(*own.values(), strict=True)) or [()] * len(family.measures)
    return {
        measure.code: _line(family, place, mine[place], columns, below)
        for place, measure in enumerate(family.measures)
    }


def _added(family: Family, rows: Sequence[Figures]) -> Figures:
    """Add figures of many units column by column; a column that nobody filled stays unknown."""
    if len(rows) == 1:
        return rows[0]
    columns = list(zip(*rows, strict=True))
    return [_total(family, place, columns)[0] for place in range(len(columns))]


def _total(
    family: Family, place: int, columns: Sequence[Sequence[int | None]]
) -> tuple[int | None, int]:
    """Return what a column comes to, and how many units stated it."""
    weight = family.weights.get(place)
    return _sum(columns[place]) if weight is None else _average(columns[place], columns[weight])


def _average(column: Sequence[int | None], weights: Sequence[int | None]) -> tuple[int | None, int]:
    """Return the average by weight of what is stated with one, and how many units stated both.

    What one unit alone stated is what it stated, its weight known or not.
    """
    stated = [each for each in column if each is not None]
    if len(stated) == 1:
        return stated[0], 1
    both = [
        (figure, weight)
        for figure, weight in zip(column, weights, strict=True)
        if figure is not None and weight
    ]
    if not both:
        return None, 0
    added, of = sum(f * w for f, w in both), sum(w for _, w in both)
    return rounded(added, of, scale=0), len(both)


def _sum(column: Iterable[int | None]) -> tuple[int | None, int]:
    """Return the sum of what is known, and how many units stated it."""
    known = [figure for figure in column if figure is not None]
    return (sum(known) if known else None), len(known)


def _line(
    family: Family,
    place: int,
    own: int | None,
    columns: Sequence[Sequence[int | None]],
    below: Mapping[int, Figures],
) -> Line:
    """Return the line of the measure at a place, with what stands under it; what adds is added."""
    measure = family.measures[place]
    total, units = _total(family, place, columns)
    if not measure.adds and place not in family.weights:
        return Line(family.code, measure, own, own, {}, units)
    branched = {branch: figures[place] for branch, figures in below.items()}
    return Line(family.code, measure, own, total, branched, units)


def of_the_area(lines: Mapping[str, Line], own: Own, ground: Ground, unit: int) -> dict[str, Line]:
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
        if line.measure.nature in STATED_ALONE and line.own is None and figure is not None
    }
