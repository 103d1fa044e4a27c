"""Handing in a document, seeing it with its figures marked, deleting its text."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.people.models import User
from lantoa.reader import operations
from lantoa.reader.forms import DocumentForm, FigureForm
from lantoa.reader.models import Reading
from lantoa.reader.queries import shown
from lantoa.reader.queries.known import Known, Sheets, crossed_by, known_beside
from lantoa.reader.queries.reading import Opened, ReadFigure, readings_at
from lantoa.reader.views.frame import frame, page_at, place_for, reading_for
from lantoa.records.record.forms import complaints
from lantoa.records.record.kinds import quoting


@login_required
def read(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Ask for a document, read it, and list those read before."""
    place, today = place_for(request, unit), localdate()
    form = DocumentForm(request.POST or None, request.FILES or None, today=today)
    if form.is_valid():
        user = cast(User, request.user)
        reading = operations.open_reading(form.paper(), unit=place, by=user, at=now())
        own = reading.sort == Reading.Sort.OWN
        page = "reader:account" if own else "reader:show"
        return redirect(page, unit=place.uuid, reading=reading.uuid)
    context = {"form": form, "errors": complaints(form), "readings": readings_at(place)}
    return render(request, "reader/read.html", context | frame(place, today=today))


@login_required
def show(request: HttpRequest, unit: UUID, reading: UUID) -> HttpResponse:
    """Show a document with its figures marked, and the one that is being looked at."""
    held = reading_for(request, unit, reading)
    opened = Opened.of(held, today=localdate())
    chosen = _chosen(request, opened)
    form = form_for(opened, chosen) if chosen else None
    return render(request, "reader/show.html", page_of(opened, chosen, form))


def _chosen(request: HttpRequest, opened: Opened) -> ReadFigure | None:
    """Return the figure that the address names, or else the first that nobody decided."""
    asked = request.GET.get("so", "")
    named = opened.row_at(int(asked)) if asked.isascii() and asked.isdigit() else None
    return named or opened.after(-1)


def form_for(opened: Opened, row: ReadFigure, data: Any = None) -> FigureForm:
    """Return the form of one figure, filled with what is proposed."""
    return FigureForm(
        data,
        initial=FigureForm.proposed(row),
        measures=opened.measures.measures,
        units=shown.offered_units(opened, row),
    )


def page_of(opened: Opened, chosen: ReadFigure | None, form: FigureForm | None) -> dict[str, Any]:
    """Return what the page of a document shows."""
    held, known = opened.reading, known_beside(opened.ordered, Sheets())
    decided = sum(not row.is_open for row in opened.rows)
    found = shown.alarms(opened)
    return {
        "page": page_at(held),
        "opened": opened,
        "pieces": list(shown.pieces(opened, chosen, found)),
        "alarms": found,
        "lines": shown.lines(opened, known),
        "decided": decided,
        "left": len(opened.rows) - decided,
        "form": form,
        "errors": complaints(form) if form else [],
        **(_about(opened, chosen, known, found) if chosen else {}),
        **frame(held.unit, today=localdate(), reading=held),
    }


def _about(
    opened: Opened, chosen: ReadFigure, known: Mapping[int, Known], found: Sequence[shown.Alarm]
) -> dict[str, Any]:
    """Return what stands about the figure that is being looked at."""
    before, after = opened.neighbours(chosen.start)
    computed = known.get(chosen.start)
    return {
        "chosen": chosen,
        "quoted_page": quoting().page,
        "beside": shown.beside(opened, chosen),
        "known": computed,
        "crossed": crossed_by(chosen) if computed else (),
        "faults": [alarm for alarm in found if alarm.start == chosen.start],
        "before": before,
        "after": after,
    }


@login_required
@require_POST
def forget(request: HttpRequest, unit: UUID, reading: UUID) -> HttpResponse:
    """Delete the text of a document; what was quoted stays."""
    held = reading_for(request, unit, reading)
    operations.forget(held, by=cast(User, request.user), at=now())
    messages.success(request, "Đã xóa văn bản. Các số đã trích vẫn còn.")
    return redirect("reader:read", unit=held.unit.uuid)
