"""What stands behind a figure: the units below, then the records."""

from dataclasses import dataclass
from typing import Any

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure
from lantoa.records.indicators import queries as indicators
from lantoa.records.meetings import measures as meetings
from lantoa.records.works import measures as works
from lantoa.tally.queries.sheet import Sheet
from lantoa.units.queries import Portrait, portraits

OF_RECORDS = {"meetings": meetings.of_records, "works": works.of_records}


@dataclass(frozen=True)
class Behind:
    """The parts of one figure: own records, each with what it adds, and the units below.

    `apart` are records of the same kind that the period cuts; no figure of it counts them.
    """

    below: list[tuple[Portrait, int | None]]
    records: list[tuple[Any, int | None]]
    apart: list[Any]


def behind(sheet: Sheet, measure: Measure) -> Behind:
    """Return what one figure of a sheet is made of."""
    line = sheet.lines[measure.code]
    shown = portraits(list(line.below), on=sheet.chart, as_known=sheet.as_known)
    below = sorted(
        ((shown[unit], figure) for unit, figure in line.below.items()),
        key=lambda row: (row[1] is None, -(row[1] or 0), alphabetical(row[0].name)),
    )
    family = measure.code.partition(".")[0]
    return Behind(below, _records(sheet, measure, family), list(sheet.apart.get(family, ())))


def _records(sheet: Sheet, measure: Measure, family: str) -> list[tuple[Any, int | None]]:
    if family == "indicators":
        return _indicators(sheet, measure)
    if family not in OF_RECORDS:
        return []
    found: Any = OF_RECORDS[family](
        measure, unit=sheet.unit, period=sheet.period, as_known=sheet.as_known
    )
    return [(record, figure) for record, figure in found if figure is not None]


def _indicators(sheet: Sheet, measure: Measure) -> list[tuple[Any, int | None]]:
    code = measure.code.removeprefix("indicators.")
    sort, _, column = code.partition(".")
    rows = indicators.rows(units=[sheet.unit], period=sheet.period, as_known=sheet.as_known)
    return [
        (row, row.whole if column == "whole" else row.value)
        for row in rows
        if row.sort.code == sort
    ]
