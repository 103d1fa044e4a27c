"""What stands around every page of records: the unit, the way up, the way back."""

from datetime import date
from typing import Any

from django.urls import reverse

from lantoa.people.models import User
from lantoa.posts.access import Purpose
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.views.reaching import sees
from lantoa.units.models import Unit
from lantoa.units.queries import portrait


def frame(kind: KindConfig, unit: Unit, *, user: User, today: date) -> dict[str, Any]:
    """Return what the shared base of these pages shows."""
    name = portrait(unit, on=today).full_name
    address = unit_page(unit, user=user, today=today)
    return {
        "kind": kind.pages,
        "unit": unit,
        "unit_name": name,
        "simulated": unit.is_simulated,
        "may_record": sees(user, unit, on=today, works=[Purpose.RECORD]),
        "unit_url": address,
        "way": _way(kind, unit, {"label": name, "url": address}),
    }


def _way(kind: KindConfig, unit: Unit, place: dict[str, str]) -> list[dict[str, str]]:
    way = [place]
    if kind.pages.form:
        way.append({"label": kind.pages.many, "url": kind.at("list", unit)})
    return way


def unit_page(unit: Unit, *, user: User, today: date) -> str:
    """Return the page of a unit: its figures, or the first page of the card that records there."""
    if sees(user, unit, on=today, works=[Purpose.VIEW]):
        return reverse("desk:unit", args=[unit.uuid])
    return reverse("phone:home")


def after_saving(kind: KindConfig, unit: Unit, *, user: User) -> str:
    """Return where somebody goes on: a card to its own page, a clerk to the unit's list."""
    return reverse("phone:home") if user.is_card else kind.at("list", unit)
