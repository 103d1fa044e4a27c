"""Deciding on one figure of a document, then going on to the next."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.formats.refusals import put
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.reader import operations
from lantoa.reader.forms import FigureForm
from lantoa.reader.queries.reading import Opened, ReadFigure
from lantoa.reader.views.frame import page_at, reading_for
from lantoa.reader.views.reading import form_for, page_of


@login_required
@require_POST
def decide(request: HttpRequest, unit: UUID, reading: UUID, start: int) -> HttpResponse:
    """Quote a figure, skip it, or take the decision back; `lam` says which."""
    opened = Opened.of(reading_for(request, unit, reading), today=localdate())
    row = opened.row_at(start)
    if row is None:
        raise PermissionDenied(REFUSAL)
    wanted = request.POST.get("lam", "")
    form = form_for(opened, row, request.POST) if wanted == "trich" else None
    try:
        done = _confirmed(request, opened, row, form) if form else _left(request, opened, row)
    except ValidationError as refusal:
        if form is None:
            messages.error(request, " ".join(refusal.messages))
            return redirect(_address(opened, row))
        put(refusal, on=form)
        done = False
    if form and not done:
        return render(request, "reader/show.html", page_of(opened, row, form))
    return redirect(_address(opened, row if wanted == "xem-lai" else opened.after(row.start)))


def _confirmed(request: HttpRequest, opened: Opened, row: ReadFigure, form: FigureForm) -> bool:
    """Write down what the form says; False where it says too little."""
    if not form.is_valid():
        return False
    user = cast(User, request.user)
    whose = unit_for(user=user, unit=form.cleaned_data["unit"], work=Purpose.KEEP, on=localdate())
    answer = operations.Verdict(
        what=form.cleaned_data["what"],
        value=form.cleaned_data["value"],
        measure=form.chosen,
        unit=whose,
        period=form.period,
    )
    operations.confirm(opened.reading, row.figure, answer, place=row.place, by=user, at=now())
    return True


def _left(request: HttpRequest, opened: Opened, row: ReadFigure) -> bool:
    """Skip a figure, or open it again."""
    again = request.POST.get("lam") == "xem-lai"
    change = operations.take_back if again else operations.skip
    change(opened.reading, row.figure, by=cast(User, request.user), at=now())
    return True


def _address(opened: Opened, row: ReadFigure | None) -> str:
    page = page_at(opened.reading)
    return f"{page}?so={row.start}#chon" if row else page
