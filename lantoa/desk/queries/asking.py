"""The period that a page is about: read from its address, or the one that makes most sense."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from lantoa.desk.forms import PeriodForm
from lantoa.figures.period import Period


@dataclass(frozen=True)
class Asked:
    """A period and, where one was chosen, the day of a chart; with the errors of the address."""

    period: Period
    chart: date | None
    errors: tuple[str, ...] = ()

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


def asked_in(address: QueryDict, *, today: date) -> Asked:
    """Return what an address asks; without a period, the year of today."""
    if "from" not in address and "to" not in address:
        return Asked(Period.year(today.year), None)
    form = PeriodForm(
        {
            "first": address.get("from"),
            "last": address.get("to"),
            "chart": address.get("chart") or None,
        }
    )
    if form.is_valid():
        return Asked(form.period, form.chart_day)
    errors = tuple(str(text) for texts in form.errors.values() for text in texts)
    return Asked(Period.year(today.year), None, errors)


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
    """Return the quick periods as links of the period picker."""
    return [
        {
            "label": str(period)[:1].upper() + str(period)[1:],
            "url": f"?{query_of(period)}",
            "current": period == asked.period,
        }
        for period in quick_periods(today)
    ]
