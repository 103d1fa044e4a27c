"""Who owes a second factor sets it up before anything else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

OWES = "owes_factor"
"""Under this name a session says, from signing in on, that its account owes a second factor."""


class AskForFactor:
    """Leads who owes a second factor to the page where it is set up; signing out stays open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on, or lead away; no statement more than the session's own."""
        is_held = settings.SESSION_COOKIE_NAME in request.COOKIES
        if is_held and request.session.get(OWES) and not _is_open(request.path):
            return redirect(settings.FACTOR_URL)
        return self.get_response(request)


def _is_open(path: str) -> bool:
    """Tell whether a page is one on which a factor is set up, or signing out."""
    return path == reverse(settings.SIGN_OUT_URL) or path.startswith(reverse(settings.FACTOR_URL))
