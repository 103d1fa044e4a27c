"""A session lasts as long as it is used: each hour of use begins its twelve hours anew."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now  # noqa: TID251 - what stands around every view knows the time

from lantoa.people.models import User

AT_MOST_EVERY = timedelta(hours=1)
RENEWED = "renewed_at"

Answering = Callable[[HttpRequest], HttpResponse]


def renewing(answer: Answering) -> Answering:
    """Return a layer of the site that renews the sessions of those who use it.

    Sessions of cards are left alone: a card opens a phone for a year, counted from the day on which
    it was opened.
    """

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        user = _signed_in(request)
        at = now()
        if user and _is_due(request, user, at=at):
            request.session[RENEWED] = at.isoformat()
        return response

    return answered


def _signed_in(request: HttpRequest) -> User | None:
    """Return whose session it is; asks nothing where no page asked who is there."""
    user = request.user if request.session.accessed else None
    return user if isinstance(user, User) and not user.is_card else None


def _is_due(request: HttpRequest, user: User, *, at: datetime) -> bool:
    told = request.session.get(RENEWED)
    since = datetime.fromisoformat(told) if told else user.last_login
    return since is None or at - since >= AT_MOST_EVERY
