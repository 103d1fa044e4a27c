"""Limits of time: seen by administrators, changed by those of a root."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.matters.access import administers_root, refuse_all_but_root
from lantoa.matters.operations import set_limit
from lantoa.matters.queries import LimitHeld, limits_on
from lantoa.office.forms.limits import LimitForm
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for

HEADS = [{"text": head} for head in ("Từ ngày", "Số ngày", "Căn cứ")]


@login_required
def limits(request: SignedIn, unit: UUID) -> HttpResponse:
    """List every limit with its changes, the earliest first."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    listed = [{"held": each, "rows": _rows(each)} for each in limits_on().values()]
    changes = administers_root(request.user, place, on=on)
    return show(request, "limits", unit=place, on=on, heads=HEADS, limits=listed, changes=changes)


def _rows(held: LimitHeld) -> list[dict[str, Any]]:
    return [
        {
            "cells": [
                {"text": write_day(each.since)},
                {"text": "không đặt hạn" if each.days is None else str(each.days)},
                {"text": each.source},
            ]
        }
        for each in held.changes
    ]


@login_required
def change_limit(request: SignedIn, unit: UUID, code: str) -> HttpResponse:
    """Ask how many days a limit has from a day on, and write it down."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    refuse_all_but_root(request.user, place, on=on)
    held = limits_on().get(code)
    if held is None:
        raise PermissionDenied(REFUSAL)
    form = LimitForm(request.POST or None, initial={"since": on, "days": held.days_on(on)})
    if form.is_valid():
        try:
            row = set_limit(code, **form.cleaned_data, by=request.user, at=now(), root=place)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi. {row}.")
            return redirect("office:limits", unit=place.uuid)
    return show(request, "limit", unit=place, on=on, form=form, held=held)
