"""Pages of the list of groups of givers, and of slips that confirm a gift."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_POST

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.guidance.access import refuse_stranger
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.records.giving import operations, queries
from lantoa.records.giving.forms import GroupForm, SlipReason
from lantoa.records.giving.models import NOT_A_LEDGER, GiftSlip
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views import record_for, versions_seen
from lantoa.units.models import Unit
from lantoa.units.queries import portrait


def _root(request: SignedIn, unit: UUID) -> Unit:
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    refuse_stranger(request.user, place, on=on)
    return place


@login_required
def groups(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the groups of givers, and take in another."""
    place = _root(request, unit)
    form = GroupForm(request.POST or None, initial={"since": localdate()})
    if form.is_valid():
        try:
            made = operations.add_group(by=request.user, at=now(), root=place, **form.cleaned_data)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã thêm nhóm: {made}.")
            return redirect("giving:groups", unit=place.uuid)
    shown = portrait(place, on=localdate())
    context = {"unit": shown, "form": form, "groups": queries.all_groups()}
    return render(request, "giving/groups.html", context)


@require_POST
@login_required
def end(request: SignedIn, unit: UUID, code: str) -> HttpResponse:
    """Use a group no more from today on."""
    place, held = _root(request, unit), queries.group(code)
    if held is None:
        raise PermissionDenied(REFUSAL)
    try:
        operations.end_group(held, by=request.user, at=now(), root=place, on=localdate())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Từ hôm nay thôi dùng nhóm: {held}.")
    return redirect("giving:groups", unit=place.uuid)


@require_POST
@login_required
def make(request: SignedIn, gift: UUID) -> HttpResponse:
    """Make the slip of a gift and show it."""
    held = record_for(kind_of("giving"), gift, user=request.user, on=localdate())
    try:
        made = operations.make_slip(held, by=request.user, at=now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("giving:show", record=held.uuid)
    return redirect("giving:slip", slip=made.uuid)


@require_GET
@login_required
def slip(request: SignedIn, slip: UUID) -> HttpResponse:
    """Show a slip, to be printed."""
    return render(request, "giving/slip.html", _shown(request, slip, SlipReason()))


@require_POST
@login_required
def cancel(request: SignedIn, slip: UUID) -> HttpResponse:
    """Ask why a slip is cancelled, then cancel it."""
    held = _held(slip)
    gift = record_for(kind_of("giving"), held.gift, user=request.user, on=localdate())
    form = SlipReason(request.POST)
    if form.is_valid():
        try:
            said = {"reason": form.cleaned_data["reason"], "unit": gift.unit}
            operations.cancel_slip(held, by=request.user, at=now(), **said)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã hủy giấy {held.code}.")
            return redirect("giving:slip", slip=held.uuid)
    return render(request, "giving/slip.html", _shown(request, slip, form))


def _held(slip: UUID) -> GiftSlip:
    held = queries.slip(slip)
    if held is None:
        raise PermissionDenied(REFUSAL)
    return held


def _shown(request: SignedIn, slip: UUID, form: SlipReason) -> dict[str, Any]:
    held, kind = _held(slip), kind_of("giving")
    versions = versions_seen(kind, held.gift, user=request.user, on=localdate())
    gift = next(each for each in versions if each.digest == held.digest)
    return {
        "slip": held,
        "gift": gift,
        "unit_name": portrait(gift.unit, on=gift.last_day).full_name,
        "simulated": gift.unit.is_simulated,
        "day": write_day(gift.last_day),
        "groups": kind.pages.groups(gift),
        "is_old": versions[0].pk != gift.pk or versions[0].superseded_at is not None,
        "form": form,
        "gift_url": kind.at("show", gift),
        "not_a_ledger": NOT_A_LEDGER,
    }
