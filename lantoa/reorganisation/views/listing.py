"""The decisions that touch a unit."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.acts.models import Act
from lantoa.people.access import SignedIn
from lantoa.people.models import User
from lantoa.posts.access import Purpose, unit_for
from lantoa.reorganisation.access import may_decide
from lantoa.reorganisation.queries.listing import acts_touching, badge_of
from lantoa.reorganisation.views.page import show
from lantoa.units.models import Unit


@login_required
def acts(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the decisions that touch a unit or anything under it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    listed = [_listed(act, place, request.user, on=on) for act in acts_touching(place)]
    return show(request, "acts", unit=place, on=on, decisions=listed)


def _listed(act: Act, place: Unit, user: User, *, on: date) -> dict[str, Any]:
    """Return one entry of the list; it leads on where the user may decide about it."""
    may_open = may_decide(user, act, on=on, below=place)
    return {
        "name": f"{act.number} của {act.issuer}",
        "url": reverse("reorganisation:act", args=[place.uuid, act.uuid]) if may_open else "",
        "act": act,
        "badge": badge_of(act, on=on),
        "is_approved": act.state == Act.State.APPROVED,
        "is_quiet": act.state in {Act.State.REVERSED, Act.State.DROPPED},
    }
