"""Where an account is signed in: on which sort of machine, since when, last used on which day."""

from collections.abc import Callable, Collection
from datetime import datetime

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate, localtime  # noqa: TID251 - a layer around every view

from lantoa.people.models import Machine, User
from lantoa.people.room import SIGNED, though_full

HELD = "machine"
KINDS = {
    "iPhone": "điện thoại iPhone", "iPad": "máy tính bảng iPad", "Android": "điện thoại Android",
    "Windows": "máy tính Windows", "Macintosh": "máy tính Mac", "Linux": "máy tính Linux",
}  # fmt: skip
BROWSERS = {
    "coc_coc": "Cốc Cốc", "Edg": "Edge", "OPR": "Opera", "Zalo": "Zalo", "Firefox": "Firefox",
    "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
"""Words by which browsers tell what they are; the first that is found counts."""


def described(told: str) -> str:
    """Return in words what a browser tells about itself."""
    kind = next((words for sign, words in KINDS.items() if sign in told), "máy chưa rõ loại")
    browser = next((words for sign, words in BROWSERS.items() if sign in told), "")
    return f"{kind} · {browser}" if browser else kind


def enter(request: HttpRequest, user: User, *, at: datetime, called: str = "") -> None:
    """Remember on which machine an account has just signed in; a card's phone has a name."""
    if not request.session.session_key:
        request.session.save()
    key = str(request.session.session_key)
    if SIGNED in key:  # kept by the browser itself, while there is no room
        return
    told, on = request.META.get("HTTP_USER_AGENT", ""), localtime(at).date()
    row = Machine(user=user, session_key=key, name=described(told), since=at, last_on=on)
    row.called = called
    row.save()
    request.session[HELD] = {"uuid": str(row.uuid), "key": key, "on": on.isoformat()}


def machines_of(users: Collection[int], *, at: datetime) -> list[Machine]:
    """Return where some accounts are signed in, the last used first."""
    live = Session.objects.filter(expire_date__gt=at).values("session_key")
    found = Machine.objects.filter(user__in=users, session_key__in=live)
    return list(found.order_by("-last_on", "-since"))


def rename(machine: Machine, *, called: str) -> None:
    """Give a machine another name."""
    Machine.objects.filter(pk=machine.pk).update(called=called)


def sign_out(machines: Collection[Machine]) -> None:
    """End what is signed in on some machines."""
    Session.objects.filter(session_key__in=[each.session_key for each in machines]).delete()
    Machine.objects.filter(pk__in=[each.pk for each in machines]).delete()


class KeepMachine:
    """Notes once a day that a machine is in use, and follows its session to a new key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on, then note; asks the database nothing on most pages."""
        answer = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _note(request)
        return answer


def _note(request: HttpRequest) -> None:
    held, key, on = request.session.get(HELD), request.session.session_key, localdate()
    if not held or not key or SIGNED in key or (held["key"], held["on"]) == (key, on.isoformat()):
        return
    with though_full():
        Machine.objects.filter(uuid=held["uuid"]).update(session_key=key, last_on=on)
    request.session[HELD] = held | {"key": key, "on": on.isoformat()}
