"""What the phone of a card remembers: that it is one, and which page was asked for.

Two signed cookies that open nothing. With the first, who holds a card meets no page that asks for a
password once the session has ended; with the second, scanning the card leads back to the form.
"""

from datetime import date, datetime

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from lantoa.people.machines import HELD, described, machines_of
from lantoa.people.models import Machine, User

COOKIE, BACK = "lantoa_card_phone", "lantoa_card_back"
SALT = "lantoa.people.phones"
AGE = 2 * 366 * 24 * 3600
DAY = 24 * 3600
LONGEST = 1500


def proposed_name(request: HttpRequest, *, on: date) -> str:
    """Return how a phone may be called: "Điện thoại Android, ngày 28/11"."""
    kind = described(request.META.get("HTTP_USER_AGENT", "")).partition(" · ")[0]
    return f"{kind[:1].upper()}{kind[1:]}, ngày {on:%d/%m}"


def is_card_phone(request: HttpRequest) -> bool:
    """Tell whether a browser opened a card before; it may hold no session any more."""
    return _read(request, COOKIE, age=AGE) is not None


def remember(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let a browser that has just opened a card, or did before this was noted, know that it did."""
    here = request.session.get(HELD, {}).get("uuid", "")
    if here != _read(request, COOKIE, age=AGE):
        _set(answer, COOKIE, here, age=AGE)
    return answer


def forget(request: HttpRequest, answer: HttpResponse) -> None:
    """Let a browser on which somebody signed in with a password be no card's phone any more."""
    if COOKIE in request.COOKIES:
        answer.delete_cookie(COOKIE, samesite="Lax")


def remember_page(answer: HttpResponse, page: str) -> HttpResponse:
    """Let a phone know, for a day, where to go once its card was scanned; no page of others."""
    is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None) and page.startswith("/")
    if is_ours and len(page) <= LONGEST:
        _set(answer, BACK, page, age=DAY)
    else:
        answer.delete_cookie(BACK, samesite="Lax")
    return answer


def page_to_return(request: HttpRequest) -> str:
    """Return the page that was asked for before the card was scanned; empty where none was."""
    return _read(request, BACK, age=DAY) or ""


def forget_page(answer: HttpResponse) -> HttpResponse:
    """Let a phone forget the page, once it was opened."""
    answer.delete_cookie(BACK, samesite="Lax")
    return answer


def phones_beside(
    request: HttpRequest, user: User, *, at: datetime
) -> tuple[list[Machine], list[Machine]]:
    """Return where a card is open: on this very phone before, and on others, the last used first.

    A phone whose cookies were cleared apart from ours is known again, and stands in nobody's way.
    """
    here = _read(request, COOKIE, age=AGE)
    found = machines_of([user.pk], at=at)
    same = [each for each in found if here and str(each.uuid) == here]
    return same, [each for each in found if each not in same]


def _read(request: HttpRequest, name: str, *, age: int) -> str | None:
    try:
        return str(signing.loads(request.COOKIES.get(name, ""), salt=f"{SALT}.{name}", max_age=age))
    except signing.BadSignature:
        return None


def _set(answer: HttpResponse, name: str, value: str, *, age: int) -> None:
    told = signing.dumps(value, salt=f"{SALT}.{name}", compress=True)
    answer.set_cookie(name, told, max_age=age, secure=settings.HTTPS, httponly=True, samesite="Lax")
