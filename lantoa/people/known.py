"""Browsers that remember under which names they signed in: nobody else can make them wait.

A signed cookie, read by the sign-in page alone. It opens nothing.
"""

import hashlib
import secrets
from typing import cast

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lantoa.people.address import client_address, household
from lantoa.people.slowing import SlowedBy, counted_browser, counted_strangers

COOKIE = "lantoa_known"
SALT = "lantoa.people.known"
AGE = 366 * 24 * 3600
MOST = 6
"""Names that a browser remembers; the one not used for longest goes first."""


def counted(request: HttpRequest, *, name: str) -> list[SlowedBy]:
    """Return by what a try to sign in under a name is counted."""
    held = _held(request)
    if _mark(name) in held[1:]:
        return counted_browser(held[0], name=name)
    return counted_strangers(name=name, address=household(client_address(request)))


def is_known(request: HttpRequest) -> bool:
    """Tell whether a browser signed in before, under whatever name."""
    return bool(_held(request))


def remember(request: HttpRequest, answer: HttpResponse, *, name: str) -> None:
    """Let a browser remember that it signed in under a name."""
    browser, *marks = _held(request) or [secrets.token_hex(16)]
    kept = [_mark(name), *(each for each in marks if each != _mark(name))][:MOST]
    answer.set_cookie(
        COOKIE,
        signing.dumps([browser, *kept], salt=SALT),
        max_age=AGE,
        path=reverse(settings.LOGIN_URL),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _held(request: HttpRequest) -> list[str]:
    try:
        held = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return []
    return cast(list[str], held)


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]
