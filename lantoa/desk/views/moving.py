"""Going on with a matter: answered, handed on, closed, taken back, put right, withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from lantoa.desk.forms import (
    AnswerForm,
    CloseMatterForm,
    HandOnForm,
    RewordForm,
    WhyForm,
)
from lantoa.desk.navigation import reach
from lantoa.desk.views.matters import around_unit, matter_seen
from lantoa.formats.refusals import put
from lantoa.matters import operations
from lantoa.matters.queries import MatterShown, units_offered
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL


@dataclass(frozen=True)
class MatterDeed:
    """One thing that is done with a matter: its words, its form, and what does it."""

    title: str
    button: str
    done: str
    form: Callable[[SignedIn, MatterShown, date], Any]
    do: Callable[[SignedIn, MatterShown, Any], Any]
    is_grave: bool = False


@login_required
def go_on(request: SignedIn, matter: UUID, deed: str) -> HttpResponse:
    """Ask for what is done with a matter, then do it."""
    today = localdate()
    held = matter_seen(request, matter, on=today)
    if deed not in DEEDS or held.line is None:
        raise PermissionDenied(REFUSAL)
    one = DEEDS[deed]
    form = one.form(request, held, today)
    if form.is_valid() and _done(request, one, held, form):
        messages.success(request, one.done)
        return redirect("desk:matter", matter=matter)
    context = {
        "held": held,
        "deed": one,
        "form": form,
        **around_unit(request, held.matter.raised_by, on=today),
    }
    return render(request, "desk/move_matter.html", context)


def _done(request: SignedIn, deed: MatterDeed, held: MatterShown, form: forms.Form) -> bool:
    try:
        deed.do(request, held, form)
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True


def _seen(held: MatterShown) -> dict[str, Any]:
    return {"seen": held.last.uuid if held.last else None}


def _answering(form: type[AnswerForm]) -> Callable[[SignedIn, MatterShown, date], AnswerForm]:
    return lambda request, held, today: form(
        request.POST or None, initial={"on": today, **_seen(held)}
    )


def _handing(request: SignedIn, held: MatterShown, today: date) -> HandOnForm:
    keeper = held.line.keeper if held.line else 0
    offered = units_offered(keeper, on=today)[1:]
    due = max(held.line.step.due, today) if held.line else today
    initial = {"on": today, "due": due, **_seen(held)}
    return HandOnForm(request.POST or None, offered=offered, initial=initial)


def _why(request: SignedIn, held: MatterShown, today: date) -> WhyForm:
    return WhyForm(request.POST or None, initial=_seen(held))


def _righting(request: SignedIn, held: MatterShown, today: date) -> RewordForm:
    row = held.matter
    initial = {"sort": row.sort, "words": row.words, "seen": row.pk}
    return RewordForm(request.POST or None, initial=initial)


def _answer(request: SignedIn, held: MatterShown, form: AnswerForm) -> None:
    operations.answer(held.matter.uuid, move=form.move(), by=request.user, at=now())


def _close(request: SignedIn, held: MatterShown, form: AnswerForm) -> None:
    operations.close(held.matter.uuid, move=form.move(), by=request.user, at=now())


def _hand_on(request: SignedIn, held: MatterShown, form: HandOnForm) -> None:
    to, due = reach(request).unit(form.chosen), form.cleaned_data["due"]
    if to is None:
        raise PermissionDenied(REFUSAL)
    operations.hand_on(
        held.matter.uuid, move=form.move(), to=to, due=due, by=request.user, at=now()
    )


def _take_back(request: SignedIn, held: MatterShown, form: WhyForm) -> None:
    operations.take_back(held.matter.uuid, **form.cleaned_data, by=request.user, at=now())


def _withdraw(request: SignedIn, held: MatterShown, form: WhyForm) -> None:
    reason = form.cleaned_data["reason"]
    operations.withdraw(held.matter.uuid, reason=reason, by=request.user, at=now())


def _reword(request: SignedIn, held: MatterShown, form: RewordForm) -> None:
    operations.reword(held.matter.uuid, **form.cleaned_data, by=request.user, at=now())


DEEDS = {
    "tra-loi": MatterDeed(
        "Trả lời", "Ghi câu trả lời", "Đã ghi câu trả lời.", _answering(AnswerForm), _answer
    ),
    "chuyen": MatterDeed(
        "Chuyển tiếp", "Chuyển", "Đã chuyển. Đơn vị nhận giữ việc từ nay.", _handing, _hand_on
    ),
    "khep-lai": MatterDeed(
        "Khép lại, không trả lời",
        "Khép lại",
        "Đã khép lại, lý do được lưu.",
        _answering(CloseMatterForm),
        _close,
        is_grave=True,
    ),
    "rut-buoc": MatterDeed(
        "Rút bước cuối", "Rút lại", "Đã rút bước cuối. Việc trở về bước trước.", _why, _take_back
    ),
    "sua": MatterDeed("Sửa nội dung", "Lưu nội dung đúng", "Đã sửa.", _righting, _reword),
    "huy": MatterDeed(
        "Hủy việc ghi nhầm", "Hủy", "Đã hủy, lý do được lưu.", _why, _withdraw, is_grave=True
    ),
}
"""By the word of its address: what is done with a matter."""
