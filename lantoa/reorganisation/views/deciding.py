"""Approving a decision that somebody else drafted, and undoing one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.timezone import localdate, now

from lantoa.acts import applying, reversing
from lantoa.acts.drafting import planned
from lantoa.acts.models import Act
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.reorganisation.access import act_for, who_may_approve
from lantoa.reorganisation.forms import ApproveForm, ReverseForm
from lantoa.reorganisation.queries.matters import before_undoing
from lantoa.reorganisation.views.drafting import to_act
from lantoa.reorganisation.views.page import show_act
from lantoa.reorganisation.views.trying import facts_of, tried_of
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


@login_required
def approve(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Ask whether a decision is to be approved, as its simulation showed it; approve it."""
    on = localdate()
    place, found = act_for(user=request.user, unit=unit, act=act, on=on)
    known = {"fingerprint": found.fingerprint}
    form = ApproveForm(request.POST or None, initial=known)
    if form.is_valid():
        fingerprint = form.cleaned_data["fingerprint"]
        try:
            applying.approve(found, fingerprint=fingerprint, by=request.user, at=now())
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã duyệt {found.number}.")
            return to_act(place, found)
    shown = {
        "act": found,
        "form": form,
        "facts": facts_of(found),
        "is_author": found.author_id == request.user.pk,
        "approvers": who_may_approve(found, on=on),
        "is_ready": found.state == Act.State.SIMULATED,
        **_tried(found, place),
    }
    return show_act(request, "approve", unit=place, on=on, **shown)


def _tried(act: Act, place: Unit) -> dict[str, Any]:
    """Return what a decision would do, and whether the organisation changed since it was tried."""
    if act.state != Act.State.SIMULATED:
        return {"is_stale": False, "tried": None}
    tried = planned(act)
    is_stale = tried.fingerprint != act.fingerprint
    shown = None if is_stale or tried.faults else tried_of(tried, act, place)
    return {"is_stale": is_stale, "tried": shown}


@login_required
def reverse(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Ask why a decision is to be undone, and undo it where nothing is built on it."""
    on = localdate()
    place, found = act_for(user=request.user, unit=unit, act=act, on=on)
    form = ReverseForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            reversing.reverse(
                found, reason=reason, by=request.user, at=now(), questions=before_undoing()
            )
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
        else:
            messages.success(request, f"Đã thu hồi {found.number}. Mọi thứ trở lại như trước.")
            return to_act(place, found)
    is_approved = found.state == Act.State.APPROVED
    shown = {
        "act": found,
        "form": form,
        "facts": facts_of(found),
        "is_approved": is_approved,
        "built": _built(found) if is_approved else [],
    }
    return show_act(request, "reverse", unit=place, on=on, **shown)


def _built(act: Act) -> list[str]:
    """Say what is built on a decision: while anything is, it cannot be undone."""
    found = reversing.built_on(act, questions=before_undoing())
    shown = portraits({each.unit for each in found}, on=act.in_force_from)
    return [f"{shown[each.unit].name}: {each.words}" for each in found]
