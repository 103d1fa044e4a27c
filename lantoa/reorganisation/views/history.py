"""What happened to a unit, and what became of an old name."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.reorganisation.forms import BecameForm
from lantoa.reorganisation.queries.lives import became as fates
from lantoa.reorganisation.queries.lives import fate_of, moments_of
from lantoa.reorganisation.queries.reach import seen_by
from lantoa.reorganisation.views.page import show


@login_required
def life(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the life of a unit: names, codes, kinds, places, who came before and after it."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    seen = seen_by(request.user, on=on)
    moments, fate = moments_of(place, seen=seen), fate_of(place, on=on, seen=seen)
    return show(request, "life", unit=place, on=on, moments=moments, fate=fate)


@login_required
def became(request: SignedIn) -> HttpResponse:
    """Show what became of an old name, among the units that the user may look at."""
    if request.user.is_card:
        raise PermissionDenied(REFUSAL)
    on = localdate()
    form = BecameForm(request.GET if "ten" in request.GET else None)
    text = form.cleaned_data["ten"].strip() if form.is_valid() else ""
    found = fates(text, on=on, seen=seen_by(request.user, on=on)) if text else []
    return render(
        request, "reorganisation/became.html", {"form": form, "text": text, "found": found}
    )
