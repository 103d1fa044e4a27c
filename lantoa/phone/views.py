"""Pages of those in the field: opening a card, the first page of a cell, leaving."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.drafts.queries import waiting_page
from lantoa.people import room
from lantoa.people.access import YEAR_IN_SECONDS, CardRefused, SignedIn, live_card, open_card
from lantoa.people.address import client_address, household
from lantoa.people.machines import enter
from lantoa.people.models import User
from lantoa.people.slowing import counted_address, slowed
from lantoa.people.waiting import MustWait, hold_back
from lantoa.phone.forms import DigitsForm
from lantoa.phone.queries import (
    lists,
    offered,
    open_tasks,
    recorded_this_month,
    standing,
    to_look_at,
)
from lantoa.posts.access import Purpose, posts_of, unit_for
from lantoa.posts.models import Post
from lantoa.units.models import Unit
from lantoa.units.queries import Album, path_above, portraits

BACKEND = "lantoa.people.access.CardSignIn"


@sensitive_post_parameters("code")
@never_cache
def card(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the six digits of a scanned card, and sign the phone in for a year."""
    try:
        held = live_card(token)
    except CardRefused as refusal:
        return _refused(request, refusal)
    if request.user.pk == held.user_id:
        return redirect("phone:home")
    form = DigitsForm(request.POST or None)
    if form.is_valid():
        try:
            user = _opened(request, token, form)
        except MustWait as wait:
            form.add_error("code", wait.words)
            return hold_back(request, render(request, "phone/card.html", {"form": form}), wait)
        except CardRefused as refusal:
            if refusal.code != "wrong":
                return _refused(request, refusal)
            form.add_error("code", refusal)
        else:
            room.enter(request, user, backend=BACKEND)
            request.session.set_expiry(YEAR_IN_SECONDS)
            enter(request, user, at=now())
            return redirect(waiting_page(user, at=now()) or "phone:home")
    return render(request, "phone/card.html", {"form": form})


def _opened(request: HttpRequest, token: str, form: DigitsForm) -> User:
    """Return the account that the digits open; raises MustWait where tries came too fast."""
    at = now()
    with slowed(counted_address(household(client_address(request))), at=at):
        return open_card(token=token, code=form.cleaned_data["code"], at=at)


def _refused(request: HttpRequest, refusal: CardRefused) -> HttpResponse:
    """Say why a card opens nothing; the same whether it was cancelled or never was."""
    return render(request, "phone/refused.html", {"text": refusal.messages[0]}, status=403)


@login_required(login_url="phone:leave")
@never_cache
def home(request: SignedIn) -> HttpResponse:
    """Show the first page of the unit for which one records, or let one choose among several."""
    units = _recorded_for(request.user)
    if len(units) == 1:
        return _first_page(request, units[0])
    if not units and not request.user.is_card:
        return redirect("desk:first")
    shown = portraits([unit.pk for unit in units], on=localdate())
    return render(request, "phone/choose.html", {"units": list(shown.values())})


@login_required(login_url="phone:leave")
@never_cache
def unit(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the first page of one of several units for which one records."""
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=localdate())
    return _first_page(request, place)


def _recorded_for(user: User) -> list[Unit]:
    """Return the units at which a user has no more than the right to record."""
    posts = posts_of(user, on=localdate()).filter(right=Post.Right.RECORD)
    return list({post.unit_id: post.unit for post in posts.select_related("unit")}.values())


def _first_page(request: SignedIn, place: Unit) -> HttpResponse:
    on, album = localdate(), Album()
    above = path_above(place.pk, on=on)
    near = album.on(on, [place.pk, *above[:1]])
    shown = near[place.pk]
    context = {
        "unit": shown,
        "above": near[above[0]].name if above else "",
        "simulated": place.is_simulated,
        "today": on,
        "is_open": shown.is_open(on),
        "offered": offered(shown),
        "lists": lists(shown),
        "recorded": recorded_this_month(place, on=on),
        "to_look_at": to_look_at(place),
        "given": open_tasks(place, on=on),
        "standing": standing(place.pk, album=album, on=on),
    }
    return render(request, "phone/home.html", context)


@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Warn that the card will be needed again, then sign the phone out."""
    if request.method == "POST":
        room.leave(request)
        return redirect("phone:leave")
    return render(request, "phone/leave.html")
