"""Dated steps beside a record: shown on its page, written down there, and taken back."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.figures.period import Period
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.records.record.forms import DatedStepForm, Reasoned, Sending, complaints, put_problems
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations import STEPS, refuse_withdrawn
from lantoa.records.record.queries import versions
from lantoa.records.record.queries.beside import steps_of
from lantoa.records.record.steps import Steps
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import record_for, refuse_unseen


@dataclass(frozen=True)
class StepBeside:
    """A step as the page of its record shows it; `url` takes it back."""

    row: DatedStep
    label: str
    period: Period
    url: str


def steps_beside(kind: KindConfig, held: Any) -> dict[str, Any]:
    """Return the steps of a record and the form for one more; nothing where its kind has none."""
    declared = kind.done.model.steps
    if declared is None:
        return {}
    shown = [_shown(kind, declared, each) for each in steps_of(held.uuid)]
    address = reverse(f"{kind.code}:step", args=[held.uuid])
    beside = {"form": DatedStepForm(record=held), "sending": Sending(), "url": address}
    return {"stepped": {"steps": shown, **beside}}


def _shown(kind: KindConfig, steps: Steps, row: DatedStep) -> StepBeside:
    level = steps.level(row.level)
    label = f"{steps.label(row.step)}, {level.lower()}" if level else steps.label(row.step)
    address = reverse(f"{kind.code}:unstep", args=[row.record, row.uuid])
    return StepBeside(row, label, Period(row.first_day, row.last_day), address)


@login_required
def step_page(request: SignedIn, kind: KindConfig, *, record: UUID) -> HttpResponse:
    """Ask for a step beside a record and write it down; sent twice, it is one step."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    form, sending = DatedStepForm(request.POST or None, record=held), Sending(request.POST or None)
    if form.is_bound and form.is_valid() & sending.is_valid() and _written(request, form, sending):
        messages.success(request, f"Đã ghi một bước của: {held}.")
        return redirect(kind.at("show", held))
    if "key" in sending.errors:
        sending.renew()
    context = {"held": held, "form": form, "sending": sending, "here": "Ghi một bước"}
    context |= {"errors": complaints(form, sending), "back": kind.at("show", held)}
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "record/step.html", context)


def _written(request: SignedIn, form: DatedStepForm, sending: Sending) -> bool:
    entry = form.entry(key=str(sending.cleaned_data["key"]))
    try:
        row = STEPS.record(by=request.user, at=now(), entry=entry)
        refuse_withdrawn(row, button="Ghi bước này")
    except ValidationError as refusal:
        put_problems(refusal, on=form, beside=sending)
        return False
    return True


@login_required
def unstep_page(request: SignedIn, kind: KindConfig, *, record: UUID, step: UUID) -> HttpResponse:
    """Ask why a step is taken back, then take it back; a second time changes nothing."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    found = versions(DatedStep, step)
    if not found or found[0].record != held.uuid or kind.done.model.steps is None:
        raise PermissionDenied(REFUSAL)
    form = Reasoned(request.POST or None, initial={"seen": found[0].digest})
    if found[0].superseded_at or (form.is_valid() and _taken_back(request, found[0], form)):
        messages.success(request, "Đã bỏ bước này; lý do được lưu trong nhật ký.")
        return redirect(kind.at("show", held))
    context = {"form": form, "errors": complaints(form), "back": kind.at("show", held)}
    context |= {"held": held, "step": _shown(kind, kind.done.model.steps, found[0])}
    context |= {"here": "Bỏ một bước", **frame(kind, held.unit, user=request.user, today=today)}
    return render(request, "record/unstep.html", context)


def _taken_back(request: SignedIn, held: DatedStep, form: Reasoned) -> bool:
    try:
        refuse_unseen(held, seen=form.cleaned_data["seen"])
        STEPS.withdraw(held, by=request.user, at=now(), reason=form.cleaned_data["reason"])
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
