"""Addresses of figures: a period and the days of charts, as pages take them."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from lantoa.figures.period import Period


def asking(period: Period, **charts: date) -> str:
    """Return the end of an address that asks for a period on some charts."""
    days = {"from": period.first, "to": period.last, **charts}
    return urlencode({name: day.isoformat() for name, day in days.items()})


def comparison(unit: UUID, period: Period, *, charts: tuple[date, date]) -> str:
    """Return the address of one unit's figures on two charts."""
    first, second = charts
    query = asking(period, chart=first, chart2=second)
    return f"{reverse('reorganisation:compare', args=[unit])}?{query}"
