"""Listing what a unit recorded of one kind, latest first, all of it or one year."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.people.access import SignedIn
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.queries import listed
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.nothing import nothing_beside
from lantoa.records.record.views.reaching import unit_seen

ON_A_PAGE = 20


@dataclass(frozen=True)
class ListedRecord:
    """One record of a list: the record, its address, and what it says in a line."""

    record: Any
    url: str
    text: str


@login_required
def list_page(request: SignedIn, kind: KindConfig, *, unit: UUID) -> HttpResponse:
    """List what a unit recorded of one kind; `nam` in the address chooses a year."""
    today = localdate()
    place = unit_seen(user=request.user, unit=unit, on=today)
    rows = listed(kind.done.model, place)
    year = year_in(request.GET)
    page = Paginator(of_year(rows, year), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [ListedRecord(row, kind.at("show", row), kind.pages.line(row)) for row in page],
        "year": year,
        "years": sorted({day.year for day in rows.order_by().dates("last_day", "year")})[::-1],
        "query": f"nam={year}" if year else "",
        "record_url": kind.at("record", place),
        "sheet_url": kind.at("sheet", place),
        **frame(kind, place, user=request.user, today=today),
    }
    may_record = context["may_record"]
    context |= nothing_beside(kind, place, today=today, may_record=may_record)
    return render(request, kind.templates("list"), context)


def year_in(address: QueryDict) -> int | None:
    """Return the year that an address asks for; what is no year asks for all."""
    text = address.get("nam", "")
    return int(text) if len(text) == 4 and text.isdecimal() and int(text) else None


def of_year(rows: QuerySet[Any], year: int | None) -> QuerySet[Any]:
    """Keep the records that touch a year; all of them where none is asked for."""
    if year is None:
        return rows
    return rows.filter(last_day__gte=date(year, 1, 1), first_day__lte=date(year, 12, 31))
