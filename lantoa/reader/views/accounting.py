"""A report of our own held against what the system knows."""

from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.reader.queries import shown
from lantoa.reader.queries.accounting import book_of
from lantoa.reader.queries.reading import Opened
from lantoa.reader.views.frame import frame, page_at, reading_for


@login_required
def account(request: HttpRequest, unit: UUID, reading: UUID) -> HttpResponse:
    """Show which numbers of a report the system cannot account for, and the nearest it knows."""
    held = reading_for(request, unit, reading)
    opened = Opened.of(held, today=localdate())
    book = book_of(opened, period=_period(request))
    context = {"book": book, "opened": opened, "alarms": shown.alarms(opened)}
    context |= {"page": page_at(held), "left": sum(row.is_open for row in opened.rows)}
    context |= frame(held.unit, today=localdate(), reading=held)
    return render(request, "reader/account.html", context)


def _period(request: HttpRequest) -> Period | None:
    """Return the period that the address names; what is none asks for that of the document."""
    try:
        first, last = (date.fromisoformat(request.GET.get(name, "")) for name in ("from", "to"))
        return Period(first, last)
    except ValueError:
        return None
