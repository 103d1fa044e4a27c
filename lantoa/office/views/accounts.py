"""One account, as an administrator sees it: its posts, its password, whether it may sign in.

A lost second factor is taken away from here; its owner sets it up (`lantoa.office.views.factor`).
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.office.forms import EndForm, PasswordForm
from lantoa.office.views.page import show
from lantoa.office.views.posts import last_day, show_once
from lantoa.people.access import SignedIn
from lantoa.people.factor import has_second_factor
from lantoa.people.models import User
from lantoa.posts.access import Purpose, may, unit_for
from lantoa.posts.operations import accounts as accounts_of
from lantoa.posts.queries.holding import posts_of_account
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


def found_account(request: SignedIn, unit: UUID, account: UUID) -> tuple[Unit, User]:
    """Return a unit where somebody administers, and an account of it or under it.

    Raises PermissionDenied, the same whether they are out of reach or absent.
    """
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    return place, accounts_of.known_account(by=request.user, account=account, on=on)


@login_required
def account(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Show an account with those of its posts that the asker may end."""
    place, found = found_account(request, unit, account)
    return _shown(request, place, found, form=PasswordForm())


def _shown(request: SignedIn, place: Unit, found: User, *, form: PasswordForm) -> HttpResponse:
    on = localdate()
    return show(
        request,
        "account",
        unit=place,
        on=on,
        account=found,
        posts=_posts(request.user, found),
        form=form,
        governs=accounts_of.governs(by=request.user, account=found, on=on),
        has_factor=has_second_factor(found),
        is_own=found.pk == request.user.pk,
    )


def _posts(by: User, found: User) -> list[dict[str, Any]]:
    """Return the posts of an account within reach of the asker; of others nothing is told."""
    on = localdate()
    all_posts = posts_of_account(found)
    posts = [post for post in all_posts if may(by, post.unit, work=Purpose.ADMINISTER, on=on)]
    shown = portraits({post.unit_id for post in posts}, on=on)
    return [
        {
            "post": post,
            "unit": shown[post.unit_id].name,
            "last_day": last_day(post),
            "form": EndForm(initial={"on": on}, prefix=f"p{post.uuid.hex[:8]}")
            if post.until > on
            else None,
        }
        for post in posts
    ]


def _try(request: SignedIn, change: Callable[[], object], done: str) -> None:
    """Do a change and say so, or say why not."""
    try:
        change()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)


@login_required
@require_POST
def end_post(request: SignedIn, unit: UUID, post: UUID) -> HttpResponse:
    """End a post that is within reach."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    held = accounts_of.known_post(by=request.user, post=post, on=on)
    form = EndForm(request.POST, prefix=f"p{held.uuid.hex[:8]}")
    if not form.is_valid():
        messages.error(request, str(form.errors["on"][0]))
    else:
        last = form.cleaned_data["on"]
        done = f"{held.user.name} thôi nhiệm vụ từ ngày {write_day(last)}."
        relieve = partial(accounts_of.relieve, held, by=request.user, at=now(), on=last)
        _try(request, relieve, done)
    return redirect("office:account", unit=place.uuid, account=held.user.uuid)


@login_required
@require_POST
def switch_account(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Keep an account out from now on, or let it in again."""
    place, found = found_account(request, unit, account)
    is_active = request.POST.get("is_active") == "1"
    switch = partial(accounts_of.switch, found, by=request.user, at=now(), on=localdate())
    done = "Tài khoản được vào lại." if is_active else "Đã tắt tài khoản; ai đang dùng đã bị thoát."
    _try(request, partial(switch, is_active=is_active), done)
    return redirect("office:account", unit=place.uuid, account=found.uuid)


@login_required
@require_POST
def new_password(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Give an account a new password; one made here is shown once."""
    place, found = found_account(request, unit, account)
    form = PasswordForm(request.POST)
    if form.is_valid():
        password, is_made = form.chosen()
        by, on = request.user, localdate()
        try:
            accounts_of.set_password(found, password=password, by=by, at=now(), on=on)
        except ValidationError as refusal:
            put(refusal, on=form, beside="password")
        else:
            shown = {"account": found, "password": password if is_made else ""}
            return show_once(request, place, on=localdate(), **shown)
    return _shown(request, place, found, form=form)
