"""Opening a ward's cells from one list: send, look, confirm."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now

from lantoa.office.forms import OpeningForm
from lantoa.office.sheets import opening_template
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.people.models import User
from lantoa.posts.access import Purpose, unit_for
from lantoa.posts.operations import AlreadyOpen, NewCell
from lantoa.posts.operations import open_cells as open_listed
from lantoa.units.models import Kind, Unit

SALT = "units.open_cells"
A_DAY = 24 * 3600
STEPS = ("Điền bảng mẫu", "Gửi danh sách", "Xem lại", "In thẻ")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def list_template(request: SignedIn, unit: UUID) -> HttpResponse:
    """Send the empty list to fill in."""
    unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=localdate())
    answer = HttpResponse(opening_template(), content_type=EXCEL)
    answer["Content-Disposition"] = 'attachment; filename="danh-sach-chi-bo.xlsx"'
    return answer


@login_required
def open_cells(request: SignedIn, unit: UUID) -> HttpResponse:
    """Ask for the list of cells, show what it says, and open them when that is confirmed."""
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=localdate())
    if "confirmed" in request.POST:
        return _confirm(request, place)
    form = OpeningForm(request.POST or None, request.FILES or None, unit=place, today=localdate())
    if form.is_valid():
        return _preview(request, place, form)
    return _ask(request, place, form)


def _ask(request: SignedIn, place: Unit, form: OpeningForm) -> HttpResponse:
    return show(
        request,
        "open_cells",
        unit=place,
        on=localdate(),
        form=form,
        steps=_steps(now_at=1),
    )


def _steps(*, now_at: int) -> list[dict[str, str]]:
    states = ["done"] * now_at + ["now"] + ["next"] * len(STEPS)
    return [{"label": label, "state": states[at]} for at, label in enumerate(STEPS)]


def _preview(request: SignedIn, place: Unit, form: OpeningForm) -> HttpResponse:
    cells, since = form.reading.cells, form.cleaned_data["since"]
    return show(
        request,
        "preview_cells",
        unit=place,
        on=localdate(),
        since=since,
        count=len(cells),
        examples=form.reading.examples,
        facts=_facts(cells),
        rows=[_row(each) for each in cells],
        heads=[
            {"text": "Tên"},
            {"text": "Loại"},
            {"text": "Số đảng viên", "numeric": True},
            {"text": "Người ghi"},
        ],
        confirmed=_sealed(cells, since=since, place=place, by=request.user),
        steps=_steps(now_at=2),
    )


def _facts(cells: list[NewCell]) -> list[dict[str, str]]:
    kinds = Counter(each.kind for each in cells)
    known = [each.members for each in cells if each.members is not None]
    facts = [{"term": kind.label.capitalize(), "text": str(n)} for kind, n in kinds.items()]
    facts.append({"term": "Tổng số đảng viên", "text": f"{sum(known):,}".replace(",", ".")})
    if len(known) < len(cells):
        facts.append({"term": "Chưa có số đảng viên", "text": f"{len(cells) - len(known)} đơn vị"})
    return facts


def _row(cell: NewCell) -> dict[str, Any]:
    members = "chưa có số" if cell.members is None else f"{cell.members:,}".replace(",", ".")
    words = [{"text": cell.name}, {"text": cell.kind.label}]
    return {"cells": [*words, {"text": members, "numeric": True}, {"text": cell.title}]}


def _sealed(cells: list[NewCell], *, since: date, place: Unit, by: User) -> str:
    """Return the list as a signed text that comes back with the confirmation."""
    rows = [[each.name, each.kind.value, each.members, each.title] for each in cells]
    content = [str(place.uuid), by.pk, since.isoformat(), rows]
    return signing.dumps(content, salt=SALT, compress=True)


def _unsealed(text: str, *, place: Unit, by: User) -> tuple[date, list[NewCell]]:
    try:
        unit, user, since, rows = signing.loads(text, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        unit = user = None
    if (unit, user) != (str(place.uuid), by.pk):
        raise ValidationError("Bản xem trước đã quá một ngày hoặc không còn đúng. Hãy gửi lại tệp.")
    cells = [NewCell(name, Kind(kind), members, title) for name, kind, members, title in rows]
    return date.fromisoformat(since), cells


def _confirm(request: SignedIn, place: Unit) -> HttpResponse:
    try:
        since, cells = _unsealed(request.POST["confirmed"], place=place, by=request.user)
        opened = open_listed(place, cells, by=request.user, at=now(), on=since)
    except AlreadyOpen as refusal:
        messages.warning(request, refusal.messages[0])
        return redirect("office:cards", unit=place.uuid)
    except ValidationError as refusal:
        form = OpeningForm(unit=place, today=localdate())
        messages.error(request, " ".join(refusal.messages))
        return _ask(request, place, form)
    messages.success(request, f"Đã mở {len(opened)} đơn vị. Bây giờ in thẻ cho các đơn vị này.")
    return redirect("office:cards", unit=place.uuid)
