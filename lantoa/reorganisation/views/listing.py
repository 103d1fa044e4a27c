"""The decisions that touch a unit."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.figures.period import write_day
from lantoa.people.models import User
from lantoa.reorganisation.access import may_decide
from lantoa.reorganisation.queries.listing import acts_touching, badge_of
from lantoa.reorganisation.views.page import show
from lantoa.units.access import Work, unit_for
from lantoa.units.models import Act, Unit
from lantoa.units.views.page import SignedIn

HEADS = ["Quyết định", "Trích yếu", "Có hiệu lực từ", "Tình trạng", "Người soạn", "Người duyệt"]


@login_required
def acts(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the decisions that touch a unit or anything under it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Work.ADMINISTER, on=on)
    rows = [_row(act, place, request.user, on=on) for act in acts_touching(place)]
    heads = [{"text": head} for head in HEADS]
    return show(request, "acts", unit=place, on=on, heads=heads, rows=rows)


def _row(act: Act, place: Unit, user: User, *, on: date) -> dict[str, Any]:
    """Return one line of the list; it leads on where the user may decide about it."""
    badge = badge_of(act, on=on)
    first = {"text": f"{act.number} của {act.issuer}"}
    if may_decide(user, act, on=on, below=place):
        first["url"] = reverse("reorganisation:act", args=[place.uuid, act.uuid])
    approver = act.approver.name if act.approver else ""
    state = {"text": badge.text, "state": badge.state, "icon": ICONS[badge.state]}
    words = [{"text": each} for each in (act.title, write_day(act.in_force_from))]
    people = [{"text": act.author.name}, {"text": approver}]
    return {"cells": [first, *words, state, *people], "quiet": act.state == Act.State.REVERSED}


ICONS = {"quiet": "pen", "wait": "clock", "done": "check", "refused": "back"}
