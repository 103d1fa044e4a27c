"""What waits for a unit's word: the list of a unit, one matter, and raising one."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.desk.forms import RaiseForm
from lantoa.desk.navigation import reach
from lantoa.desk.queries.matters import (
    matter_rows,
    origin_parts,
    origin_shown,
    step_rows,
    tabs,
    units_named,
)
from lantoa.formats.refusals import put
from lantoa.matters.access import sees as sees_any
from lantoa.matters.operations import Raising, raise_matter
from lantoa.matters.queries import (
    MatterShown,
    Which,
    counts,
    lines,
    listed,
    shown,
    units_offered,
    usual_due,
)
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose
from lantoa.posts.queries.way import way_seen
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views import record_for
from lantoa.records.record.views.reaching import unit_seen
from lantoa.units.models import Unit
from lantoa.units.queries import parents_under, portrait, portraits
from lantoa.units.queries.at_work import standing_in, stood_in_for

ON_A_PAGE = 20
ALL = "ca"


@login_required
def matters(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the matters of a unit; `xem` says which, `pham-vi=ca` those of units below too."""
    today = localdate()
    place = unit_seen(user=request.user, unit=unit, on=today)
    scope = ALL if request.GET.get("pham-vi") == ALL else ""
    units = set(parents_under(place.pk, on=today)) if scope else stood_in_for(place.pk, on=today)
    which = _which(request.GET.get("xem", ""))
    rows = listed(units, which, today=today)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    found = lines(page, today=today)
    names = portraits(units_named(found), on=today)
    query = f"xem={which}" + (f"&pham-vi={scope}" if scope else "")
    context = {
        "page": page,
        "rows": matter_rows(found, names),
        "tabs": tabs(counts(units, today=today), current=which, scope=scope),
        "which": which,
        "scope": scope,
        "query": query,
        "may_record": reach(request).may(place.pk, work=Purpose.RECORD),
        **around_unit(request, place, on=today),
    }
    return render(request, "desk/matters.html", context)


def _which(text: str) -> Which:
    try:
        return Which(text)
    except ValueError:
        return Which.WAITING


def around_unit(request: SignedIn, unit: Unit, *, on: date) -> dict[str, Any]:
    """Return what stands around a page of a unit's matters."""
    way = way_seen(request.user, unit, on=on)
    return {
        "place": portrait(unit, on=on),
        "simulated": unit.is_simulated,
        "way": [
            {"label": each.name, "url": reverse("desk:unit", args=[each.uuid])} for each in way
        ],
    }


@login_required
def raise_one(request: SignedIn, unit: UUID) -> HttpResponse:
    """Ask what a matter is about and who keeps it, then raise it; sent twice, it is one."""
    today = localdate()
    place = reach(request).unit_for(unit, work=Purpose.RECORD)
    origin = _origin(request, place, on=today)
    sort = request.GET.get("loai", "")
    form = RaiseForm(
        request.POST or None,
        offered=units_offered(place.pk, on=today),
        initial={
            "sort": sort,
            "raised_on": today,
            "due": usual_due(sort, on=today),
            "keeper": str(place.uuid),
        },
    )
    if form.is_valid() and (raised := _raised(request, form, place, origin)):
        messages.success(request, f"Đã ghi: {raised}.")
        return redirect("desk:matter", matter=raised.uuid)
    context = {
        "form": form,
        "origin": origin_shown(origin),
        "back": reverse("desk:matters", args=[place.uuid]),
        **around_unit(request, place, on=today),
    }
    return render(request, "desk/raise_matter.html", context)


def _origin(request: SignedIn, place: Unit, *, on: date) -> str:
    """Return the record that the address names, where it is one of the unit; else nothing."""
    origin = request.GET.get("goc", "")
    parts = origin_parts(origin)
    if parts is None:
        return ""
    held = record_for(kind_of(parts[0]), parts[1], user=request.user, on=on)
    return origin if held.unit == place else ""


def _raised(request: SignedIn, form: RaiseForm, place: Unit, origin: str) -> Any:
    keeper = reach(request).unit(form.chosen)
    if keeper is None:
        raise PermissionDenied(REFUSAL)
    entry = form.entry(by=place, origin=origin)
    asked = Raising(entry=entry, keeper=keeper, due=form.cleaned_data["due"])
    try:
        return raise_matter(by=request.user, at=now(), raising=asked)
    except ValidationError as refusal:
        put(refusal, on=form)
        return None


@login_required
def matter(request: SignedIn, matter: UUID) -> HttpResponse:
    """Show a matter, everything that became of it, and what its keeper may do."""
    today = localdate()
    held = matter_seen(request, matter, on=today)
    names = portraits({*held.units, *([held.line.keeper] if held.line else [])}, on=today)
    raised_by = held.matter.raised_by
    keeper = names[held.line.keeper] if held.line else None
    may = reach(request).among({*names, *_stand_in(held, today)}, work=Purpose.RECORD)
    last = held.last
    context = {
        "held": held,
        "keeper": keeper,
        "origin": origin_shown(held.matter.origin),
        "goes_on": bool(held.line and held.line.is_open and held.line.keeper in may),
        "takes_back": bool(last and last.after and _stands(last.unit_id, today) in may),
        "puts_right": bool(held.line and _stands(held.matter.raised_by_id, today) in may),
        "steps": step_rows(held.steps, names),
        **around_unit(request, raised_by, on=today),
    }
    return render(request, "desk/matter.html", context)


def _stands(unit: int, today: date) -> int:
    return standing_in([unit], on=today)[unit]


def _stand_in(held: MatterShown, today: date) -> set[int]:
    return set(standing_in(held.units, on=today).values())


def matter_seen(request: SignedIn, matter: UUID, *, on: date) -> MatterShown:
    """Return a matter that somebody may see: who sees any unit that has to do with it.

    Raises PermissionDenied, in the same words whether it is hidden or does not exist.
    """
    held = shown(matter, today=on)
    if held is None or not sees_any(reach(request), held.units, on=on):
        raise PermissionDenied(REFUSAL)
    return held
