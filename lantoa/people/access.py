"""Signing in: passwords for clerks, cards for cells."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import DatabaseError, transaction
from django.db.models import F
from django.http import HttpRequest

from lantoa.people.models import Card, User
from lantoa.people.secret import bound

WRONG_TRIES_ALLOWED = 10
YEAR_IN_SECONDS = 366 * 24 * 3600
DIGEST = r"^[0-9a-f]{64}$"
"""How a name that was tried is kept: as what our secret makes of it."""
LOCKED = "Thẻ đã khóa vì nhập sai 10 lần. Hãy xin đảng ủy in thẻ mới."


class CardRefused(ValidationError):
    """A card that does not open its account, in words for who holds it."""


class SignedIn(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


class PasswordSignIn(ModelBackend):
    """Signs people in with name and password; a card has none and never passes here.

    Names are taken as they stand, so that tries against one name are counted as one name's.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **credentials: object,
    ) -> User | None:
        """Return whose name and password these are, or None."""
        found = super().authenticate(request, username=username, password=password, **credentials)
        return found if isinstance(found, User) and not found.is_card else None


class CardSignIn(ModelBackend):
    """Keeps a phone signed in that has opened a card; it takes no passwords."""

    def authenticate(self, *args: object, **credentials: object) -> None:
        """Refuse passwords: cards are opened by `open_card`."""


def account_of(uuid: str) -> User | None:
    """Return the account in use that bears an identity and has a password; None where none does."""
    return User.objects.filter(uuid=uuid, is_active=True, is_card=False).first()


def name_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str | None:
    """Return what the table of attempts keeps of a name: a password may have been typed for one."""
    told = (credentials or {}).get("username") or (request.POST.get("username") if request else "")
    if not told:
        return None
    return tried(str(told))


def tried(name: str) -> str:
    """Return what is kept of a name that somebody tried to sign in with."""
    return bound(name.strip().lower(), to="tried").hex()


def digits(card: Card) -> str:
    """Return the six digits of a card, worked out from its token and our secret."""
    sign = bound(card.token, to="card")
    return f"{int.from_bytes(sign[:8], 'big') % 1_000_000:06d}"


def is_locked(card: Card) -> bool:
    """Tell whether too many wrong digits were tried on a card."""
    return card.wrong_tries >= WRONG_TRIES_ALLOWED


def live_card(token: str) -> Card:
    """Return the card that bears a token, without trying its digits.

    Raises CardRefused for a card that was cancelled or is locked, or an account switched off.
    """
    card = _standing(token)
    if is_locked(card):
        raise CardRefused(LOCKED, code="locked")
    return card


def _standing(token: str) -> Card:
    card = Card.objects.select_related("user").filter(token=token.lower()).first()
    if card is None or card.cancelled_at or not card.user.is_active:
        raise CardRefused("Thẻ này không còn hiệu lực. Hãy xin đảng ủy in thẻ mới.", code="gone")
    return card


def open_card(*, token: str, code: str, at: datetime) -> User:
    """Return the account that a card opens.

    Raises CardRefused for a card that was cancelled, is locked, or whose digits are wrong; a wrong
    try is counted before it is answered.
    """
    card = _standing(token)
    if not _matches(card, code=code):
        _refuse_wrong_digits(card)
    Card.objects.filter(pk=card.pk).update(
        wrong_tries=0, first_used_at=card.first_used_at or at, last_used_at=at
    )
    return card.user


def _matches(card: Card, *, code: str) -> bool:
    """Count the try before looking, so that tries sent at once are all counted."""
    tried = Card.objects.filter(pk=card.pk, wrong_tries__lt=WRONG_TRIES_ALLOWED)
    with transaction.atomic():
        if not tried.update(wrong_tries=F("wrong_tries") + 1):
            raise CardRefused(LOCKED, code="locked")
    typed = "".join(code.split())
    return hmac.compare_digest(typed.encode(), digits(card).encode())


def _refuse_wrong_digits(card: Card) -> None:
    card.refresh_from_db(fields=["wrong_tries"])
    left = WRONG_TRIES_ALLOWED - card.wrong_tries
    if left <= 0:
        raise CardRefused(
            "Sáu chữ số chưa đúng và thẻ đã khóa vì nhập sai 10 lần. Hãy xin đảng ủy in thẻ mới.",
            code="locked",
        )
    raise CardRefused(
        f"Sáu chữ số chưa đúng. Hãy xem lại trên thẻ; còn {left} lần nhập.", code="wrong"
    )


def refuse_demonstration_accounts() -> None:
    """Raise ImproperlyConfigured where a production installation holds demonstration accounts.

    Also where its accounts cannot be read at all: then nobody knows what would be served.
    """
    if not settings.PRODUCTION:
        return
    try:
        found = User.objects.filter(is_demonstration=True).exists()
    except DatabaseError as fault:
        raise ImproperlyConfigured(
            "Chưa đọc được tài khoản trong cơ sở dữ liệu. Hãy xem lại LANTOA_DATABASE, LANTOA_VAR; "
            "nếu là nơi mới thì chạy lantoa init trước."
        ) from fault
    if found:
        raise ImproperlyConfigured(
            "Cơ sở dữ liệu này có tài khoản dùng thử: không chạy thật trên đó. "
            "Hãy bắt đầu bằng cơ sở dữ liệu mới (lantoa init)."
        )
