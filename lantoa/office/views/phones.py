"""The phones on which the card of one unit is open: their names, and how many there may be."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache

from lantoa.formats.refusals import put
from lantoa.office.forms import PhoneForm, PhonesForm
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.posts.operations.machines import allow_phones, name_phone
from lantoa.posts.queries.cards import holders_of, with_phones
from lantoa.units.models import Unit


@login_required
@never_cache
def card_phones(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the phones of a card; give one a name, or let the card be open on more of them."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    [holder] = with_phones(holders_of([place.pk], on=on), at=now())
    if not holder.is_live or holder.user is None:
        messages.info(request, "Đơn vị này chưa có thẻ đang dùng.")
        return redirect("office:cards", unit=place.uuid)
    asked = request.POST.get("phone", "")
    naming = PhoneForm(request.POST if asked else None, prefix=asked or None)
    limit = {"count": holder.user.phones_allowed}
    counting = PhonesForm(request.POST if "count" in request.POST else None, initial=limit)
    if asked and naming.is_valid():
        return _named(request, place, phone=asked, called=naming.cleaned_data["called"])
    if counting.is_valid() and _allowed(request, place, counting):
        return redirect("office:card-phones", unit=place.uuid)
    shown = [
        (each, naming if str(each.uuid) == asked else _form(str(each.uuid), str(each)))
        for each in holder.phones
    ]
    return show(request, "card_phones", unit=place, on=on, phones=shown, counting=counting)


def _form(phone: str, called: str) -> PhoneForm:
    return PhoneForm(prefix=phone, initial={"called": called})


def _named(request: SignedIn, place: Unit, *, phone: str, called: str) -> HttpResponse:
    by, on = request.user, localdate()
    found = name_phone(place, phone=phone, called=called, by=by, at=now(), on=on)
    if found:
        messages.success(request, f"Đã đổi tên máy: {called}.")
    else:
        messages.info(request, "Máy này đã thoát từ trước.")
    return redirect("office:card-phones", unit=place.uuid)


def _allowed(request: SignedIn, place: Unit, form: PhonesForm) -> bool:
    count = form.cleaned_data["count"]
    try:
        allow_phones(place, count=count, by=request.user, at=now(), on=localdate())
    except ValidationError as refusal:
        put(refusal, on=form, beside="count")
        return False
    messages.success(request, f"Đã lưu: thẻ mở được trên {count} máy.")
    return True
