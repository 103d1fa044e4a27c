"""Who owes which kind of record how often: seen by administrators, changed by those of a root."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localdate, now

from lantoa.drafts.once import once
from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.guidance.access import administers_root, refuse_stranger
from lantoa.guidance.operations import oblige as write_down
from lantoa.guidance.operations import take_back as take_it_back
from lantoa.guidance.queries import Duty, ObligationRow, duties, obligation, obligations_of
from lantoa.office.forms import ObligationForm, ReasonForm
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.record.kinds import KindConfig, counted_kinds
from lantoa.records.record.pages.kept import KeptList
from lantoa.units.models import END, Kind, Unit

HEADS = [{"text": head} for head in ("Loại đơn vị", "Phải ghi", "Hạn", "Từ ngày", "Căn cứ")]


@dataclass(frozen=True)
class Owed:
    """One kind of record: who owes it today, what comes later, and every change there is."""

    kind: KindConfig
    today: list[dict[str, Any]]
    later: list[dict[str, Any]]
    changes: Sequence[ObligationRow]
    url: str
    lists: list[dict[str, str]]
    """The lists that an administrator keeps of it: title and address."""


@login_required
def obligations(request: SignedIn, unit: UUID) -> HttpResponse:
    """List, by kind of record, who owes it today and from when that changes."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    found = duties()
    return show(
        request,
        "obligations",
        unit=place,
        on=on,
        heads=HEADS,
        owed=[_owed(kind, found, place, on=on) for kind in counted_kinds()],
        changes=administers_root(request.user, place, on=on),
    )


def _owed(kind: KindConfig, found: Sequence[Duty], place: Unit, *, on: date) -> Owed:
    own = [each for each in found if each.record_kind == kind.code]
    return Owed(
        kind,
        [_row(each) for each in own if each.holds_on(on)],
        [_row(each) for each in own if each.since > on],
        obligations_of(kind.code),
        reverse("office:oblige", args=[place.uuid, kind.code]),
        [_list(kind, each, place) for each in kind.pages.lists],
    )


def _list(kind: KindConfig, kept: KeptList, place: Unit) -> dict[str, str]:
    address = reverse(f"{kind.code}:list-{kept.word}", args=[place.uuid])
    return {"title": kept.title, "url": address}


def _row(duty: Duty) -> dict[str, Any]:
    due = f"ngày {duty.due_day} tháng sau" if duty.due_day else ""
    since = write_day(duty.since)
    if duty.until != END:
        since += f" đến hết {write_day(duty.until - timedelta(days=1))}"
    words = (capfirst(Kind(duty.unit_kind).label), duty.rhythm.label, due, since, duty.source)
    return {"cells": [{"text": word} for word in words]}


@login_required
@once
def oblige(request: SignedIn, unit: UUID, kind: str) -> HttpResponse:
    """Ask how often a kind of unit owes a kind of record from a day on, and write it down."""
    place, of = _root(request, unit), _kind(kind)
    form = ObligationForm(request.POST or None, initial={"since": localdate()})
    if form.is_valid():
        try:
            entry = form.entry(record_kind=of.code)
            row = write_down(by=request.user, at=now(), root=place, entry=entry)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi. {row}.")
            return redirect("office:obligations", unit=place.uuid)
    return show(request, "oblige", unit=place, on=localdate(), form=form, kind=of)


@login_required
def take_back(request: SignedIn, unit: UUID, row: UUID) -> HttpResponse:
    """Ask why a change of who owes what is taken back, then take it back."""
    place, held = _root(request, unit), obligation(row)
    if held is None:
        raise PermissionDenied(REFUSAL)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            take_it_back(held, by=request.user, at=now(), root=place, reason=reason)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã bỏ: {held}. Quy định trước đó lại có hiệu lực.")
            return redirect("office:obligations", unit=place.uuid)
    return show(request, "take_back", unit=place, on=localdate(), form=form, held=held)


def _root(request: SignedIn, unit: UUID) -> Unit:
    """Return a root that the asker administers; the refusal is the same for all else."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    refuse_stranger(request.user, place, on=on)
    return place


def _kind(code: str) -> KindConfig:
    for kind in counted_kinds():
        if kind.code == code:
            return kind
    raise PermissionDenied(REFUSAL)
