"""What is held of who holds an account, as an administrator sees it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.formats.refusals import put
from lantoa.office.forms import EraseForm
from lantoa.office.sheets.held import facts_of_account, sheet_of_account
from lantoa.office.sheets.person import as_html
from lantoa.office.views.accounts import found_account
from lantoa.office.views.page import show
from lantoa.office.views.personal import handed_out
from lantoa.people.access import SignedIn
from lantoa.people.models import User
from lantoa.persons.operations import erase_account_name, note_export, note_look
from lantoa.persons.queries import looks_at
from lantoa.posts.operations.accounts import governs
from lantoa.units.models import Unit
from lantoa.units.queries import portrait


@login_required
def holder(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Show what is held of the holder of an account, and note that somebody looked."""
    place, found = found_account(request, unit, account)
    note_look(found, by=request.user, at=now())
    return _shown(request, place, found, erasing=EraseForm())


def _shown(request: SignedIn, place: Unit, found: User, **forms: Any) -> HttpResponse:
    on = localdate()
    return show(
        request,
        "holder",
        unit=place,
        on=on,
        account=found,
        facts=[{"term": term, "text": text} for term, text in facts_of_account(found)],
        looks=looks_at(found),
        governs=governs(by=request.user, account=found, on=on),
        **forms,
    )


@login_required
@require_POST
def erase_holder(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Erase the name of an account that was switched off, with a reason."""
    place, found = found_account(request, unit, account)
    form = EraseForm(request.POST)
    if form.is_valid():
        try:
            erase_account_name(found, by=request.user, at=now(), why=form.cleaned_data["why"])
        except ValidationError as refusal:
            put(refusal, on=form, beside="why")
        else:
            messages.success(request, "Đã xóa tên. Việc tài khoản đã ghi vẫn còn, đứng dưới số.")
            return redirect("office:holder", unit=place.uuid, account=found.uuid)
    return _shown(request, place, found, erasing=form)


@login_required
@require_POST
def holder_file(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Hand out what is held of the holder of an account; that it was done is written down."""
    at = now()
    place, found = found_account(request, unit, account)
    note_export(found, place=place, by=request.user, at=at)
    name = portrait(place, on=localdate()).full_name
    return handed_out(as_html(sheet_of_account(found, unit=name, at=at)), subject=found)
