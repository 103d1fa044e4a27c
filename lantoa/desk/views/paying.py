"""Moving money between funds, reversing a transfer, proposing a payment and agreeing to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.desk.forms import MoveForm, ProposeForm, ReversalForm, RuleForm
from lantoa.desk.navigation import reach
from lantoa.desk.views.funds import fund_seen, offered, show_fund
from lantoa.formats.refusals import put
from lantoa.money import operations, queries
from lantoa.money.models import MoneyAccount, PaymentRule
from lantoa.money.operations import Entered
from lantoa.posts.access import REFUSAL, Purpose
from lantoa.units.queries import portrait


@require_POST
@login_required
def move_money(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Move money from a fund to another one."""
    held = fund_seen(request, fund, work=Purpose.KEEP)
    form = MoveForm(request.POST, funds=offered(request, held))

    def act(said: dict[str, Any]) -> None:
        entry = Entered(
            key=str(said["key"]),
            debit=said["to"],
            credit=held,
            amount=said["amount"],
            day=said["day"],
            words=said["words"],
        )
        operations.move(by=reach(request).user, at=now(), entry=entry)

    return _done(request, held, form, act, name="moving", words="Đã chuyển.")


@require_POST
@login_required
def reverse_transfer(request: HttpRequest, transfer: UUID) -> HttpResponse:
    """Reverse a transfer that belongs to no record; a record is corrected or withdrawn instead."""
    row = queries.transfer_of(transfer)
    held = next((e for e in (row.credit, row.debit) if e.side == "fund"), None) if row else None
    if row is None or held is None:
        raise PermissionDenied(REFUSAL)
    held = fund_seen(request, held.uuid, work=Purpose.KEEP)
    form = ReversalForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        if row.record:
            raise ValidationError("Khoản này thuộc một bản ghi: đính chính hoặc hủy bản ghi ấy.")
        told = {"on": said["day"], "reason": said["reason"]}
        operations.reverse(row, by=reach(request).user, at=now(), **told)

    return _done(request, held, form, act, name="reversing", words="Đã đảo khoản này.")


@require_POST
@login_required
def propose_payment(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Propose a payment out of a fund."""
    held = fund_seen(request, fund, work=Purpose.RECORD)
    form = ProposeForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        operations.propose(by=reach(request).user, at=now(), fund=held, **said)

    return _done(request, held, form, act, name="proposing", words="Đã lập đề nghị chi.")


@require_POST
@login_required
def decide_payment(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Agree to a payment that somebody else proposed, or refuse it."""
    asked = queries.proposal(proposal)
    if asked is None:
        raise PermissionDenied(REFUSAL)
    held = fund_seen(request, asked.fund.uuid, work=Purpose.KEEP)
    is_agreed = request.POST.get("answer") == "agree"
    try:
        operations.decide(asked, by=reach(request).user, at=now(), is_agreed=is_agreed)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, "Đã duyệt." if is_agreed else "Đã từ chối.")
    return redirect("desk:fund", fund=held.uuid)


@login_required
def payment_rule(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Ask whether payments of a unit need two people, and write it down."""
    place = reach(request).unit_for(unit, work=Purpose.ADMINISTER)
    form = RuleForm(request.POST or None, initial={"since": localdate()})
    if form.is_valid():
        try:
            entry = PaymentRule(unit=place, **form.cleaned_data)
            operations.rule(by=reach(request).user, at=now(), entry=entry)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi: {entry}.")
            return redirect("desk:funds", unit=place.uuid)
    shown: dict[str, Any] = {"form": form, "rule": queries.rule_of(place.pk, on=localdate())}
    shown |= {"unit": portrait(place, on=localdate()), "simulated": place.is_simulated}
    return render(request, "desk/payment_rule.html", shown)


def _done(
    request: HttpRequest,
    held: MoneyAccount,
    form: BaseForm,
    act: Callable[[dict[str, Any]], None],
    *,
    name: str,
    words: str,
) -> HttpResponse:
    """Do what a form asks and go back to the fund; or show why it cannot be, nothing lost."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, words)
            return redirect("desk:fund", fund=held.uuid)
    return show_fund(request, held, **{name: form, "refused": name})
