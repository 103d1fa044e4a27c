"""The layer of the site that catches what was typed before it is lost, and gives it back.

A form whose session has ended, or whose page another account opened, never reaches its view: its
words are kept, and whoever typed them is led to where they can go on.
"""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import now  # noqa: TID251 - what stands around every view knows the time

from lantoa.drafts.access import Seal, is_typist, seal_of
from lantoa.drafts.filling import filled
from lantoa.drafts.operations import forget_page, keep
from lantoa.drafts.queries import draft_on, key_at
from lantoa.people.access import SignedIn
from lantoa.people.room import INSUFFICIENT_STORAGE, is_full, though_full

SAVED = "typed_saved"
TEN_MINUTES = 600
ENDED = (
    "Phiên làm việc đã hết nên trang vừa gửi chưa được lưu. Chữ đã gõ còn nguyên: {} là trang "
    "mở lại với đúng chữ ấy."
)
STRANGER = (
    "Trang vừa gửi do một tài khoản khác mở, nên chưa được lưu. Chữ đã gõ được giữ riêng cho tài "
    "khoản ấy: thoát ra rồi vào lại bằng tài khoản ấy để ghi tiếp."
)
STALE = "Trang vừa gửi đã cũ nên chưa được lưu. Chữ đã gõ còn nguyên."


class Catching:
    """Catches forms that cannot be taken, and fills pages with what was caught."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers inside of this layer."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then forget what was taken, or fill what is asked for again."""
        response = self.answer(request)
        if response.status_code >= 400:
            return response
        seal = seal_of(request)
        if seal and is_typist(request, seal):
            return _taken(request, response, seal)
        is_asked = request.method == "GET" and shows_boxes(request)
        return _given_back(request, response) if is_asked else response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Keep a form that comes from nobody, or from somebody else than opened its page."""
        seal = seal_of(request)
        return None if seal is None or is_typist(request, seal) else caught(request, seal)


def shows_boxes(request: HttpRequest) -> bool:
    """Tell whether the answer holds a form into which people type."""
    return getattr(request, "shows_boxes", False)


def caught(request: HttpRequest, seal: Seal) -> HttpResponse:
    """Keep what was typed, and lead to where it can be saved."""
    try:
        typed = dict(request.POST.lists())
        user = keep(
            seal, typed=typed, action=request.path, lacks_files=bool(request.FILES), at=now()
        )
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("/")
    except DatabaseError as fault:
        if not is_full(fault):
            raise
        return render(request, "full.html", status=INSUFFICIENT_STORAGE)
    if is_typist(request, seal):
        request.typed_is_kept = True  # type: ignore[attr-defined]
        messages.warning(request, STALE)
        return redirect(seal.page)
    if request.user.is_authenticated:
        messages.warning(request, STRANGER)
        return redirect("/")
    if user and user.is_card:
        messages.warning(request, ENDED.format("soi lại thẻ và gõ sáu số"))
        return redirect(f"{reverse('phone:leave')}?{urlencode({'next': seal.page})}")
    messages.warning(request, ENDED.format("đăng nhập lại"))
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': seal.page})}")


def _taken(request: HttpRequest, response: HttpResponse, seal: Seal) -> HttpResponse:
    """Forget what was typed into a page that was taken, and let the browser forget it too.

    Where the page shows its form again, the browser still has to keep it.
    """
    if getattr(request, "typed_is_kept", False):
        return response
    with though_full():
        forget_page(seal)
    return response if shows_boxes(request) else let_browser_forget(response, seal)


def let_browser_forget(response: HttpResponse, seal: Seal) -> HttpResponse:
    """Tell the script that keeps what is typed in a browser that it need not keep a page."""
    told = quote(f"{seal.account} {seal.page}")
    is_secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(SAVED, told, max_age=TEN_MINUTES, samesite="Lax", secure=is_secure)
    return response


def _given_back(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Fill a page with what was typed into it; lead to the page on which it was."""
    page = request.get_full_path()
    draft = draft_on(page, user=cast(SignedIn, request).user, at=now())
    if draft is None:
        return response
    if key_at(draft.page) != key_at(page):
        return HttpResponseRedirect(draft.page)
    notice = render_to_string("drafts/given_back.html", {"draft": draft}, request)
    text = filled(
        response.content.decode(), content=draft.content, action=draft.action, notice=notice
    )
    response.content = text.encode()
    return response
