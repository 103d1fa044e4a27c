"""Opening accounts, giving and cancelling cards."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from axes.models import AccessLog
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.figures.words import composed
from lantoa.people.access import tried
from lantoa.people.models import NAMELESS, Card, Machine, User

PLAIN_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody mistakes for one another on paper."""
TOKEN_LENGTH = 12
"""Sixty bits: short enough to type where a card cannot be scanned, too many to guess."""


def propose_password() -> str:
    """Return a fresh password in four groups of four, easy to copy from a screen."""
    return "-".join(letters(4) for _ in range(4))


def letters(count: int) -> str:
    """Return some letters by chance, of those that nobody mistakes for one another."""
    return "".join(secrets.choice(PLAIN_LETTERS) for _ in range(count))


def open_account(
    *, username: str, name: str, password: str, is_demonstration: bool = False
) -> User:
    """Open an account with a password.

    Raises ValidationError for a name already taken or a password too easy to guess.
    """
    user = User(
        username=username.strip().lower(), name=composed(name), is_demonstration=is_demonstration
    )
    if not is_demonstration:
        validate_password(password, user)
    if user.is_nameless:
        raise ValidationError({"username": "Hãy chọn tên đăng nhập khác."})
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


def change_password(*, user: User, password: str) -> None:
    """Give an account a new password; every other place where it is signed in is signed out."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])


def switch_account(*, user: User, is_active: bool) -> None:
    """Let an account in, or keep it out from now on."""
    user.is_active = is_active
    user.save(update_fields=["is_active"])


def open_card_accounts(names: Sequence[str]) -> list[User]:
    """Open one account for each name, reached by card only."""
    users = [
        User(username=f"the.{secrets.token_hex(8)}", name=composed(name)[:120], is_card=True)
        for name in names
    ]
    for user in users:
        user.set_unusable_password()
    User.objects.bulk_create(users)
    return list(User.objects.filter(username__in=[user.username for user in users]).order_by("pk"))


@transaction.atomic
def issue_cards(*, users: Sequence[User], by: User, at: datetime) -> list[Card]:
    """Give each account a new card; the card before it, and phones opened with it, end."""
    cancel_cards(users=users, at=at)
    cards = [
        Card(user=user, token=letters(TOKEN_LENGTH), issued_at=at, issued_by=by) for user in users
    ]
    return Card.objects.bulk_create(cards)


@transaction.atomic
def cancel_cards(*, users: Sequence[User], at: datetime) -> int:
    """Cancel the live cards of some accounts and sign their phones out; return how many."""
    live = Card.objects.filter(user__in=users, cancelled_at__isnull=True)
    held = set(live.values_list("user_id", flat=True))
    ended = [user for user in users if user.pk in held]
    for user in ended:
        user.set_unusable_password()
    User.objects.bulk_update(ended, ["password"], batch_size=500)
    return live.update(cancelled_at=at)


@transaction.atomic
def erase_name(*, user: User) -> None:
    """Put a number in the place of somebody's names, for good; nobody signs in with it any more.

    The password goes too: its salt is all that keeps the seals of before from being tried against
    a guess.
    """
    AccessLog.objects.filter(username=tried(user.username)).update(username="")
    user.name = f"tài khoản đã xóa tên (số {user.pk})"
    user.username = f"{NAMELESS}{user.pk}-{letters(6)}"
    user.set_unusable_password()
    user.is_active = False
    user.save(update_fields=["name", "username", "password", "is_active"])
    Machine.objects.filter(user=user).delete()


@transaction.atomic
def replace_card(user: User, *, by: User, at: datetime) -> Card:
    """Give an account a new card; the card before it ends, phones that are open stay open."""
    Card.objects.filter(user=user, cancelled_at__isnull=True).update(cancelled_at=at)
    card = Card(user=user, token=letters(TOKEN_LENGTH), issued_at=at, issued_by=by)
    return Card.objects.bulk_create([card])[0]


def allow_phones(user: User, *, count: int) -> None:
    """Let a card be open on so many phones at once; those that are open stay open."""
    user.phones_allowed = count
    user.save(update_fields=["phones_allowed"])
