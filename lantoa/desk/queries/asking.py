"""The period that a page is about: read from its address, or the one that makes most sense."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from lantoa.figures.period import Period
from lantoa.formats.period import Boxes
from lantoa.guidance.queries import leading_documents
from lantoa.units.models import Placement
from lantoa.units.queries import portrait
from lantoa.units.queries.chart import held_on


@dataclass(frozen=True)
class Asked:
    """A period and, where one was chosen, the day of a chart.

    Where the address asks for none, what is wrong with it and what was typed.
    """

    period: Period
    chart: date | None
    errors: tuple[str, ...] = ()
    typed: Boxes | None = None

    @property
    def chart_day(self) -> date:
        """Return the day of the chart: the one chosen, or the last of the period."""
        return self.chart or self.period.last

    @property
    def query(self) -> str:
        """Return the end of an address that asks the same."""
        return query_of(self.period, self.chart)


def query_of(period: Period, chart: date | None = None) -> str:
    """Return the end of an address that asks for a period, and a chart where one was chosen."""
    parts = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return urlencode(parts | ({"chart": chart.isoformat()} if chart else {}))


def opening_day(unit: int, *, today: date) -> date:
    """Return by the year of which day a page opens: today, or the last one of a unit's life."""
    is_closed = held_on(today).filter(unit=unit, state=Placement.State.CLOSED).exists()
    last = portrait(unit, on=today).last_day if is_closed else None
    return last or today


def quick_periods(today: date) -> list[Period]:
    """Return the periods that people ask for most: this month, quarter, half year, years."""
    quarter = (today.month - 1) // 3 * 3 + 1
    half = (1, 6) if today.month <= 6 else (7, 12)
    return [
        Period.months(today.year, today.month, today.month),
        Period.months(today.year, quarter, quarter + 2),
        Period.months(today.year, *half),
        Period.year(today.year),
        Period.year(today.year - 1),
    ]


def quick_links(asked: Asked, *, today: date) -> list[dict[str, object]]:
    """Return the quick periods as links of the period picker, and those of framework documents."""
    named = [(str(period)[:1].upper() + str(period)[1:], period) for period in quick_periods(today)]
    return [
        {"label": label, "url": f"?{query_of(period)}", "current": period == asked.period}
        for label, period in (*named, *framework_periods(today))
    ]


def framework_periods(today: date) -> list[tuple[str, Period]]:
    """Return the stretch of each of the last two framework documents, up to today."""
    ruled = leading_documents(Period(today.replace(year=today.year - 10, day=1), today))[-2:]
    return [
        (f"{each.number}", Period(each.valid_from, _last_day(each.valid_to, today)))
        for each in ruled
    ]


def _last_day(valid_to: date | None, today: date) -> date:
    return min(valid_to - timedelta(days=1), today) if valid_to else today
