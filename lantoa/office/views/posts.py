"""Who holds a post at a unit; giving posts to new and known accounts."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localdate, now

from lantoa.drafts.once import once
from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.office.forms import GiveForm, NewAccountForm
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.posts.models import Post
from lantoa.posts.operations import accounts as accounts_of
from lantoa.posts.operations import give_post as give
from lantoa.posts.queries.holding import Staffed, posts_at, staff_below
from lantoa.units.models import END, GRASSROOTS_KINDS, Kind, Unit

HEADS = ["Họ tên", "Tên đăng nhập", "Chức danh", "Quyền", "Từ ngày", "Đến hết ngày", "Tình trạng"]
COMMITTEES = (*GRASSROOTS_KINDS, Kind.PROVINCE, Kind.DISTRICT)
"""Units that keep others, and are listed although nobody holds a post there yet."""
BELOW = [{"text": "Đơn vị"}, {"text": "Số người", "numeric": True}, {"text": "Họ tên"}]


@login_required
def posts(request: SignedIn, unit: UUID) -> HttpResponse:
    """List who holds a post here, and in sum directly below."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    held, below = posts_at(place), staff_below(place, on=on)
    staffed = [each for each in below if each.people or each.unit.kind in COMMITTEES]
    return show(
        request,
        "posts",
        unit=place,
        on=on,
        heads=[{"text": head} for head in HEADS],
        lasting=[_row(post, place, on=on) for post in held if post.until > on],
        ended=[_row(post, place, on=on) for post in held if post.until <= on],
        below_heads=BELOW,
        below=[_below(each) for each in staffed],
        by_card_only=len(below) - len(staffed),
    )


def _row(post: Post, place: Unit, *, on: date) -> dict[str, Any]:
    url = reverse("office:account", args=[place.uuid, post.user.uuid])
    right = capfirst(post.get_right_display().partition(":")[0])
    words = [post.user.username, post.title, right, write_day(post.since)]
    cells = [{"text": post.user.name, "url": url}, *({"text": word} for word in words)]
    return {
        "cells": [*cells, {"text": last_day(post) or "không hạn"}, {"text": _state(post, on=on)}],
        "quiet": post.until <= on or not post.user.is_active,
    }


def last_day(post: Post) -> str:
    """Write the last day on which a post holds; empty where it has none."""
    return "" if post.until == END else write_day(post.until - timedelta(days=1))


def _state(post: Post, *, on: date) -> str:
    if not post.user.is_active:
        return "tài khoản đã tắt"
    if post.until <= on:
        return "đã thôi"
    return "đang làm" if post.since <= on else "chưa bắt đầu"


def _below(staffed: Staffed) -> dict[str, Any]:
    url = reverse("office:posts", args=[staffed.unit.uuid])
    count = {"text": str(len(staffed.people)), "numeric": True}
    named = {"text": ", ".join(staffed.people) or "chưa có ai"}
    return {"cells": [{"text": staffed.unit.name, "url": url}, count, named]}


@login_required
@once
def open_account(request: SignedIn, unit: UUID) -> HttpResponse:
    """Open an account with its first post; a password made here is shown once."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    form = NewAccountForm(request.POST or None, initial={"since": on})
    if form.is_valid():
        password, is_made = form.chosen()
        try:
            account = accounts_of.open_staffed_account(
                unit=place,
                username=form.cleaned_data["username"],
                name=form.cleaned_data["name"],
                password=password,
                post=form.post(),
                by=request.user,
                at=now(),
            )
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            shown = {"account": account, "password": password if is_made else ""}
            answer = show_once(request, place, on=on, **shown)
            answer.led_to = reverse("office:account", args=[place.uuid, account.uuid])  # type: ignore[attr-defined]
            return answer
    return show(request, "open_account", unit=place, on=on, form=form)


def show_once(request: SignedIn, place: Unit, *, on: date, **content: Any) -> HttpResponse:
    """Show a password that is kept nowhere; the page may not be kept either."""
    answer = show(request, "password_once", unit=place, on=on, **content)
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
@once
def give_post(request: SignedIn, unit: UUID) -> HttpResponse:
    """Give a post here to an account that holds or held one where the asker administers."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    known = {"username": request.GET.get("tai-khoan", ""), "since": on}
    form = GiveForm(request.POST or None, initial=known)
    if form.is_valid():
        try:
            account = accounts_of.account_named(
                form.cleaned_data["username"], by=request.user, on=on
            )
            post = vars(form.post())
            give(user=account, unit=place, by=request.user, at=now(), **post)
        except ValidationError as refusal:
            put(refusal, on=form, beside="username")
        else:
            messages.success(request, f"Đã giao nhiệm vụ cho {account.name}.")
            return redirect("office:posts", unit=place.uuid)
    return show(request, "give_post", unit=place, on=on, form=form)
