"""The pages on which the site refuses or fails: in our words, each with a way on."""

import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.http import url_has_allowed_host_and_scheme

from lantoa.drafts.access import seal_of
from lantoa.drafts.catching import caught

TOO_BIG = 413
NOT_THIS_WAY = 405
PLAINEST = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Máy chủ gặp lỗi</title>'
    "<h1>Máy chủ gặp lỗi</h1><p>Xin chờ một lát rồi mở lại trang.</p>"
    '<p><a href="/">Về trang đầu</a>'
)
"""What is said where not even a template can be drawn."""


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that does not bear the mark of this browser: it is old, or not ours.

    What was typed into a page of ours is kept, and the page opened again with it.
    """
    seal = seal_of(request)
    if seal is not None:
        return caught(request, seal)
    return render(request, "403_csrf.html", {"back": _page_before(request)}, status=403)


def _page_before(request: HttpRequest) -> str:
    """Return the page of this site that the form stood on, or else the first page."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()})
    asked = urlsplit(before)
    return f"{asked.path}?{asked.query}".rstrip("?") if is_ours and asked.path else "/"


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Refuse what cannot be read, or is more than the site takes."""
    if isinstance(exception, RequestDataTooBig):
        return _drawn("413.html", status=TOO_BIG)
    return _drawn("400.html", status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the site failed; it asks neither the database nor who is there.

    A database that does not answer just now is said apart: sent again, it will be taken.
    """
    if isinstance(sys.exc_info()[1], OperationalError):
        answer = _drawn("503.html", status=503)
        answer["Retry-After"] = "30"
        return answer
    return _drawn("500.html", status=500)


def never_blank(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Return a layer of the site that says in words what Django says with an empty page."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code == NOT_THIS_WAY and not response.content:
            response.content = _drawn("405.html", status=NOT_THIS_WAY).content
        return response

    return answered


def _drawn(template: str, *, status: int) -> HttpResponse:
    """Draw a page from nothing but its template; a plainer one where even that fails."""
    try:
        text = loader.get_template(template).render()
    except Exception:
        text = PLAINEST
    return HttpResponse(text, status=status)
