"""A report of our own held against what the system knows."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.formats.period import PeriodForm
from lantoa.reader.queries import shown
from lantoa.reader.queries.accounting import book_of
from lantoa.reader.queries.reading import Opened
from lantoa.reader.views.frame import frame, page_at, reading_for


@login_required
def account(request: HttpRequest, unit: UUID, reading: UUID) -> HttpResponse:
    """Show which numbers of a report the system cannot account for, and the nearest it knows."""
    held = reading_for(request, unit, reading)
    opened = Opened.of(held, today=localdate())
    asked = _asked(request, usual=Period.year(held.day.year))
    is_named = asked is not None and asked.is_valid()
    book = book_of(opened, period=asked.period if asked and is_named else None)
    context = {"book": book, "opened": opened, "alarms": shown.alarms(opened)}
    context |= {"page": page_at(held), "left": sum(row.is_open for row in opened.rows)}
    context["refused"] = None if is_named else asked
    context |= frame(held.unit, today=localdate(), reading=held)
    return render(request, "reader/account.html", context)


def _asked(request: HttpRequest, *, usual: Period) -> PeriodForm | None:
    """Return the period that the address names, if it names one."""
    named = {"from", "to"} & set(request.GET)
    return PeriodForm.of(request.GET, usual=usual) if named else None
