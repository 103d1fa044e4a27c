"""A unit's figures on two charts, side by side."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.reorganisation.forms import CompareForm
from lantoa.reorganisation.queries.comparing import Compared, compared
from lantoa.reorganisation.queries.reach import seen_by
from lantoa.reorganisation.views.page import show
from lantoa.units.access import Work, unit_for
from lantoa.units.views.page import SignedIn

NAMES = {"first": "from", "last": "to", "chart": "chart", "chart2": "chart2"}


@login_required
def compare(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show each measure of a unit on two charts, the difference, and the reason of it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Work.VIEW, on=on)
    form = CompareForm(_asked(request.GET))
    shown: dict[str, Any] = {"form": form}
    if form.is_valid():
        period, charts = form.period, form.charts
        seen = seen_by(request.user, on=on)
        found = compared(place.pk, period=period, charts=charts, seen=seen)
        shown |= {"period": period, "charts": charts, "found": found, "rows": _rows(found)}
    return show(request, "compare", unit=place, on=on, **shown)


def _asked(address: QueryDict) -> dict[str, Any]:
    """Return what an address asks; without a chart, those of the ends of the period."""
    year = Period.year(localdate().year)
    first = address.get("from") or year.first.isoformat()
    last = address.get("to") or year.last.isoformat()
    charts = {"chart": address.get("chart") or first, "chart2": address.get("chart2") or last}
    return {"first": first, "last": last} | charts


def _rows(found: Compared) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                {"text": f"{each.label} ({each.word})" if each.word else each.label},
                {"text": each.first, "numeric": True},
                {"text": each.second, "numeric": True},
                {"text": each.gap, "numeric": True},
                {"text": each.reason},
            ],
            "quiet": not each.differs,
        }
        for each in found.differences
    ]
