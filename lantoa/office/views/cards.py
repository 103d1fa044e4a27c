"""The cards of a unit and of those directly below it: state, issue, cancel, print."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache

from lantoa.drafts.once import once
from lantoa.office.sheets import PrintedCard, printed
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.posts.operations import cancel_cards, issue_cards
from lantoa.posts.operations.machines import replace_phone, sign_out_phone
from lantoa.posts.queries.cards import CardState, Holder, card_holders, with_phones
from lantoa.units.models import Unit
from lantoa.units.queries.places import units_in

LOST = (
    "Đã thoát {}. Thẻ mới ở dưới đây: in ra, hoặc cho máy mới soi ngay trên màn hình này. "
    "Thẻ cũ không dùng được nữa; máy khác của thẻ vẫn mở."
)


@login_required
@once
def cards(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the cards with their state; give a new one, or cancel one, in one click."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    holders = card_holders(place, on=on)
    if "issue_missing" in request.POST:
        return _issue_missing(request, place, holders)
    if "reissue" in request.POST:
        return _reissue(request, place, _chosen(holders, request.POST.getlist("reissue")))
    if "cancel" in request.POST:
        return _cancel(request, place, _chosen(holders, request.POST.getlist("cancel")))
    if "sign_out" in request.POST:
        return _sign_out(request, place, holders, phone=request.POST["sign_out"])
    if "lost" in request.POST:
        return _replace_lost(request, place, holders, phone=request.POST["lost"])
    below = [each for each in holders if each.unit.pk != place.pk]
    return show(
        request,
        "cards",
        unit=place,
        on=on,
        holders=with_phones(holders, at=now()),
        below=len(below),
        missing=len(_missing(place, holders)),
        unused=sum(1 for each in holders if each.state is CardState.UNUSED),
    )


def _missing(place: Unit, holders: Sequence[Holder]) -> list[Holder]:
    """Return the units below that never had a card; the unit itself signs in with passwords."""
    unprinted = [each for each in holders if each.state is CardState.UNPRINTED]
    return [each for each in unprinted if each.unit.pk != place.pk]


def _chosen(holders: Sequence[Holder], uuids: Collection[str]) -> list[Holder]:
    return [each for each in holders if str(each.unit.uuid) in uuids]


def _units(holders: Sequence[Holder]) -> list[Unit]:
    return units_in([each.unit.pk for each in holders])


def _issue_missing(request: SignedIn, place: Unit, holders: Sequence[Holder]) -> HttpResponse:
    missing = _missing(place, holders)
    if not missing:
        messages.info(request, "Đơn vị nào cũng đã có thẻ.")
        return redirect("office:cards", unit=place.uuid)
    issue_cards(units=_units(missing), by=request.user, at=now(), on=localdate())
    messages.success(request, f"Đã cấp {len(missing)} thẻ. Bấm In thẻ để in ra giấy.")
    return redirect("office:card-sheet", unit=place.uuid)


def _reissue(request: SignedIn, place: Unit, chosen: Sequence[Holder]) -> HttpResponse:
    if not chosen:
        return redirect("office:cards", unit=place.uuid)
    issue_cards(units=_units(chosen), by=request.user, at=now(), on=localdate())
    named = ", ".join(each.unit.name for each in chosen)
    messages.success(request, f"Thẻ mới của {named} ở dưới đây. Thẻ cũ không dùng được nữa.")
    sheet_of_one = reverse("office:card-sheet", args=[place.uuid])
    return redirect(f"{sheet_of_one}?don-vi={chosen[0].unit.uuid}")


def _cancel(request: SignedIn, place: Unit, chosen: Sequence[Holder]) -> HttpResponse:
    if cancel_cards(units=_units(chosen), by=request.user, at=now(), on=localdate()):
        named = ", ".join(each.unit.name for each in chosen)
        messages.success(request, f"Đã hủy thẻ của {named}. Điện thoại mở bằng thẻ này đã thoát.")
    return redirect("office:cards", unit=place.uuid)


def _bearing(holders: Sequence[Holder], phone: str) -> list[Unit]:
    """Return the units whose card is open on a phone: one, or none any more."""
    shown = with_phones(holders, at=now())
    return _units([each for each in shown if phone in {str(one.uuid) for one in each.phones}])


def _sign_out(
    request: SignedIn, place: Unit, holders: Sequence[Holder], *, phone: str
) -> HttpResponse:
    """Sign one phone of one unit out, the others left in."""
    for unit in _bearing(holders, phone):
        by, on = request.user, localdate()
        if gone := sign_out_phone(unit, phone=phone, by=by, at=now(), on=on):
            messages.success(request, f"Đã thoát thẻ khỏi {gone}.")
    return redirect("office:cards", unit=place.uuid)


def _replace_lost(
    request: SignedIn, place: Unit, holders: Sequence[Holder], *, phone: str
) -> HttpResponse:
    """Sign a lost phone out and show the new card at once: to print, or to scan off the screen."""
    for unit in _bearing(holders, phone):
        by, on = request.user, localdate()
        if gone := replace_phone(unit, phone=phone, by=by, at=now(), on=on):
            messages.success(request, LOST.format(gone))
            return redirect(f"{reverse('office:card-sheet', args=[place.uuid])}?don-vi={unit.uuid}")
    messages.info(request, "Máy này đã thoát từ trước.")
    return redirect("office:cards", unit=place.uuid)


@login_required
@never_cache
def sheet(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the cards not yet used, ready to print: those chosen, or all.

    The choice of a long list comes by POST, which fits no address; nothing is written.
    """
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    holders = card_holders(place, on=on)
    asked = request.POST.getlist("unit") or request.GET.getlist("don-vi")
    wanted = _chosen(holders, asked) if asked else holders
    unused = [each for each in wanted if each.state is CardState.UNUSED]
    return show(
        request,
        "card_sheet",
        unit=place,
        on=on,
        cards=_printed(place, unused, holders),
        left_out=[each.unit.name for each in wanted if asked and each not in unused],
    )


def _printed(place: Unit, unused: Sequence[Holder], holders: Sequence[Holder]) -> list[PrintedCard]:
    own = next(each.unit.name for each in holders if each.unit.pk == place.pk)
    return [
        printed(
            each.card,
            unit=each.unit.name,
            above="" if each.unit.pk == place.pk else own,
            site=settings.ADDRESS,
            path=reverse("phone:card", args=[each.card.token]),
        )
        for each in unused
        if each.card
    ]
