"""Passkeys as their owner adds, uses and removes them, with a line in the trail."""

from datetime import date, datetime

from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.people import factor as factors
from lantoa.people import passkeys
from lantoa.people.models import User
from lantoa.posts.operations.accounts import note_account
from lantoa.posts.operations.factors import STILL_REQUIRED
from lantoa.posts.queries.factors import is_factor_required

TOO_MANY = f"Một tài khoản có nhiều nhất {passkeys.MOST} khóa. Hãy bỏ khóa không dùng nữa."
TAKEN = "Khóa này đã có chủ. Hãy dùng khóa khác."


def refuse_another(user: User) -> None:
    """Raise ValidationError where an account has as many passkeys as it may."""
    if len(passkeys.passkeys_of(user)) >= passkeys.MOST:
        raise ValidationError(TOO_MANY)


def add_own_passkey(user: User, *, session: SessionBase, answer: str, at: datetime) -> list[str]:
    """Take a key that a browser made into use; return recovery codes, where it is the first factor.

    Raises ValidationError for an answer to no question of this session, and for a key known before.
    """
    new = passkeys.new_passkey(session, user, answer=answer, at=at)
    with transaction.atomic():
        refuse_another(user)
        if passkeys.is_known(new):
            raise ValidationError(TAKEN)
        codes = factors.add_passkey(new)
        note_account("people.add_passkey", user, by=user, at=at)
    return codes


def drop_own_passkey(user: User, *, passkey: str, at: datetime, on: date) -> str:
    """Remove one of one's own passkeys and return its name; empty where it is there no more.

    Raises ValidationError where it is the last factor of an account that must have one.
    """
    with transaction.atomic():
        held = passkeys.passkeys_of(user)
        gone = next((each for each in held if str(each.uuid) == passkey), None)
        if gone is None:
            return ""
        is_last = len(held) == 1 and factors.factor_of(user) is None
        if is_last and is_factor_required(user, on=on):
            raise ValidationError(STILL_REQUIRED)
        factors.forget_passkey(gone)
        note_account("people.drop_passkey", user, by=user, at=at)
    return gone.name
