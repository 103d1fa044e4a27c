"""What is counted of indicators: one measure a sort, and one for its whole where it has one."""

from collections.abc import Collection
from datetime import datetime
from functools import cache

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period
from lantoa.records.indicators.models import Indicator
from lantoa.records.record import queries as shared
from lantoa.records.record.sums import ask

Row = tuple[int, str, str, str, str, int, bool, bool]
"""Id, code, label, unit of measure, nature, decimals, whether of a whole, whether sensitive."""
ROWS = (
    "SELECT id, code, label, measured_in, nature, scale, has_whole, sensitive "
    "FROM indicators_sort ORDER BY id"
)


@cache
def measures_of(row: Row) -> tuple[Measure, ...]:
    """Return the measure of a sort of indicator, and that of its whole where it states a part."""
    _, name, label, unit, nature, scale, has_whole, sensitive = row
    code, how = f"indicators.{name}", Nature(nature)
    share_of = f"{code}.whole" if has_whole and how is not Nature.LOOSE else None
    part = Measure(code, label, unit, how, scale, bool(sensitive), share_of)
    whole = Measure(f"{code}.whole", f"{label}: trên tổng số", unit, how)
    return (part, whole) if has_whole else (part,)


def known_measures() -> dict[Measure, tuple[int, str]]:
    """Return every measure with the id of its sort and the column it is counted in; one SELECT."""
    return {
        measure: (row[0], column)
        for row in ask(ROWS, [])
        for measure, column in zip(measures_of(row), ("value", "whole"), strict=False)
    }


def apart(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Indicator]:
    """Return the indicators that lie only partly within a period, which no figure of it counts."""
    return shared.straddling(Indicator, units=units, period=period, as_known=as_known)
