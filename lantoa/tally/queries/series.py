"""Figures over time: one measure of a unit and everything under it, step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.figures.period import Period
from lantoa.figures.tree import add
from lantoa.records.record.sums import OnDays

LONGEST_BY_MONTH = 400  # days
LONGEST_BY_QUARTER = 1100  # days


@dataclass(frozen=True)
class SeriesPoint:
    """One step of a series: its name, its days and the figure; None where nobody stated one."""

    label: str
    period: Period
    figure: int | None


def steps_of(period: Period) -> list[tuple[str, Period]]:
    """Divide a period into months, quarters or years, each with a short name."""
    if period.first.year == period.last.year:
        return [(f"T{s.first.month}", s) for s in _cut(period, 1)]
    if period.days <= LONGEST_BY_MONTH:
        return [(f"{s.first.month}/{s.first.year}", s) for s in _cut(period, 1)]
    if period.days <= LONGEST_BY_QUARTER:
        return [(f"Q{(s.first.month + 2) // 3}/{s.first.year}", s) for s in _cut(period, 3)]
    return [(str(s.first.year), s) for s in _cut(period, 12)]


def _cut(period: Period, months: int) -> Iterator[Period]:
    first = period.first
    while first <= period.last:
        place = (first.month - 1) // months * months + months
        year, month = first.year + place // 12, place % 12 + 1
        last = min(date(year, month, 1) - timedelta(days=1), period.last)
        yield Period(first, last)
        first = last + timedelta(days=1)


def series(found: Sequence[OnDays], period: Period, *, place: int) -> tuple[list[SeriesPoint], int]:
    """Return one measure step by step, and how many records are too long for a single step.

    `place` is that of the measure among the figures. Records that lie over several steps stand in
    none of them: they are never shared out.
    """
    steps = steps_of(period)
    figures: dict[int, int | None] = {}
    left = 0
    for each in found:
        at = _step(steps, each.first)
        if each.last > steps[at][1].last:
            left += each.records
        else:
            figures[at] = add(figures.get(at), each.figures[place])
    return [
        SeriesPoint(name, stretch, figures.get(n)) for n, (name, stretch) in enumerate(steps)
    ], left


def _step(steps: Sequence[tuple[str, Period]], day: date) -> int:
    """Return the place of the step that a day lies in."""
    return next((n for n, (_, s) in enumerate(steps) if s.first <= day <= s.last), 0)
