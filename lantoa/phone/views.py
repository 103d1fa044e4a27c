"""Pages of those in the field: opening a card, the first page of a cell, leaving."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.drafts.queries import waiting_page
from lantoa.formats.refusals import put
from lantoa.people import phones, room
from lantoa.people.access import YEAR_IN_SECONDS, CardRefused, SignedIn, live_card, open_card
from lantoa.people.address import client_address, household
from lantoa.people.machines import enter, sign_out
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
from lantoa.posts.operations.machines import leave_machines
from lantoa.units.models import Unit
from lantoa.units.queries import Album, path_above, portraits

BACKEND = "lantoa.people.access.CardSignIn"
CROWDED = (
    "Thẻ này mở được trên {} máy và đã mở đủ. Chọn máy sẽ thoát rồi bấm lại; hoặc nhờ đảng ủy "
    "cho thẻ mở thêm máy."
)


@sensitive_post_parameters("code")
@never_cache
def card(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the six digits of a scanned card, and sign the phone in for a year."""
    try:
        held = live_card(token)
    except CardRefused as refusal:
        return _refused(request, refusal)
    if request.user.pk == held.user_id:
        return phones.forget_page(redirect(phones.page_to_return(request) or "phone:home"))
    named = {"called": phones.proposed_name(request, on=localdate())}
    form = DigitsForm(request.POST or None, initial=named)
    if form.is_valid():
        try:
            user = _opened(request, token, form)
        except MustWait as wait:
            form.add_error("code", wait.words)
            return hold_back(request, _asked(request, form), wait)
        except CardRefused as refusal:
            if refusal.code != "wrong":
                return _refused(request, refusal)
            put(refusal, on=form, beside="code")
        else:
            return _entered(request, user, form)
    return _asked(request, form)


def _asked(request: HttpRequest, form: DigitsForm) -> HttpResponse:
    return render(request, "phone/card.html", {"form": form})


def _entered(request: HttpRequest, user: User, form: DigitsForm) -> HttpResponse:
    """Sign the phone in; where the card is open on as many as it may, ask which of them leaves."""
    at = now()
    before, others = phones.phones_beside(request, user, at=at)
    if len(others) >= user.phones_allowed:
        crowded = DigitsForm(request.POST, crowded=others)
        chosen = crowded.cleaned_data.get("instead") if crowded.is_valid() else ""
        if not chosen:
            return _asked(request, _say_crowded(crowded, user))
        leave_machines(user, uuids={chosen}, at=at)
    sign_out(before)
    room.enter(request, user, backend=BACKEND)
    request.session.set_expiry(YEAR_IN_SECONDS)
    enter(request, user, at=at, called=form.cleaned_data["called"])
    page = phones.page_to_return(request) or waiting_page(user, at=at) or "phone:home"
    return phones.forget_page(phones.remember(request, redirect(page)))


def _say_crowded(form: DigitsForm, user: User) -> DigitsForm:
    if not form.has_error("instead"):
        form.add_error("instead", CROWDED.format(user.phones_allowed))
    return form


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
    offers = offered(shown)
    context = {
        "unit": shown,
        "above": near[above[0]].name if above else "",
        "simulated": place.is_simulated,
        "today": on,
        "is_open": shown.is_open(on),
        "offered": [each for each in offers if each.is_first],
        "seldom": [each for each in offers if not each.is_first],
        "lists": lists(shown),
        "recorded": recorded_this_month(place, on=on),
        "to_look_at": to_look_at(place),
        "given": open_tasks(place, on=on),
        "standing": standing(place.pk, album=album, on=on),
    }
    answer = render(request, "phone/home.html", context)
    return phones.remember(request, answer) if request.user.is_card else answer


@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Warn that the card will be needed again, then sign the phone out; say how to come back."""
    if request.method == "POST":
        room.leave(request)
        return redirect("phone:leave")
    known = {"is_card_phone": phones.is_card_phone(request)}
    answer = render(request, "phone/leave.html", known)
    if request.user.is_authenticated:
        return answer
    return phones.remember_page(answer, request.GET.get("next", ""))
