"""Bringing back a withdrawn record: it counts again from now on."""

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
from lantoa.records.record.entry import InDoubt, Oddity
from lantoa.records.record.forms import Reasoned, complaints
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.views.doubting import question_of, still_meant
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import record_for, refuse_unseen


@login_required
def bring_back_page(request: SignedIn, kind: KindConfig, *, record: UUID) -> HttpResponse:
    """Ask why a withdrawn record is brought back, then do so; a second time changes nothing."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    form = Reasoned(request.POST or None, initial={"seen": held.digest})
    form.fields["reason"].help_text = "Ví dụ: hủy nhầm bản ghi. Lý do được lưu cùng bản ghi."
    odd: list[Oddity] = []
    if not held.superseded_at or (form.is_valid() and _back(request, kind, held, form, odd)):
        messages.success(request, f"Bản ghi đang được dùng: {held}.")
        return redirect(kind.at("show", held))
    context = {"form": form, "held": held, "errors": complaints(form)}
    context |= {"question": question_of(kind, odd), "groups": kind.pages.groups(held)}
    context |= {"here": "Khôi phục", "back": kind.at("show", held)}
    context |= frame(kind, held.unit, user=request.user, today=today)
    return render(request, "record/bring_back.html", context)


def _back(
    request: SignedIn, kind: KindConfig, held: Any, form: Reasoned, odd: list[Oddity]
) -> bool:
    """Bring a record back; what is odd about it is put into `odd`, to be asked about."""
    try:
        refuse_unseen(held, seen=form.cleaned_data["seen"])
        said = {"reason": form.cleaned_data["reason"], "still": still_meant(request)}
        kind.done.bring_back(held, by=request.user, at=now(), **said)
    except InDoubt as doubt:
        odd.extend(doubt.oddities)
        return False
    except ValidationError as refusal:
        put(refusal, on=form)
        return False
    return True
