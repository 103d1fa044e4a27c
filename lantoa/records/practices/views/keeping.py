"""The lists that the administrator of a root keeps: fields, and what services count."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from lantoa.formats.refusals import put
from lantoa.guidance.access import refuse_stranger
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.practices.forms import EndListRowForm, ListedForm
from lantoa.records.practices.operations import LISTS
from lantoa.records.practices.operations import end_on_list as end_row
from lantoa.records.practices.operations import put_on_list as put_row
from lantoa.records.practices.queries import every_row, listed_row
from lantoa.records.record.forms import complaints
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views.frame import frame
from lantoa.units.models import Unit

WORDS = {"fields": "Lĩnh vực của mô hình", "measures": "Việc của hoạt động thường xuyên"}


@login_required
def lists(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show both lists, each with what is in use and what is no more."""
    place = _root(request, unit)
    shown = [(name, WORDS[name], every_row(model)) for name, model in LISTS.items()]
    return _shown(request, place, "lists", lists=shown, here="Danh mục mô hình")


@login_required
def put_on_list(request: SignedIn, unit: UUID, name: str) -> HttpResponse:
    """Ask for a row of a list, and put it there."""
    place, model = _root(request, unit), LISTS.get(name)
    if model is None:
        raise PermissionDenied(REFUSAL)
    form = ListedForm(request.POST or None, of=model, initial={"valid_from": localdate()})
    if form.is_valid():
        try:
            row = put_row(by=request.user, at=now(), root=place, row=form.row())
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã có trong danh mục: {row}.")
            return redirect("practices:lists", unit=place.uuid)
    more = {"form": form, "heading": f"Thêm vào: {WORDS[name].lower()}", "label": "Thêm"}
    return _shown(request, place, "listed", **more, errors=complaints(form), here="Thêm mục")


@login_required
def end_on_list(request: SignedIn, unit: UUID, name: str, code: str) -> HttpResponse:
    """Ask from which day on a row is no longer in use, and end it."""
    place, model = _root(request, unit), LISTS.get(name)
    row = listed_row(model, code) if model else None
    if row is None:
        raise PermissionDenied(REFUSAL)
    form = EndListRowForm(request.POST or None, initial={"on": localdate()})
    if form.is_valid():
        try:
            end_row(row, by=request.user, at=now(), root=place, on=form.cleaned_data["on"])
        except ValidationError as refusal:
            put(refusal, on=form, beside="on")
        else:
            messages.success(request, f"Thôi dùng: {row}. Việc đã ghi với mục này vẫn giữ.")
            return redirect("practices:lists", unit=place.uuid)
    more = {"form": form, "heading": f"Thôi dùng “{row}”?", "label": "Thôi dùng"}
    return _shown(request, place, "listed", **more, errors=complaints(form), here="Thôi dùng")


def _root(request: SignedIn, unit: UUID) -> Unit:
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    refuse_stranger(request.user, place, on=on)
    return place


def _shown(request: SignedIn, place: Unit, page: str, **content: Any) -> HttpResponse:
    shown = frame(kind_of("practices"), place, user=request.user, today=localdate())
    return render(request, f"practices/{page}.html", {**shown, **content})
