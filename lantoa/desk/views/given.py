"""Tasks that a unit was given: received with one tap, begun, done; the same page for cards."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.desk.forms import SaidForm, said_at_once
from lantoa.desk.views.plans import show_place
from lantoa.formats.refusals import put
from lantoa.guidance.models import Assignment
from lantoa.guidance.operations import answer
from lantoa.guidance.queries import assignment_of
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.tally.queries.tasks import given_to
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


@login_required
def given(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the tasks that a unit has, late ones first, with the reminders it got."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=on)
    found = given_to(place, on=on)
    givers = portraits([each.held.task.set_by_id or 0 for each in found], on=on)
    rows = [
        {"standing": each, "giver": getattr(givers.get(each.held.task.set_by_id or 0), "name", "")}
        for each in found
    ]
    return show_place(request, "given", unit=place, on=on, rows=rows)


@require_POST
@login_required
def tap(request: SignedIn, unit: UUID, share: UUID, said: str) -> HttpResponse:
    """Say with one tap that a task was received or is begun; said again it stays as it was."""
    on = localdate()
    place, held = _given(request, unit, share, on=on)
    entry = said_at_once(said, on=on)
    if entry is None:
        raise PermissionDenied(REFUSAL)
    answer(held, entry, by=request.user, at=now())
    messages.success(request, f"{entry}: {held.task.words}.")
    return redirect("desk:given", unit=place.uuid)


@login_required
def say_done(request: SignedIn, unit: UUID, share: UUID) -> HttpResponse:
    """Ask on which day a task was done and with what result, and write it down."""
    on = localdate()
    place, held = _given(request, unit, share, on=on)
    form = SaidForm(request.POST or None, initial={"day": on})
    if form.is_valid():
        try:
            answer(held, form.entry(), by=request.user, at=now())
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã báo xong: {held.task.words}.")
            return redirect("desk:given", unit=place.uuid)
    return show_place(request, "say_done", unit=place, on=on, form=form, task=held.task)


def _given(request: SignedIn, unit: UUID, share: UUID, *, on: date) -> tuple[Unit, Assignment]:
    """Return a task that a unit has; the refusal is the same for hidden and absent."""
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=on)
    held = assignment_of(share)
    if held is None or share not in {each.held.share.uuid for each in given_to(place, on=on)}:
        raise PermissionDenied(REFUSAL)
    return place, held
