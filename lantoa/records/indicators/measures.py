"""What is counted of indicators: one measure a sort, and one for its whole where it has one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import cast

from django.db.models import F

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.indicators.models import Indicator
from lantoa.records.indicators.queries import rows, sort_rows, stated_rows, targets_in
from lantoa.records.record.counting import Counted, Goal, Statement
from lantoa.records.record.models import Record
from lantoa.records.record.sums import Found, Own, Scope, Wanted

Row = tuple[int, str, str, str, str, int, bool, bool, str]
"""Id, code, label, unit, nature, decimals, whether of a whole, whether sensitive, formula."""
Stated = tuple[int, int, int | None, int | None, date, date, str, str, str]
"""Unit, sort, value, whole, first and last day, agency, code and nature of the sort."""


@dataclass(frozen=True, kw_only=True)
class OfSort(Measure):
    """A measure of the code list of indicators: the row of its sort, and the column it sums."""

    sort: int = 0
    column: str = "value"


@cache
def measures_of(row: Row) -> tuple[OfSort, ...]:
    """Return the measure of a sort of indicator, and that of its whole where it states a part."""
    pk, name, label, unit, nature, scale, has_whole, sensitive, formula = row
    code, how = f"indicators.{name}", Nature.LOOSE if formula else Nature(nature)
    of = f"{code}.whole" if has_whole else None
    part = OfSort(
        code,
        label,
        unit,
        how,
        scale,
        bool(sensitive),
        share_of=of if how.adds else None,
        is_listed=True,
        weighted_by=of if how is Nature.WEIGHTED else None,
        formula=formula,
        sort=pk,
    )
    if formula:
        return (part,)
    words = f"{label}: trên tổng số"
    weighs = Nature.STOCK if how is Nature.WEIGHTED else how
    whole = OfSort(f"{code}.whole", words, unit, weighs, sort=pk, column="whole")
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
        return Found(own, [None] * len(listed), stated=found)

    def statements(
        self, asked: Question, units: Collection[int], found: Found | None = None
    ) -> Sequence[Statement]:
        """Return who stated each indicator in a period, latest first; one SELECT if not counted."""
        stretch = Scope(units, asked.period)
        counted = found.stated if found else None
        if counted is None:
            known, of = asked.as_known, asked.movement
            counted = stated_rows(Wanted([stretch], as_known=known, movement=of))
        held: dict[tuple[int, int], Statement] = {}
        for row in counted:
            if row[2] is not None and _is_within(row, stretch):
                held[row[:2]] = _stated(row, held.get(row[:2]))
        return sorted(held.values(), key=lambda each: each.period.last, reverse=True)

    def goals(self, asked: Question) -> Sequence[Goal]:
        """Return the targets of the unit for a year; none over years, nor of a movement."""
        year = asked.period.last.year
        if asked.period.first.year != year or asked.movement:
            return ()
        return [
            Goal(
                measure=f"indicators.{each.sort.code}",
                year=year,
                value=each.value,
                near=each.sort.near_percent,
                lower=each.sort.lower_is_better,
                source=each.source,
            )
            for each in targets_in(year, unit=asked.unit, on=asked.period.last)
        ]

    def records_of(self, measure: Measure, asked: Question) -> list[tuple[Record, int | None]]:
        """Return the unit's records behind an own figure, each with what it adds; latest first."""
        of = cast("OfSort", measure)
        found = rows(units=[asked.unit], asked=asked)
        return [(row, getattr(row, of.column)) for row in found if row.sort_id == of.sort]


def _stated(row: Stated, held: Statement | None) -> Statement:
    """Return what a row states, added to what was held of the same unit where that adds."""
    unit, _, value, whole, first, last, agency, code, nature = row
    if held is None or nature != Nature.FLOW:
        return Statement(
            measure=f"indicators.{code}",
            unit=unit,
            period=Period(first, last),
            agency=agency,
            figure=value or 0,
            whole=whole,
        )
    agencies = dict.fromkeys(filter(None, [*held.agency.split("; "), agency]))
    return replace(
        held,
        period=Period(min(held.period.first, first), max(held.period.last, last)),
        agency="; ".join(agencies),
        figure=held.figure + (value or 0),
        whole=_joined(held.whole, whole, adds=True),
    )


def _own(found: Iterable[Stated], stretch: Scope, measures: Sequence[OfSort]) -> Own:
    places = {(each.sort, each.column): place for place, each in enumerate(measures)}
    flows = {each.sort for each in measures if each.nature is Nature.FLOW}
    apart = {each.sort for each in measures if each.nature is Nature.APART}
    met: set[tuple[int, int]] = set()
    own: dict[int, list[int | None]] = {}
    for unit, sort, value, whole in _within(found, stretch):
        figures = own.setdefault(unit, [None] * len(measures))
        if value is None:
            continue  # nobody told the number: what was told before stays the latest
        if sort in apart and (unit, sort) in met:
            value = whole = None  # two that do not go together make no figure
        met.add((unit, sort))
        for column, figure in (("value", value), ("whole", whole)):
            if (place := places.get((sort, column))) is not None:
                figures[place] = _joined(figures[place], figure, adds=sort in flows)
    return own


def _within(
    found: Iterable[Stated], stretch: Scope
) -> Iterable[tuple[int, int, int | None, int | None]]:
    for row in found:
        if _is_within(row, stretch):
            yield row[:4]


def _is_within(row: Stated, stretch: Scope) -> bool:
    period = stretch.period
    return period.first <= row[4] and row[5] <= period.last and row[0] in stretch.units


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
