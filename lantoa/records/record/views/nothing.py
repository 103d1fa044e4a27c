"""Saying that a unit had nothing to record of one kind in a period, and taking that back."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate, now

from lantoa.figures.period import Period
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.record.forms import NothingForm, Reasoned, Sending, complaints, put_problems
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING, refuse_withdrawn
from lantoa.records.record.queries import nothing_offered, nothing_said, versions
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import refuse_unseen, sees
from lantoa.units.models import Unit


@dataclass(frozen=True)
class NothingOffer:
    """A button that says of a period that nothing happened; its key makes it one statement."""

    period: Period
    key: UUID


@dataclass(frozen=True)
class NothingSaid:
    """What was said of a period, and where it is taken back."""

    row: NothingHappened
    period: Period
    url: str


def nothing_beside(
    kind: KindConfig, unit: Unit, *, today: date, may_record: bool
) -> dict[str, Any]:
    """Return what stands on the list of a kind: what was said, and the periods to say it of."""
    offered = nothing_offered(kind.code, unit, today=today) if may_record else []
    return {
        "nothing_url": kind.at("nothing", unit),
        "offers": [NothingOffer(period, uuid4()) for period in offered],
        "told": [
            NothingSaid(row, Period(row.first_day, row.last_day), kind.at("unsay", row))
            for row in nothing_said(kind.code, unit)
        ],
    }


@login_required
def nothing_page(request: SignedIn, kind: KindConfig, *, unit: UUID) -> HttpResponse:
    """Write down that nothing happened in a period: one tap from a list, or days typed here."""
    today = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=today)
    form = NothingForm(request.POST or None, initial=NothingForm.days(_last_month(today)))
    sending = Sending(request.POST or None)
    if _written(request, kind, place, form, sending):
        return redirect(_way_back(request, kind, place))
    if "key" in sending.errors:
        sending.renew()
    context = {
        "form": form,
        "sending": sending,
        "errors": complaints(form, sending),
        "here": "Không phát sinh",
        "back": kind.at("list", place),
        "goes_back": request.POST.get("back", ""),
    }
    context |= frame(kind, place, user=request.user, today=today)
    return render(request, "record/nothing.html", context)


def _last_month(today: date) -> Period:
    year, month = divmod(today.year * 12 + today.month - 2, 12)
    return Period.months(year, month + 1, month + 1)


def _written(
    request: SignedIn, kind: KindConfig, place: Unit, form: NothingForm, sending: Sending
) -> bool:
    if not (form.is_bound and form.is_valid() & sending.is_valid()):
        return False
    entry = form.entry(kind=kind.code, unit=place, key=str(sending.cleaned_data["key"]))
    try:
        row = NOTHING.record(by=request.user, at=now(), entry=entry)
        refuse_withdrawn(row, button="Kỳ này không phát sinh")
    except ValidationError as refusal:
        put_problems(refusal, on=form, beside=sending)
        return False
    words = 'Đã ghi: {}, {}. <a href="{}">Bỏ lời báo này</a>'
    messages.success(request, format_html(words, kind.pages.many, str(row), kind.at("unsay", row)))
    return True


def _way_back(request: SignedIn, kind: KindConfig, place: Unit) -> str:
    """Return the page of this site that the button stood on, or else the unit's list."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if is_ours else kind.at("list", place)


@login_required
def unsay_page(request: SignedIn, kind: KindConfig, *, said: UUID) -> HttpResponse:
    """Ask why "nothing happened" is taken back, then take it back; again changes nothing."""
    today = localdate()
    held = _held(kind, said, request=request, on=today)
    form = Reasoned(request.POST or None, initial={"seen": held.digest})
    if held.superseded_at or (form.is_valid() and _unsaid(request, held, form)):
        messages.success(request, f"Đã bỏ lời báo: {held}.")
        return redirect(kind.at("list", held.unit))
    context = {
        "form": form,
        "held": held,
        "errors": complaints(form),
        "here": "Bỏ lời báo",
        "back": kind.at("list", held.unit),
    }
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "record/unsay.html", context)


def _held(kind: KindConfig, said: UUID, *, request: SignedIn, on: date) -> NothingHappened:
    """Return what was said at a unit where the user may record; hidden and absent look the same."""
    found = versions(NothingHappened, said)
    if not found or found[0].record_kind != kind.code:
        raise PermissionDenied(REFUSAL)
    if not sees(request.user, found[0].unit, on=on, works=[Purpose.RECORD]):
        raise PermissionDenied(REFUSAL)
    return found[0]


def _unsaid(request: SignedIn, held: NothingHappened, form: Reasoned) -> bool:
    try:
        refuse_unseen(held, seen=form.cleaned_data["seen"])
        reason = form.cleaned_data["reason"]
        NOTHING.withdraw(held, by=request.user, at=now(), reason=reason)
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
