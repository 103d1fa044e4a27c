"""Asking for a record and writing it; asking for a correction."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.timezone import localdate, now

from lantoa.drafts.once import key_in, key_of, lacks_own_address, own_address
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.records.record.entry import InDoubt
from lantoa.records.record.forms import (
    DayBox,
    ListBox,
    Options,
    PhraseBox,
    Reasoned,
    RecordForm,
    Sending,
    WholeNumber,
    complaints,
    put_problems,
)
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import Record
from lantoa.records.record.operations import (
    WithdrawnBefore,
    find_again,
    is_same,
    refuse_withdrawn,
)
from lantoa.records.record.pages import Asker
from lantoa.records.record.views.doubting import question_of, still_meant
from lantoa.records.record.views.frame import after_saving, frame
from lantoa.records.record.views.reaching import record_for, refuse_unseen
from lantoa.records.record.views.saved import (
    SavedBefore,
    saved_before,
    when_saved,
)
from lantoa.units.models import Unit

SAID = (DayBox, Options, ListBox, WholeNumber, PhraseBox)
"""Boxes that an address may fill: days, choices, rows of lists, counts and short words."""


@login_required
def record_page(request: SignedIn, kind: KindConfig, *, unit: UUID) -> HttpResponse:
    """Ask for a record of one kind and write it down; sent twice, it is one record."""
    today, at = localdate(), now()
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=today)
    if lacks_own_address(request):
        return redirect(own_address(request))
    asked = None if request.POST else key_in(request.GET)
    saved = saved_before(kind, place, key=asked)
    form = _form(request, kind, place, today, initial=_first_shown(request, kind, saved))
    sending = Sending(request.POST or None, initial={"key": asked} if asked else None)
    if written := _written(form, sending, lambda: _record(request, kind, form, sending, at=at)):
        return _saved(request, kind, written, is_new=written.recorded_at == at)
    saved = saved or _kept_from_saving(kind, place, sending)
    more: dict[str, Any] = {"heading": f"Ghi {kind.pages.one}", "saved": saved}
    more["back"] = after_saving(kind, place, user=request.user)
    return _asked(request, kind, place, form, sending, **more)


@login_required
def correct_page(request: SignedIn, kind: KindConfig, *, record: UUID) -> HttpResponse:
    """Ask for the right content of a record, and why it was wrong; then correct it."""
    today = localdate()
    held = record_for(kind, record, user=request.user, on=today)
    if held.superseded_at:
        messages.warning(request, "Bản ghi này đã hủy, không đính chính được nữa.")
        return redirect(kind.at("show", held))
    form = _form(request, kind, held.unit, today, initial=_form_class(kind).content(held))
    reasoned = Reasoned(request.POST or None, initial={"seen": held.digest})
    if right := _written(form, reasoned, lambda: _correct(request, kind, held, form, reasoned)):
        messages.success(request, f"Đã đính chính: {right}.")
        return redirect(kind.at("show", held))
    more = {"heading": f"Đính chính {kind.pages.one}", "back": kind.at("show", held), "held": held}
    return _asked(request, kind, held.unit, form, reasoned, **more)


def _chosen(request: SignedIn, kind: KindConfig) -> dict[str, Any]:
    """Return what the address already says: a button names the sort, a message read the numbers."""
    boxes = _form_class(kind).base_fields
    filled = {name: request.GET[name] for name in boxes if name in request.GET}
    return {name: text for name, text in filled.items() if isinstance(boxes[name], SAID)}


def _first_shown(request: SignedIn, kind: KindConfig, saved: SavedBefore | None) -> dict[str, Any]:
    """Return what the boxes hold: on the way back, what was saved from this page."""
    return _form_class(kind).content(saved.record) if saved else _chosen(request, kind)


def _form_class(kind: KindConfig) -> type[RecordForm]:
    return cast("type[RecordForm]", kind.pages.form)


def _form(
    request: SignedIn, kind: KindConfig, unit: Unit, today: date, *, initial: dict[str, Any]
) -> RecordForm:
    sent, files = request.POST or None, request.FILES or None
    return _form_class(kind)(sent, files, initial=initial, unit=unit, today=today)


def _written(
    form: RecordForm, beside: Sending | Reasoned, write: Callable[[], Record]
) -> Record | None:
    """Write what was asked, or show beside each box why it cannot be."""
    if not (form.is_bound and form.is_valid() & beside.is_valid()):
        return None
    try:
        return write()
    except InDoubt as doubt:
        form.oddities = doubt.oddities
        return None
    except WithdrawnBefore as refusal:
        put(refusal, on=form)
        cast("Sending", beside).renew()
        return None
    except ValidationError as refusal:
        put_problems(refusal, on=form, beside=beside)
        return None


def _record(
    request: SignedIn, kind: KindConfig, form: RecordForm, sending: Sending, *, at: datetime
) -> Record:
    asked = Asker(by=request.user, at=at, key=str(sending.cleaned_data["key"]))
    entry = form.entry(key=asked.key)
    with transaction.atomic():
        written: Record = kind.done.record(
            by=asked.by, at=asked.at, entry=entry, still=still_meant(request)
        )
        refuse_withdrawn(written, button="Lưu")
        kind.pages.keep(form, written, asked)
    return written


def _correct(
    request: SignedIn, kind: KindConfig, held: Any, form: RecordForm, reasoned: Reasoned
) -> Record:
    """Correct a record, unless the same correction was just sent, or somebody else was first."""
    entry, seen = form.entry(key=held.key), reasoned.cleaned_data["seen"]
    if seen != held.digest and is_same(find_again(entry, [held]), held):
        return cast("Record", held)
    refuse_unseen(held, seen=seen)
    said = {"reason": reasoned.cleaned_data["reason"], "still": still_meant(request)}
    right: Record = kind.done.correct(held, entry=entry, by=request.user, at=now(), **said)
    return right


def _kept_from_saving(kind: KindConfig, unit: Unit, sending: Sending) -> SavedBefore | None:
    """Return what was saved from the page before, where its key is in the way of other content.

    A key that is missing, broken or another unit's is put right: what is sent next is a record of
    its own.
    """
    if "key" not in sending.errors:
        return None
    saved = saved_before(kind, unit, key=key_of(sending.data.get("key", "")))
    if saved is None:
        sending.renew()
    return saved


def _saved(request: SignedIn, kind: KindConfig, written: Record, *, is_new: bool) -> HttpResponse:
    """Say what was saved and go on; what had been saved before is shown instead."""
    if not is_new:
        said = f"Đã lưu từ lúc {when_saved(written)}, không ghi thêm lần nữa."
        messages.info(request, said)
        return redirect(kind.at("show", written))
    links = '<a href="{}">Xem</a> · <a href="{}">Ghi thêm</a>'
    again = kind.at("record", written.unit)
    said = format_html("Đã lưu: {}. " + links, str(written), kind.at("show", written), again)
    messages.success(request, said)
    return redirect(after_saving(kind, written.unit, user=request.user))


def _asked(
    request: SignedIn,
    kind: KindConfig,
    unit: Unit,
    form: RecordForm,
    beside: Sending | Reasoned,
    **more: Any,
) -> HttpResponse:
    errors = complaints(form) if more.get("saved") else complaints(form, beside)
    today = form.today
    context = {"form": form, "beside": beside, "errors": errors, "here": more["heading"], **more}
    context |= {"question": question_of(kind, form.oddities)}
    context |= frame(kind, unit, user=request.user, today=today)
    return render(request, kind.templates("ask"), context)
