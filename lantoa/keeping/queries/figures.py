"""Every figure of the units at the top, as known at a moment: by it two databases are compared."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from lantoa.figures.period import EARLIEST, LATEST, Period
from lantoa.figures.question import Question
from lantoa.tally.queries import Line, sheet
from lantoa.units.queries.places import roots

YEARS = 5
"""How many years are asked for one by one, besides all time at once."""


def root_figures(*, known_at: datetime) -> dict[str, Any]:
    """Return each measure of each root: own, total, of how many units, and of each unit below."""
    day = localtime(known_at).date()
    return {
        f"{unit.uuid} {period.first.isoformat()} {code}": _told(line)
        for unit in roots()
        for period in _periods(day)
        for code, line in sheet(Question(unit.pk, period, day, known_at)).lines.items()
    }


def _periods(day: date) -> Iterator[Period]:
    yield Period(EARLIEST, LATEST)
    for year in range(day.year - YEARS + 1, day.year + 1):
        yield Period.year(year)


def _told(line: Line) -> list[Any]:
    """Return a line as JSON brings it back, in an order that no database decides."""
    below = sorted((str(unit), figure) for unit, figure in line.below.items() if figure is not None)
    return [line.own, line.total, line.units, [list(each) for each in below]]
