"""The second step of signing in: the six digits of an app, or a recovery code."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.people import known, room
from lantoa.people.access import account_of
from lantoa.people.factor import slowed_factor
from lantoa.people.forms import CodeForm
from lantoa.people.machines import enter
from lantoa.people.models import User
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


@sensitive_post_parameters("code")
@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code of who gave the right password within ten minutes, and sign in."""
    half = request.session.get(HALF)
    user = _half_signed_in(half, at=now()) if half else None
    if half is None or user is None:
        return redirect("desk:sign-in")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            with slowed(slowed_factor(user), at=now()):
                pass_own_factor(user, code=form.cleaned_data["code"], at=now())
        except ValidationError as refusal:
            form.add_error("code", refusal)
        else:
            return _signed_in(request, user, after=half["after"])
    return render(request, "desk/second_factor.html", {"form": form, "name": user.name})


def _half_signed_in(half: dict[str, Any], *, at: datetime) -> User | None:
    """Return whose password was right, unless it is too long ago or was changed since."""
    user = account_of(half["account"])
    if user is None or at > datetime.fromisoformat(half["until"]):
        return None
    is_same = constant_time_compare(half["password"], user.get_session_auth_hash())
    return user if is_same else None


def _signed_in(request: HttpRequest, user: User, *, after: str) -> HttpResponse:
    del request.session[HALF]
    room.enter(request, user, backend=BACKEND)
    enter(request, user, at=now())
    answer = redirect(after)
    known.remember(request, answer, name=user.username)
    return answer
