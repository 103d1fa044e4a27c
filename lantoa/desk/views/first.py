"""The first page, and finding a unit."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from lantoa.desk.queries.reach import reached_by
from lantoa.desk.views.figures import unit_page
from lantoa.figures.period import write_day
from lantoa.people.models import User
from lantoa.posts.access import own_units
from lantoa.units.queries import Portrait, matching, portraits


@login_required
def first(request: HttpRequest) -> HttpResponse:
    """Show the user's own unit; a cell that came with its card goes to its own page."""
    user = cast(User, request.user)
    if user.is_card:
        return redirect("phone:home")
    own = own_units(user, on=localdate())
    if not own:
        return render(request, "desk/nothing.html")
    return unit_page(request, own[0], others=own[1:])


@login_required
def units(request: HttpRequest) -> HttpResponse:
    """Find units by a part of their name, among those that the user may reach."""
    user = cast(User, request.user)
    if user.is_card:
        raise PermissionDenied
    today, text = localdate(), request.GET.get("q", "").strip()
    reached = reached_by(user, on=today)
    found = matching(text, on=today, within=reached) if text else []
    parents = portraits({each.parent for each in found if each.parent}, on=today)
    rows = [_row(each, parents.get(each.parent or 0)) for each in found]
    return render(request, "desk/units.html", {"q": text, "rows": rows, "heads": HEADS})


HEADS = [
    {"text": "Đơn vị"},
    {"text": "Mã"},
    {"text": "Loại"},
    {"text": "Trực thuộc"},
    {"text": "Hoạt động"},
]


def _above(unit: Portrait, parent: Portrait | None) -> str:
    """Name the unit above; one that has ended never belonged to what its past counts under."""
    if parent is None:
        return "không"
    return parent.name if unit.closed_on is None else f"nay tính vào {parent.name}"


def _row(unit: Portrait, parent: Portrait | None) -> dict[str, object]:
    cells: list[dict[str, str]] = [
        {"text": unit.marked_name, "url": f"/don-vi/{unit.uuid}/"},
        {"text": unit.code},
        {"text": unit.kind.label},
        {"text": _above(unit, parent)},
        {"text": f"từ {write_day(unit.founded)} {unit.life}".strip()},
    ]
    return {"cells": cells, "quiet": unit.closed_on is not None}
