"""Withdrawing a record: it counts no more, and stays to be seen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.records.record.forms import Reasoned, complaints
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import record_for, refuse_unseen


@login_required
def withdraw_page(request: SignedIn, kind: KindConfig, *, record: UUID) -> HttpResponse:
    """Ask why a record is withdrawn, then withdraw it; a second time changes nothing."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    form = Reasoned(request.POST or None, initial={"seen": held.digest})
    if held.superseded_at or (form.is_valid() and _withdrawn(request, kind, held, form)):
        messages.success(request, f"Đã hủy ghi: {held}.")
        return redirect(kind.at("show", held))
    errors = complaints(form)
    context = {"form": form, "held": held, "errors": errors, "groups": kind.pages.groups(held)}
    context |= {"here": "Hủy ghi", "back": kind.at("show", held)}
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "record/withdraw.html", context)


def _withdrawn(request: SignedIn, kind: KindConfig, held: Any, form: Reasoned) -> bool:
    try:
        reason = form.cleaned_data["reason"]
        refuse_unseen(held, seen=form.cleaned_data["seen"])
        kind.done.withdraw(held, by=request.user, at=now(), reason=reason)
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
