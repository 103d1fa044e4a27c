"""Which names of people are held under a unit, and what may be done with one of them.

Counts show nobody; opening the page of a name, or its file, is written down.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.office.forms import EraseForm, WithdrawForm
from lantoa.office.sheets.held import facts_of_name, sheet_of_name
from lantoa.office.sheets.person import as_html
from lantoa.office.sheets.statement import statement_of
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.persons.operations import erase, note_export, note_look, withdraw
from lantoa.persons.queries import accounts_under, held_under, looks_at, name_for, names_under
from lantoa.posts.access import Purpose, unit_for
from lantoa.records.record.standing import standings
from lantoa.reports.operations import KINDS, file_of
from lantoa.reports.profiles import profile_for
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portraits

ON_A_PAGE = 50
SUMS = ["Giữ để làm gì", "Nêu trong nội bộ", "Nêu công khai", "Đã rút đồng ý", "Đã xóa tên"]
NAMES = ["Họ tên", "Giữ để làm gì", "Đơn vị", "Ngày đồng ý", "Tình trạng"]
HOLDERS = ["Họ tên", "Giữ từ ngày", "Tình trạng"]


def keeper_of(request: SignedIn, unit: UUID) -> Unit:
    """Return a unit whose names somebody keeps; raises PermissionDenied for others."""
    return unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=localdate())


@login_required
def personal(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the names that are held here and below, by purpose and state."""
    on = localdate()
    place = keeper_of(request, unit)
    names = Paginator(names_under(place, on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    units = portraits({each.unit_id for each in names}, on=on)
    return show(
        request,
        "personal",
        unit=place,
        on=on,
        sum_heads=_heads(SUMS),
        sums=[_sum(each) for each in held_under(place, on=on)],
        name_heads=_heads(NAMES),
        names=[_name(each, place, units) for each in names],
        page=names,
        holder_heads=_heads(HOLDERS),
        holders=[_holder(each, place) for each in accounts_under(place, on=on)],
    )


def _heads(words: list[str]) -> list[dict[str, Any]]:
    return [
        {"text": each, "numeric": words is SUMS and place > 0} for place, each in enumerate(words)
    ]


def _sum(held: Any) -> dict[str, Any]:
    counts = (held.inside, held.public, held.withdrawn, held.erased)
    told = [{"text": str(each), "numeric": True} for each in counts]
    return {"cells": [{"text": held.purpose[:1].upper() + held.purpose[1:]}, *told]}


def _name(held: Any, place: Unit, units: dict[int, Portrait]) -> dict[str, Any]:
    url = reverse("office:person", args=[place.uuid, held.uuid])
    state = held.hidden or f"có đồng ý, {held.get_scope_display()}"
    words = (
        held.get_used_for_display(),
        units[held.unit_id].name,
        write_day(held.consent_on),
        state,
    )
    cells = [{"text": held.inside, "url": url}, *({"text": str(each)} for each in words)]
    return {"cells": cells, "quiet": bool(held.hidden)}


def _holder(account: Any, place: Unit) -> dict[str, Any]:
    url = reverse("office:holder", args=[place.uuid, account.uuid])
    state = "đang dùng" if account.is_active else "đã tắt"
    told = [
        {"text": write_day(account.since)},
        {"text": "đã xóa tên" if account.is_nameless else state},
    ]
    return {"cells": [{"text": account.name, "url": url}, *told], "quiet": not account.is_active}


@login_required
def person(request: SignedIn, unit: UUID, name: UUID) -> HttpResponse:
    """Show what is held of one person by one name, and note that somebody looked."""
    place = keeper_of(request, unit)
    held = name_for(name, user=request.user, on=localdate())
    note_look(held, by=request.user, at=now())
    return _shown(request, place, held)


def _shown(request: SignedIn, place: Unit, held: Any, **forms: Any) -> HttpResponse:
    asked = {"withdrawing": WithdrawForm(initial={"on": localdate()}), "erasing": EraseForm()}
    return show(
        request,
        "person",
        unit=place,
        on=localdate(),
        held=held,
        facts=[{"term": term, "text": text} for term, text in facts_of_name(held)],
        standings=standings(held),
        looks=looks_at(held),
        **asked | forms,
    )


@login_required
@require_POST
def withdraw_name(request: SignedIn, unit: UUID, name: UUID) -> HttpResponse:
    """Note that consent was withdrawn; the name shows nowhere from then on."""
    place = keeper_of(request, unit)
    held = name_for(name, user=request.user, on=localdate())
    form = WithdrawForm(request.POST)
    if form.is_valid():
        try:
            withdraw(held, on=form.cleaned_data["on"], by=request.user, at=now())
        except ValidationError as refusal:
            put(refusal, on=form, beside="on")
        else:
            messages.success(request, "Đã ghi việc rút đồng ý. Tên không còn hiện ở đâu nữa.")
            return redirect("office:person", unit=place.uuid, name=held.uuid)
    return _shown(request, place, held, withdrawing=form)


@login_required
@require_POST
def erase_name(request: SignedIn, unit: UUID, name: UUID) -> HttpResponse:
    """Erase a name for good, with a reason."""
    place = keeper_of(request, unit)
    held = name_for(name, user=request.user, on=localdate())
    form = EraseForm(request.POST)
    if form.is_valid():
        try:
            erase(held, by=request.user, at=now(), why=form.cleaned_data["why"])
        except ValidationError as refusal:
            put(refusal, on=form, beside="why")
        else:
            messages.success(request, "Đã xóa tên. Bản ghi và các số liệu giữ nguyên.")
            return redirect("office:person", unit=place.uuid, name=held.uuid)
    return _shown(request, place, held, erasing=form)


@login_required
@require_POST
def person_file(request: SignedIn, unit: UUID, name: UUID) -> HttpResponse:
    """Hand out what is held of one person; that it was done is written down."""
    at, _ = now(), keeper_of(request, unit)
    held = name_for(name, user=request.user, on=localdate())
    note_export(held, place=held.unit, by=request.user, at=at)
    return handed_out(as_html(sheet_of_name(held, at=at)), subject=held)


def handed_out(text: str, *, subject: Any) -> HttpResponse:
    """Return a file for one person; its name tells nobody's."""
    answer = HttpResponse(text, content_type="text/html; charset=utf-8")
    name = f"du-lieu-ca-nhan-{subject.uuid.hex[:8]}.html"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_required
def statement(request: SignedIn, unit: UUID) -> HttpResponse:
    """Hand out the statement for the unit's leader as a Word file."""
    on, place = localdate(), keeper_of(request, unit)
    content = file_of(statement_of(place, on=on), profile=profile_for(on), kind="docx")
    answer = HttpResponse(content, content_type=KINDS["docx"])
    answer["Content-Disposition"] = 'attachment; filename="ban-ke-du-lieu-ca-nhan.docx"'
    return answer
