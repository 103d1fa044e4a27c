"""One's own passkeys: listed, added, removed; what is changed is proven by the password in use."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.formats.refusals import put
from lantoa.office.forms import PasskeyForm, ProvenForm
from lantoa.office.views.factor import show_codes
from lantoa.people.access import SignedIn
from lantoa.people.factor import codes_left
from lantoa.people.owing import OWES
from lantoa.people.passkeys import MOST, passkeys_of, question_to_add, why_not
from lantoa.posts.access import REFUSAL
from lantoa.posts.operations import passkeys as operations
from lantoa.posts.operations.factors import renew_proven_codes


@sensitive_post_parameters("current")
@login_required
@never_cache
def passkeys(request: SignedIn) -> HttpResponse:
    """List one's passkeys; remove one, or ask for new recovery codes."""
    _refuse_cards(request)
    form = ProvenForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            return _change(request)
        except ValidationError as refusal:
            put(refusal, on=form)
    held = passkeys_of(request.user)
    shown = {
        "form": form,
        "passkeys": held,
        "why_not": why_not(request),
        "may_add": len(held) < MOST,
        "left": codes_left(request.user),
    }
    return render(request, "office/passkeys.html", shown)


def _change(request: SignedIn) -> HttpResponse:
    user, at = request.user, now()
    if "renew" in request.POST and passkeys_of(user):
        return show_codes(request, renew_proven_codes(user, at=at))
    asked = request.POST.get("remove", "")
    if gone := operations.drop_own_passkey(user, passkey=asked, at=at, on=localdate()):
        messages.success(request, f"Đã bỏ khóa {gone}.")
    return redirect("office:passkeys")


@sensitive_post_parameters("current", "answer")
@login_required
@never_cache
def add_passkey(request: SignedIn) -> HttpResponse:
    """Ask for a name and the password, then for a key that the browser makes."""
    _refuse_cards(request)
    refused = why_not(request)
    if "answer" in request.POST and not refused:
        return _added(request)
    form = PasskeyForm(request.POST or None, user=request.user)
    if not refused and form.is_valid():
        try:
            return _asked(request, form)
        except ValidationError as refusal:
            put(refusal, on=form)
    return _shown(request, form=form, why_not=refused)


def _asked(request: SignedIn, form: PasskeyForm) -> HttpResponse:
    """Ask the browser for a key, once the password was right."""
    operations.refuse_another(request.user)
    name = form.cleaned_data["name"]
    question = question_to_add(request.session, request.user, name=name, at=now())
    return _shown(request, question=question)


def _added(request: SignedIn) -> HttpResponse:
    """Take the key that the browser made, or begin anew and say why."""
    user, answer = request.user, request.POST["answer"]
    try:
        codes = operations.add_own_passkey(user, session=request.session, answer=answer, at=now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("office:add-passkey")
    request.session.pop(OWES, None)
    messages.success(request, "Đã thêm khóa. Lần đăng nhập tới dùng được ngay.")
    return show_codes(request, codes) if codes else redirect("office:passkeys")


def _shown(request: SignedIn, **content: Any) -> HttpResponse:
    return render(request, "office/add_passkey.html", content)


def _refuse_cards(request: SignedIn) -> None:
    if request.user.is_card:
        raise PermissionDenied(REFUSAL)
