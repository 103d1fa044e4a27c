"""The charts of a unit's page: over time, and over the units below."""

from collections.abc import Sequence
from itertools import groupby, islice, zip_longest
from operator import attrgetter
from typing import Any

from lantoa.acts.crossing import Crossing, Happening, Where
from lantoa.desk import charts
from lantoa.desk.queries.asking import query_of
from lantoa.desk.queries.overview import Overview, measure_address, unit_address
from lantoa.figures.period import write_day
from lantoa.figures.question import Question
from lantoa.figures.writing import write_number, write_short
from lantoa.tally.queries.series import SeriesPoint

MOST_CHARTS = 4
MOST_BARS = 12
MOST_BREAKS = 3


def over_time(page: Overview, crossing: Crossing) -> list[dict[str, Any]]:
    """Return charts of columns of a few measures that have any figure in the period."""
    codes = _drawn_first([kind.counted.shown.over_time for kind in page.kinds])
    drawn = (chart for code in codes if (chart := _columns(page, code, crossing)))
    return list(islice(drawn, MOST_CHARTS))


def _drawn_first(of_kinds: Sequence[Sequence[str]]) -> list[str]:
    """Return all that kinds would have drawn: the first of each, then the second of each."""
    return [code for rank in zip_longest(*of_kinds) for code in rank if code]


def _columns(page: Overview, code: str, crossing: Crossing) -> dict[str, Any] | None:
    measure = page.counted.lines[code].measure
    steps, left = page.answer.series(code)
    if len(steps) < 2 or all(step.figure is None for step in steps):
        return None
    rows = [
        (step.label, step.figure, measure_address(page.unit, code, query_of(_over(page, step))))
        for step in steps
    ]
    return {
        "title": f"{measure.label}, {page.asked.period}",
        "word": measure.unit,
        "chart": charts.columns(rows, write=_writer(measure.unit), breaks=_breaks(crossing, steps)),
        "left": left,
    }


def _over(page: Overview, step: SeriesPoint) -> Question:
    """Ask the same over one step of a chart, on the chart of its own days unless one was chosen."""
    return page.asked.question.over(step.period)


def _breaks(crossing: Crossing, steps: list[SeriesPoint]) -> list[tuple[int, str]]:
    """Return the dotted lines of a chart: before which step each reorganisation lies."""
    within = [each for each in crossing.happenings if each.where is Where.PERIOD]
    named = [(day, _named(list(one))) for day, one in groupby(within, attrgetter("day"))]
    breaks = [
        (place, f"{name}, từ {write_day(day)}")
        for day, name in named[:MOST_BREAKS]
        for place, step in enumerate(steps)
        if step.period.first <= day <= step.period.last
    ]
    left = len(named) - MOST_BREAKS
    return [*breaks, (breaks[-1][0], f"và {left} lần sắp xếp khác")] if left > 0 else breaks


def _named(one: list[Happening]) -> str:
    """Name the reorganisation of a day in one line: by its first decision, and how many more."""
    more = f" và {len(one) - 1} quyết định khác" if len(one) > 1 else ""
    return one[0].document + more


def over_units(page: Overview) -> list[dict[str, Any]]:
    """Return charts of bars of a few measures over the units below, the largest first."""
    codes = _drawn_first([kind.counted.shown.over_units for kind in page.kinds])
    return list(islice((chart for code in codes if (chart := _bars(page, code))), MOST_CHARTS))


def _bars(page: Overview, code: str) -> dict[str, Any] | None:
    line = page.counted.lines[code]
    known = [(unit, figure) for unit, figure in line.below.items() if figure is not None]
    if len(known) < 2:
        return None
    known.sort(key=lambda row: -row[1])
    rows = [
        (page.below[unit].full_name, figure, unit_address(page.below[unit], page.asked.query))
        for unit, figure in known[:MOST_BARS]
    ]
    more = f" ({MOST_BARS} đơn vị nhiều nhất)" if len(known) > MOST_BARS else ""
    return {
        "title": f"{line.measure.label} theo đơn vị{more}",
        "word": line.measure.unit,
        "rows": charts.bars(rows, write=_writer(line.measure.unit)),
    }


def _writer(word: str) -> charts.Write:
    return write_short if word == "đồng" else write_number
