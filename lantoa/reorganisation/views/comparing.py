"""A unit's figures on two charts, side by side."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import UNKNOWN
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.reorganisation.forms import CompareForm
from lantoa.reorganisation.queries.addresses import asking
from lantoa.reorganisation.queries.comparing import Compared, Difference, compared
from lantoa.reorganisation.queries.reach import seen_by
from lantoa.reorganisation.views.page import show

NAMES = {"first": "from", "last": "to", "chart": "chart", "chart2": "chart2"}


@login_required
def compare(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show each measure of a unit on two charts, the difference, and the reason of it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    form = CompareForm(_asked(request.GET))
    shown: dict[str, Any] = {"form": form}
    if form.is_valid():
        period, charts = form.period, form.charts
        seen = seen_by(request.user, on=on)
        found = compared(place.pk, period=period, charts=charts, seen=seen)
        rows = _rows(found, unit=unit, period=period, charts=charts)
        shown |= {"period": period, "charts": charts, "found": found, "rows": rows}
    return show(request, "compare", unit=place, on=on, **shown)


def _asked(address: QueryDict) -> dict[str, Any]:
    """Return what an address asks; without a chart, those of the ends of the period."""
    year = Period.year(localdate().year)
    first = address.get("from") or write_day(year.first)
    last = address.get("to") or write_day(year.last)
    charts = {"chart": address.get("chart") or first, "chart2": address.get("chart2") or last}
    return {"first": first, "last": last} | charts


def _rows(
    found: Compared, *, unit: UUID, period: Period, charts: tuple[date, date]
) -> list[dict[str, Any]]:
    """Return a row for each measure; its two figures lead to what each is made of."""
    first, second = (asking(period, chart=chart) for chart in charts)
    return [
        {
            "cells": [
                {"text": f"{each.label} ({each.word})" if each.word else each.label},
                _figure(each.first, _origin(unit, each, first)),
                _figure(each.second, _origin(unit, each, second)),
                {"text": each.gap, "numeric": True},
                {"text": each.reason},
            ],
            "quiet": not each.differs,
        }
        for each in found.differences
    ]


def _figure(text: str, origin: str) -> dict[str, Any]:
    """Return a figure that leads to its origin; what nobody knows leads nowhere."""
    return {"text": text, "numeric": True, "url": origin if text != UNKNOWN else ""}


def _origin(unit: UUID, each: Difference, query: str) -> str:
    return f"{reverse('desk:measure', args=[unit, each.code])}?{query}"
