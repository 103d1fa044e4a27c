"""What every page of reorganisation shows around its own content."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.people.access import SignedIn
from lantoa.people.models import User
from lantoa.posts.queries.way import way_seen
from lantoa.units.models import Unit
from lantoa.units.queries import portrait

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(request: SignedIn, template: str, *, unit: Unit, on: date, **content: Any) -> HttpResponse:
    """Show a page of a unit, with the way up to it."""
    context = {
        "unit": portrait(unit, on=on),
        "way": way_to(request.user, unit, on=on),
        "simulated": unit.is_simulated,
    }
    return render(request, f"reorganisation/{template}.html", context | content)


def show_act(
    request: SignedIn, template: str, *, unit: Unit, on: date, **content: Any
) -> HttpResponse:
    """Show a page about decisions: its way leads through their list, and through the decision."""
    way = way_to(request.user, unit, on=on)
    way.append({"label": "Sắp xếp", "url": reverse("reorganisation:acts", args=[unit.uuid])})
    act = content.get("act")
    if act and template != "act":
        address = reverse("reorganisation:act", args=[unit.uuid, act.uuid])
        way.append({"label": act.number, "url": address})
    return show(request, template, unit=unit, on=on, **content, way=way)


def way_to(user: User, unit: Unit, *, on: date) -> list[dict[str, str]]:
    """Return the units above that the user may look at, from the top down, and the unit."""
    return [
        {"label": each.name, "url": reverse("desk:unit", args=[each.uuid])}
        for each in way_seen(user, unit, on=on)
    ]


def download(content: bytes, name: str) -> HttpResponse:
    """Send a spreadsheet to be kept."""
    answer = HttpResponse(content, content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
