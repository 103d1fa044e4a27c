"""What is counted of indicators: one measure a sort, and one for its whole where it has one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from django.db.models import F

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.question import Question
from lantoa.records.indicators.models import Indicator
from lantoa.records.indicators.queries import rows, sort_rows, stated_rows
from lantoa.records.record.counting import Counted
from lantoa.records.record.models import Record
from lantoa.records.record.sums import Found, Own, Scope, Wanted

Row = tuple[int, str, str, str, str, int, bool, bool]
"""Id, code, label, unit of measure, nature, decimals, whether of a whole, whether sensitive."""
Stated = tuple[int, int, int, int | None, date, date]
"""Unit, sort, value, whole, first and last day."""


@dataclass(frozen=True, kw_only=True)
class OfSort(Measure):
    """A measure of the code list of indicators: the row of its sort, and the column it sums."""

    sort: int = 0
    column: str = "value"


@cache
def measures_of(row: Row) -> tuple[OfSort, ...]:
    """Return the measure of a sort of indicator, and that of its whole where it states a part."""
    pk, name, label, unit, nature, scale, has_whole, sensitive = row
    code, how = f"indicators.{name}", Nature(nature)
    share_of = f"{code}.whole" if has_whole and how is not Nature.LOOSE else None
    part = OfSort(code, label, unit, how, scale, bool(sensitive), share_of, is_listed=True, sort=pk)
    words = f"{label}: trên tổng số"
    whole = OfSort(f"{code}.whole", words, unit, how, sort=pk, column="whole")
    return (part, whole) if has_whole else (part,)


class CountedBySort(Counted):
    """Indicators: flows are added; of stocks and loose numbers the latest in the period counts."""

    @property
    def is_counted(self) -> bool:
        """Tell that they are counted, whatever the code list holds."""
        return True

    def measures(self) -> tuple[Measure, ...]:
        """Return every measure of the code list; one SELECT."""
        return tuple(measure for row in sort_rows() for measure in measures_of(row))

    def count(self, measures: Sequence[Measure], wanted: Wanted) -> Found:
        """Return what is wanted of them; one SELECT. They are never drawn, nor added at once."""
        listed = [cast("OfSort", measure) for measure in measures]
        found = stated_rows(wanted)
        own = [_own(found, stretch, listed) for stretch in wanted.stretches]
        return Found(own, [None] * len(listed))

    def records_of(self, measure: Measure, asked: Question) -> list[tuple[Record, int | None]]:
        """Return the unit's records behind an own figure, each with what it adds; latest first."""
        of = cast("OfSort", measure)
        found = rows(units=[asked.unit], asked=asked)
        return [(row, getattr(row, of.column)) for row in found if row.sort_id == of.sort]


def _own(found: Iterable[Stated], stretch: Scope, measures: Sequence[OfSort]) -> Own:
    places = {(each.sort, each.column): place for place, each in enumerate(measures)}
    flows = {each.sort for each in measures if each.nature is Nature.FLOW}
    own: dict[int, list[int | None]] = {}
    for unit, sort, value, whole in _within(found, stretch):
        figures = own.setdefault(unit, [None] * len(measures))
        for column, figure in (("value", value), ("whole", whole)):
            if (place := places.get((sort, column))) is not None:
                figures[place] = _joined(figures[place], figure, adds=sort in flows)
    return own


def _within(found: Iterable[Stated], stretch: Scope) -> Iterable[tuple[int, int, int, int | None]]:
    period, units = stretch.period, stretch.units
    for unit, sort, value, whole, first, last in found:
        if period.first <= first and last <= period.last and unit in units:
            yield unit, sort, value, whole


def _joined(held: int | None, figure: int | None, *, adds: bool) -> int | None:
    """Add flows; of what does not add over time the later one counts, known or not."""
    if not adds:
        return figure
    return figure if held is None else held + (figure or 0)


COUNTED = CountedBySort(
    model=Indicator,
    label="Chỉ tiêu của địa bàn",
    silence="chưa ghi chỉ tiêu nào",
    titled=F("sort__label"),
)
