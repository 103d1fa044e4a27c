"""Measures that are worked out of others: own, total, and of each unit below, line by line."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from lantoa.figures.formula import FORMULAS, Formula, Misformed, read_formula
from lantoa.figures.measure import Measure
from lantoa.figures.writing import rounded
from lantoa.tally.queries.sheet import Line

Looked = Callable[[Line], int | None]


def reckoned(measures: Iterable[Measure], lines: Mapping[str, Line]) -> dict[str, Line]:
    """Return a line for each measure that is worked out of some lines."""
    return {each.code: _line(each, lines) for each in measures}


@lru_cache(maxsize=256)
def formula_of(text: str) -> Formula | None:
    """Return a formula that was read; None for one that no longer can be."""
    try:
        return read_formula(text)
    except Misformed:
        return None


def _line(measure: Measure, lines: Mapping[str, Line]) -> Line:
    formula = formula_of(measure.formula)
    named = [lines[code] for code in formula.codes if code in lines] if formula else []
    if formula is None or len(named) < len(formula.codes):
        return Line(FORMULAS, measure, None, None, {}, 0)

    def worked(look: Looked) -> int | None:
        return _worked(measure, formula, lines, look)

    units = {unit for line in named for unit in line.below}
    below = {unit: worked(lambda line, unit=unit: line.below.get(unit)) for unit in sorted(units)}  # type: ignore[misc]
    spoke = min(line.units for line in named)
    own, total = worked(lambda line: line.own), worked(lambda line: line.total)
    return Line(FORMULAS, measure, own, total, below, spoke)


def _worked(
    measure: Measure, formula: Formula, lines: Mapping[str, Line], look: Looked
) -> int | None:
    def known(code: str) -> Fraction | None:
        figure = look(lines[code])
        return None if figure is None else Fraction(figure, 10 ** lines[code].measure.scale)

    result = formula.reckon(known)
    if result is None:
        return None
    return rounded(result.numerator, result.denominator, scale=measure.scale)
