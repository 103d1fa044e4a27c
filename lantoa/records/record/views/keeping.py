"""Pages of the lists of a kind: seen by administrators, changed by those of a root."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.guidance.access import administers_root, refuse_stranger
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.record.forms.listing import EndRowForm
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.operations.listing import add_row, end_row
from lantoa.records.record.pages.kept import KeptList
from lantoa.records.record.queries.beside import row_of, rows_of
from lantoa.records.record.views.frame import frame


@login_required
def kept_page(request: SignedIn, kind: KindConfig, kept: KeptList, *, unit: UUID) -> HttpResponse:
    """Show a list, and add a row to it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    form = kept.form(request.POST or None, initial={"valid_from": on})
    if request.method == "POST":
        refuse_stranger(request.user, place, on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            row = add_row(kept.model, by=request.user, at=now(), root=place, said=said)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã thêm: {row}.")
            return redirect(f"{kind.code}:list-{kept.word}", unit=place.uuid)
    more = {"form": form, "rows": _rows(kind, kept, place)}
    return _shown(request, kind, kept, place, more, page="kept")


@login_required
def end_page(
    request: SignedIn, kind: KindConfig, kept: KeptList, *, unit: UUID, row: UUID
) -> HttpResponse:
    """Ask from which day a row is out of use and why, then end it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    refuse_stranger(request.user, place, on=on)
    held = row_of(kept.model, row)
    if held is None:
        raise PermissionDenied(REFUSAL)
    form = EndRowForm(request.POST or None, initial={"valid_to": on})
    if form.is_valid():
        try:
            end_row(held, by=request.user, at=now(), root=place, **form.cleaned_data)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi: “{held}” thôi dùng.")
            return redirect(f"{kind.code}:list-{kept.word}", unit=place.uuid)
    return _shown(request, kind, kept, place, {"form": form, "held": held}, page="end_row")


def _shown(
    request: SignedIn, kind: KindConfig, kept: KeptList, place: Any, more: Any, *, page: str
) -> HttpResponse:
    on = localdate()
    around = frame(kind, place, user=request.user, today=on)
    changes = administers_root(request.user, place, on=on)
    context = {**around, **more, "kept": kept, "changes": changes, "here": kept.title}
    context["list_url"] = reverse(f"{kind.code}:list-{kept.word}", args=[place.uuid])
    return render(request, f"record/{page}.html", context)


def _rows(kind: KindConfig, kept: KeptList, place: Any) -> list[dict[str, Any]]:
    return [
        {
            "label": row.label,
            "since": write_day(row.valid_from),
            "until": write_day(row.valid_to) if row.valid_to else "",
            "source": row.source,
            "line": kept.line(row),
            "end_url": reverse(f"{kind.code}:end-{kept.word}", args=[place.uuid, row.uuid]),
        }
        for row in rows_of(kept.model)
    ]
