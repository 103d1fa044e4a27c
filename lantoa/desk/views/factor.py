"""The second step of signing in: the six digits of an app, a passkey, or a recovery code."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.people import known, phones, room
from lantoa.people.access import account_of
from lantoa.people.factor import factor_of, slowed_factor
from lantoa.people.forms import CodeForm
from lantoa.people.machines import enter
from lantoa.people.models import User
from lantoa.people.passkeys import PASSING, pass_passkey, passkeys_of, question_to_pass, why_not
from lantoa.people.slowing import slowed
from lantoa.posts.operations.factors import pass_own_factor

HALF = "half_signed_in"
LASTS = timedelta(minutes=10)
BACKEND = "lantoa.people.access.PasswordSignIn"


def ask_for_factor(request: HttpRequest, user: User, *, after: str) -> HttpResponse:
    """Remember that the password was right, and ask for the second factor."""
    request.session[HALF] = {
        "account": str(user.uuid),
        "password": user.get_session_auth_hash(),
        "until": (now() + LASTS).isoformat(),
        "after": after,
    }
    return redirect("desk:second-factor")


@sensitive_post_parameters("code", "answer")
@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask who gave the right password within ten minutes for a code or a passkey, and sign in."""
    half = request.session.get(HALF)
    user = _half_signed_in(half, at=now()) if half else None
    if half is None or user is None:
        return redirect("desk:sign-in")
    refused: list[str] = []
    is_by_key = "answer" in request.POST
    form = CodeForm(None if is_by_key else request.POST or None)
    if is_by_key or form.is_valid():
        try:
            _pass(request, user, form)
        except ValidationError as refusal:
            refused = refusal.messages
        else:
            return _signed_in(request, user, after=half["after"])
    if refused and not is_by_key:
        form.add_error("code", refused)
    return _asked(request, user, form, refused=refused if is_by_key else [])


def _pass(request: HttpRequest, user: User, form: CodeForm) -> None:
    """Raise ValidationError for what opens nothing; tries are counted together."""
    at = now()
    with slowed(slowed_factor(user), at=at):
        if "answer" in request.POST:
            pass_passkey(request.session, user, answer=request.POST["answer"], at=at)
        else:
            pass_own_factor(user, code=form.cleaned_data["code"], at=at)


def _asked(request: HttpRequest, user: User, form: CodeForm, *, refused: list[str]) -> HttpResponse:
    """Show what there is to sign in with: passkeys where they are offered, digits, paper."""
    has_keys, reason = bool(passkeys_of(user)), why_not(request)
    is_offered = has_keys and not reason
    question = question_to_pass(request.session, user, at=now()) if is_offered else ""
    has_app = factor_of(user) is not None
    if not has_app:
        form.fields["code"].label = "Mã dự phòng"
        form.fields["code"].help_text = "Một trong các mã đã chép ra giấy; mỗi mã dùng một lần."
    shown = {"form": form, "name": user.name, "has_app": has_app, "question": question}
    shown |= {"why_not": reason if has_keys else "", "refused": refused}
    return render(request, "desk/second_factor.html", shown)


def _half_signed_in(half: dict[str, Any], *, at: datetime) -> User | None:
    """Return whose password was right, unless it is too long ago or was changed since."""
    user = account_of(half["account"])
    if user is None or at > datetime.fromisoformat(half["until"]):
        return None
    is_same = constant_time_compare(half["password"], user.get_session_auth_hash())
    return user if is_same else None


def _signed_in(request: HttpRequest, user: User, *, after: str) -> HttpResponse:
    del request.session[HALF]
    request.session.pop(PASSING, None)
    room.enter(request, user, backend=BACKEND)
    enter(request, user, at=now())
    answer = redirect(after)
    known.remember(request, answer, name=user.username)
    phones.forget(request, answer)
    return answer
