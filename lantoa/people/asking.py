"""Telling those who open files whose request it is, so that one account opens one at a time."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lantoa.intake.turns import SENDER, Sender

Answering = Callable[[HttpRequest], HttpResponse]


def files_in_turn(get_response: Answering) -> Answering:
    """Return a middleware that names the account around each request.

    Turns are kept under `LANTOA_VAR`, which all workers of an installation on one machine share.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        folder = Path(settings.VAR) / "turns"
        named = SENDER.set(Sender(lambda: str(request.user.pk or "anonymous"), folder))
        try:
            return get_response(request)
        finally:
            SENDER.reset(named)

    return answer
