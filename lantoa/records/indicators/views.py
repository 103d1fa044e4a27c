"""Pages of targets: what indicators of a unit are to come to, year by year, by which resolution."""

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
from lantoa.figures.writing import write_scaled
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.indicators.forms import YearTargetForm
from lantoa.records.indicators.operations import end_target, set_target
from lantoa.records.indicators.queries import targets_of
from lantoa.records.record.forms.listing import EndRowForm
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import unit_seen

PLACE = "indicators:targets"


@login_required
def targets(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the targets of a unit year by year, and set one more."""
    today = localdate()
    place = unit_seen(user=request.user, unit=unit, on=today)
    if request.method == "POST":
        unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=today)
    form = YearTargetForm(request.POST or None, today=today, initial={"valid_from": today})
    if form.is_valid():
        try:
            row = set_target(by=request.user, at=now(), unit=place, **form.cleaned_data)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã đặt mức: {row}.")
            return redirect(PLACE, unit=place.uuid)
    rows = [_shown(each) for each in targets_of(place)]
    context = {"form": form, "rows": rows, "here": "Mức phải đạt"}
    context |= frame(kind_of("indicators"), place, user=request.user, today=today)
    return render(request, "indicators/targets.html", context)


@login_required
def end(request: SignedIn, unit: UUID, target: UUID) -> HttpResponse:
    """Ask from which day a target is out of use and why, then end it."""
    today = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=today)
    held = next((each for each in targets_of(place) if each.uuid == target), None)
    if held is None:
        raise PermissionDenied(REFUSAL)
    form = EndRowForm(request.POST or None, initial={"valid_to": today})
    if form.is_valid():
        try:
            end_target(held, by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi: “{held}” thôi dùng.")
            return redirect(PLACE, unit=place.uuid)
    context = {"form": form, "held": held, "here": "Thôi dùng"}
    context |= frame(kind_of("indicators"), place, user=request.user, today=today)
    context["list_url"] = reverse(PLACE, args=[place.uuid])
    return render(request, "indicators/end_target.html", context)


def _shown(row: Any) -> dict[str, Any]:
    level = f"{write_scaled(row.value, scale=row.sort.scale)} {row.sort.measured_in}"
    return {
        "label": row.sort.label,
        "year": row.year,
        "level": level,
        "source": row.source,
        "since": write_day(row.valid_from),
        "until": write_day(row.valid_to) if row.valid_to else "",
        "end_url": reverse("indicators:end-target", args=[row.unit.uuid, row.uuid]),
    }
