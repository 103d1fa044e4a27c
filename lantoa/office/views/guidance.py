"""Documents, themes, drives and targets: those of a unit, kept here, and of the units above."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.guidance.access import administers_root, may_set
from lantoa.guidance.models import Drive, FrameworkDocument, GuidanceRow, Target, Theme
from lantoa.guidance.operations import correct, put_down, withdraw
from lantoa.guidance.queries import files_of, row_of, rows_seen, versions_of, way_to
from lantoa.office.forms import (
    DriveForm,
    FileForm,
    GuidanceDocumentForm,
    GuidanceForm,
    LeadingDocumentForm,
    ReasonForm,
    TargetForm,
    ThemeForm,
    first_day_of,
)
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


@dataclass(frozen=True)
class GuidanceSort:
    """One sort of guidance: its address, words, table and form."""

    slug: str
    label: str
    add: str
    empty: str
    model: type[GuidanceRow]
    form: type[GuidanceForm]


GUIDANCE = {
    each.slug: each
    for each in (
        GuidanceSort("van-ban", "Văn bản", "Thêm văn bản", "Chưa có văn bản nào.",
                     FrameworkDocument, GuidanceDocumentForm),
        GuidanceSort("chuyen-de", "Chuyên đề", "Thêm chuyên đề", "Chưa có chuyên đề nào.",
                     Theme, ThemeForm),
        GuidanceSort("phong-trao", "Phong trào thi đua", "Thêm phong trào",
                     "Chưa có phong trào thi đua nào.", Drive, DriveForm),
        GuidanceSort("chi-tieu", "Chỉ tiêu", "Thêm chỉ tiêu", "Chưa có chỉ tiêu nào.",
                     Target, TargetForm),
    )
}  # fmt: skip
HEADS = [{"text": head} for head in ("Tên", "Nội dung", "Từ ngày", "Đến ngày", "Đơn vị đề ra")]
DAYS: dict[type[GuidanceRow], tuple[str, str]] = {FrameworkDocument: ("issued_on", "valid_to")}
NAMES: dict[type[GuidanceRow], tuple[str, str]] = {
    FrameworkDocument: ("", "title"),
    Theme: ("short", "title"),
    Drive: ("name", "contents"),
    Target: ("words", "outcome_words"),
}
SHORT = 160


@login_required
def guidance(request: SignedIn, unit: UUID, sort: str) -> HttpResponse:
    """List one sort of guidance that holds for a unit: its own, and that of the units above."""
    on, of = localdate(), _sort(sort)
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    found = rows_seen(of.model, way_to(place.pk, on=on))
    givers = {each.set_by_id for each in found if each.set_by_id}
    names = {pk: shown.name for pk, shown in portraits(givers, on=on).items()}
    return show(
        request,
        "guidance",
        unit=place,
        on=on,
        sort=of,
        tabs=_tabs(place, of),
        heads=HEADS,
        rows=[_row(each, of, place, names, on=on) for each in found],
        sets=may_set(request.user, place, on=on),
    )


def _tabs(place: Unit, of: GuidanceSort) -> list[dict[str, Any]]:
    return [
        {
            "label": each.label,
            "url": reverse("office:guidance", args=[place.uuid, each.slug]),
            "current": each is of,
        }
        for each in GUIDANCE.values()
    ]


def _row(
    row: GuidanceRow, of: GuidanceSort, place: Unit, names: dict[int, str], *, on: date
) -> dict[str, Any]:
    first, last = (getattr(row, name) for name in DAYS.get(of.model, ("first_day", "last_day")))
    url = reverse("office:guidance-row", args=[place.uuid, of.slug, row.uuid])
    giver = names.get(row.set_by_id or 0) or getattr(row, "issuer", "") or "Danh mục đi kèm"
    is_over = last is not None and (last < on or (of.model is FrameworkDocument and last == on))
    words = str(getattr(row, NAMES[of.model][1]))
    texts = (_short(words), _day(first, of), write_day(last) if last else "", giver)
    return {
        "cells": [{"text": _short(str(row)), "url": url}, *({"text": each} for each in texts)],
        "quiet": is_over,
    }


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]}…"


def _day(day: date | None, of: GuidanceSort) -> str:
    return write_day(day) if day else "chưa rõ ngày"


@login_required
def guidance_row(request: SignedIn, unit: UUID, sort: str, row: UUID) -> HttpResponse:
    """Show one document, theme, drive or target with its files and its versions."""
    on, of = localdate(), _sort(sort)
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    held = _held(of, row, place, on=on)
    return show(request, "guidance_row", unit=place, on=on, **content_of(request, place, of, held))


def content_of(
    request: SignedIn, place: Unit, of: GuidanceSort, held: GuidanceRow
) -> dict[str, Any]:
    """Return what the page of one row shows; the page that refuses a file shows the same."""
    is_document = isinstance(held, FrameworkDocument)
    return {
        "sort": of,
        "held": held,
        "facts": _facts(held),
        "versions": versions_of(held)[1:],
        "files": files_of(held) if isinstance(held, FrameworkDocument) else [],
        "form": FileForm() if is_document else None,
        "changes": held.superseded_at is None and _changes(request, place, held),
        "is_plan": is_document and held.set_by_id == place.pk,
    }


def _facts(held: GuidanceRow) -> list[dict[str, str]]:
    found = []
    for name in held.content():
        column, value = held._meta.get_field(name), getattr(held, name)
        if value in (None, "", False):
            continue
        said = getattr(held, f"get_{name}_display", lambda value=value: value)()
        text = write_day(said) if isinstance(said, date) else "có" if said is True else str(said)
        label = str(getattr(column, "verbose_name", name))
        found.append({"term": label[:1].upper() + label[1:], "text": text})
    return found


def _changes(request: SignedIn, place: Unit, held: GuidanceRow) -> bool:
    on = localdate()
    if held.set_by is not None:
        return may_set(request.user, held.set_by, on=on)
    return administers_root(request.user, place, on=on)


@login_required
def add_guidance(request: SignedIn, unit: UUID, sort: str) -> HttpResponse:
    """Ask for a document, theme, drive or target of a unit, and write it down."""
    on, of = localdate(), _sort(sort)
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    form = _form(request, of, place, initial=first_day_of(on) if of.model is Target else {})
    if form.is_valid():
        try:
            row = put_down(form.entry(), by=request.user, at=now(), unit=place)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã lưu: {row}. Các đơn vị trực thuộc thấy ngay từ bây giờ.")
            return redirect("office:guidance-row", unit=place.uuid, sort=of.slug, row=row.uuid)
    return show(request, "guidance_ask", unit=place, on=on, sort=of, form=form)


@login_required
def correct_guidance(request: SignedIn, unit: UUID, sort: str, row: UUID) -> HttpResponse:
    """Ask what is to stand in place of a row, and why; so an end is written down too."""
    on, of, place, held = _to_change(request, unit, sort, row)
    form = _form(request, of, place, initial=of.form.content(held))
    reasoned = ReasonForm(request.POST or None)
    if all([form.is_valid(), reasoned.is_valid()]):
        reason = reasoned.cleaned_data["reason"]
        try:
            entry = _carried(form.entry(), held, form)
            correct(held, entry, by=request.user, at=now(), unit=place, reason=reason)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã sửa: {entry}. Bản trước vẫn được giữ.")
            return redirect("office:guidance-row", unit=place.uuid, sort=of.slug, row=held.uuid)
    context = {"sort": of, "form": form, "reasoned": reasoned, "held": held}
    return show(request, "guidance_ask", unit=place, on=on, **context)


def _carried(entry: GuidanceRow, held: GuidanceRow, form: GuidanceForm) -> GuidanceRow:
    """Let what the page does not ask stay as it was."""
    for name in held.content():
        if name not in form.fields:
            setattr(entry, name, getattr(held, name))
    return entry


@login_required
def withdraw_guidance(request: SignedIn, unit: UUID, sort: str, row: UUID) -> HttpResponse:
    """Ask why something is taken back, then take it back."""
    on, of, place, held = _to_change(request, unit, sort, row)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            withdraw(held, by=request.user, at=now(), unit=place, reason=reason)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã bỏ: {held}. Bản ghi đã chọn mục này vẫn giữ nguyên.")
            return redirect("office:guidance", unit=place.uuid, sort=of.slug)
    return show(request, "guidance_withdraw", unit=place, on=on, sort=of, form=form, held=held)


def _to_change(
    request: SignedIn, unit: UUID, sort: str, row: UUID
) -> tuple[date, GuidanceSort, Unit, GuidanceRow]:
    """Return a row that the asker may change; the refusal is the same for all else."""
    on, of = localdate(), _sort(sort)
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    held = _held(of, row, place, on=on)
    if held.superseded_at is not None or not _changes(request, place, held):
        raise PermissionDenied(REFUSAL)
    return on, of, place, held


def _form(
    request: SignedIn, of: GuidanceSort, place: Unit, *, initial: dict[str, Any]
) -> GuidanceForm:
    on = localdate()
    is_root = of.model is FrameworkDocument and administers_root(request.user, place, on=on)
    form = LeadingDocumentForm if is_root else of.form
    return form(request.POST or None, way=way_to(place.pk, on=on), initial=initial)


def _sort(slug: str) -> GuidanceSort:
    if slug not in GUIDANCE:
        raise PermissionDenied(REFUSAL)
    return GUIDANCE[slug]


def _held(of: GuidanceSort, row: UUID, place: Unit, *, on: date) -> GuidanceRow:
    held = row_of(of.model, row, way_to(place.pk, on=on))
    if held is None:
        raise PermissionDenied(REFUSAL)
    return held
