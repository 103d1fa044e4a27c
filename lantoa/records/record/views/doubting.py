"""Asking whether something odd is meant, and saying later that it is right."""

from collections.abc import Sequence
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

from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.records.record.entry import Oddity
from lantoa.records.record.forms import Reasoned, complaints
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import Doubt
from lantoa.records.record.queries import doubt as doubt_of
from lantoa.records.record.queries import doubts_of, settled_of
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import record_for, refuse_unseen


@dataclass(frozen=True)
class AskedLine:
    """One thing that is odd, and where the record is that it is like."""

    text: str
    url: str


@dataclass(frozen=True)
class DoubtAsked:
    """What is asked before something odd is saved; `marks` are sent along by who still means it."""

    lines: Sequence[AskedLine]
    marks: str


@dataclass(frozen=True)
class DoubtShown:
    """Something that stands on the page of a record until it is settled."""

    doubt: Doubt
    url: str
    twin_url: str


def question_of(kind: KindConfig, oddities: Sequence[Oddity]) -> DoubtAsked | None:
    """Return what a page asks; None where nothing is odd."""
    lines = [AskedLine(each.message, _page(kind, each)) for each in oddities]
    return DoubtAsked(lines, " ".join(each.mark for each in oddities)) if lines else None


def _page(kind: KindConfig, odd: Oddity) -> str:
    return kind.at("show", odd.twin) if odd.twin else ""


def still_meant(request: SignedIn) -> set[str]:
    """Return the marks of what somebody means though it is odd."""
    return set(request.POST.get("still", "").split())


def doubts_beside(kind: KindConfig, held: Any) -> dict[str, Any]:
    """Return what the page of a record shows of what is odd about it, and of what was right."""
    shown = [_shown(kind, each, held) for each in doubts_of(held.uuid)]
    return {"doubts": shown, "confirmed": settled_of(held.uuid)}


def _shown(kind: KindConfig, doubt: Doubt, held: Any) -> DoubtShown:
    """Return what stands about a record; on the page of its twin it leads to the record."""
    other = doubt.twin if doubt.record == held.uuid else doubt.record
    address = reverse(f"{kind.code}:confirm", args=[doubt.record, doubt.uuid])
    return DoubtShown(doubt, address, reverse(f"{kind.code}:show", args=[other]) if other else "")


@login_required
def confirm_page(request: SignedIn, kind: KindConfig, *, record: UUID, doubt: UUID) -> HttpResponse:
    """Ask why something odd is right, then settle it; a second time changes nothing."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    odd = doubt_of(doubt, held.uuid)
    if odd is None:
        raise PermissionDenied(REFUSAL)
    form = Reasoned(request.POST or None, initial={"seen": held.digest})
    form.fields["reason"].label = "Vì sao đúng như vậy"
    form.fields["reason"].help_text = "Ví dụ: hai buổi khác nhau, sáng và chiều cùng ngày."
    if odd.settled_at or (form.is_valid() and _confirmed(request, kind, held, odd, form)):
        messages.success(request, "Điều này đã xem lại xong.")
        return redirect(kind.at("show", held))
    context = {"form": form, "held": held, "errors": complaints(form), "odd": odd}
    context |= {"groups": kind.pages.groups(held), "here": "Đúng như vậy"}
    context |= {"back": kind.at("show", held)}
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "record/confirm.html", context)


def _confirmed(request: SignedIn, kind: KindConfig, held: Any, odd: Doubt, form: Reasoned) -> bool:
    try:
        reason = form.cleaned_data["reason"]
        refuse_unseen(held, seen=form.cleaned_data["seen"])
        kind.done.confirm(odd, by=request.user, at=now(), reason=reason)
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
