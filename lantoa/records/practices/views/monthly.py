"""What a service did month by month: shown on its page, written down there, and withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from lantoa.figures.period import Period
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.records.practices.forms import OutputForm
from lantoa.records.practices.operations import OUTPUTS
from lantoa.records.practices.queries import output as output_of
from lantoa.records.practices.queries import outputs_of
from lantoa.records.record.forms import Reasoned, Sending, complaints, put_problems
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.operations import refuse_withdrawn
from lantoa.records.record.views import record_for
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import refuse_unseen


@dataclass(frozen=True)
class MonthDone:
    """What a service did between two days."""

    period: Period
    rows: Sequence[Any]


def monthly(practice: Any, *, today: date) -> dict[str, Any]:
    """Return what the page of a practice shows of its months."""
    by_days: dict[Period, list[Any]] = {}
    for row in outputs_of(practice.uuid):
        by_days.setdefault(Period(row.first_day, row.last_day), []).append(row)
    months = [MonthDone(period, rows) for period, rows in by_days.items()]
    return {"months": months, "output_form": OutputForm(today=today), "output_key": Sending()}


@login_required
def add_output(request: SignedIn, practice: UUID) -> HttpResponse:
    """Ask what a service did between two days and write it down; sent twice, it is once."""
    today, kind = localdate(), kind_of("practices")
    held = record_for(kind, practice, user=request.user, on=today)
    form = OutputForm(request.POST or None, today=today)
    sending = Sending(request.POST or None)
    if (
        form.is_bound
        and form.is_valid() & sending.is_valid()
        and _kept(request, form, sending, held)
    ):
        messages.success(request, f"Đã ghi việc làm được của: {held}.")
        return redirect(kind.at("show", held))
    if "key" in sending.errors:
        sending.renew()
    context = {"held": held, "form": form, "sending": sending, "here": "Ghi việc trong tháng"}
    context |= {"errors": complaints(form, sending), "back": kind.at("show", held)}
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "practices/output.html", context)


def _kept(request: SignedIn, form: OutputForm, sending: Sending, held: Any) -> bool:
    entries = form.entries(of=held, key=str(sending.cleaned_data["key"]))
    try:
        for row in OUTPUTS.record_many(by=request.user, at=now(), entries=entries):
            refuse_withdrawn(row, button="Ghi việc trong tháng")
    except ValidationError as refusal:
        for problem in getattr(refusal, "problems", ()):
            code = entries[problem.place].measure.code
            box = f"did_{code}" if problem.field == "quantity" else problem.field
            form.add_error(box if box in form.fields else None, problem.message)
        if not form.errors:
            put_problems(refusal, on=form, beside=sending)
        return False
    return True


@login_required
def withdraw_output(request: SignedIn, output: UUID) -> HttpResponse:
    """Ask why a number of a service is withdrawn, then withdraw it; again changes nothing."""
    today, kind, row = localdate(), kind_of("practices"), output_of(output)
    if row is None:
        raise PermissionDenied(REFUSAL)
    held = record_for(kind, row.practice, user=request.user, on=today)
    form = Reasoned(request.POST or None, initial={"seen": row.digest})
    if row.superseded_at or (form.is_valid() and _withdrawn(request, row, form)):
        messages.success(request, "Đã bỏ số này; muốn ghi số đúng, hãy ghi lại tháng ấy.")
        return redirect(kind.at("show", held))
    context = {"held": held, "row": row, "period": Period(row.first_day, row.last_day)}
    context |= {"form": form, "errors": complaints(form), "back": kind.at("show", held)}
    context |= {"here": "Bỏ một số", **frame(kind, held.unit, user=request.user, today=today)}
    return render(request, "practices/unput.html", context)


def _withdrawn(request: SignedIn, row: Any, form: Reasoned) -> bool:
    try:
        refuse_unseen(row, seen=form.cleaned_data["seen"])
        OUTPUTS.withdraw(row, by=request.user, at=now(), reason=form.cleaned_data["reason"])
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
