"""What every page of a unit shows around its own content."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, may
from lantoa.posts.queries.way import way_seen
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portrait


def show(request: SignedIn, template: str, *, unit: Unit, on: date, **content: Any) -> HttpResponse:
    """Show a page of a unit, with the way up to it."""
    context = {
        "unit": portrait(unit, on=on),
        "way": [_link(each) for each in way_seen(request.user, unit, on=on)],
        "simulated": unit.is_simulated,
        "administers": may(request.user, unit, work=Purpose.ADMINISTER, on=on),
    }
    return render(request, f"office/{template}.html", context | content)


def _link(unit: Portrait) -> dict[str, str]:
    return {"label": unit.name, "url": reverse("desk:unit", args=[unit.uuid])}
