"""The second factor of an account: an app's six digits (TOTP), or a recovery code on paper.

Passkeys stand beside them (`lantoa.people.passkeys`); recovery codes stand in for either.
"""

import base64
import re
import secrets
from datetime import datetime, timedelta

import pyotp
from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.people.models import Factor, Passkey, RecoveryCode, User
from lantoa.people.operations import letters
from lantoa.people.secret import bound
from lantoa.people.slowing import Pace, SlowedBy

STEP = 30
CODES, CODE_LENGTH = 10, 10
"""Ten codes of fifty bits."""
WRONG = "Mã chưa đúng hoặc đã dùng. Xem số đang hiện trong ứng dụng rồi gõ lại."
BY_FACTOR = Pace(free=5, longest=300, forgotten=300)


def slowed_factor(user: User) -> list[SlowedBy]:
    """Return by what wrong codes are counted: only who knows the password gets this far."""
    return [SlowedBy(("factor", str(user.uuid)), BY_FACTOR)]


def has_second_factor(user: User) -> bool:
    """Tell whether an account signs in with more than a password: digits, or a passkey."""
    return factor_of(user) is not None or Passkey.objects.filter(user=user).exists()


def factor_of(user: User) -> Factor | None:
    """Return the app that an account signs in with; None where it has none, or none yet."""
    return Factor.objects.filter(user=user, confirmed_at__isnull=False).first()


def proposed(user: User) -> Factor:
    """Return a factor to set up, the same until it is confirmed.

    Raises ValidationError where the account has one already.
    """
    held, _ = Factor.objects.get_or_create(user=user, defaults={"seed": secrets.token_hex(20)})
    if held.confirmed_at:
        raise ValidationError("Tài khoản đã có mã xác nhận.")
    return held


def secret_of(factor: Factor) -> str:
    """Return what the app holds, in letters and digits that can be typed."""
    return base64.b32encode(bound(factor.seed, to="factor")[:20]).decode()


def address_of(factor: Factor) -> str:
    """Return what the app scans."""
    app = pyotp.TOTP(secret_of(factor))
    return app.provisioning_uri(name=factor.user.username, issuer_name="Lan Toa")


@transaction.atomic
def confirm(factor: Factor, *, code: str, at: datetime) -> list[str]:
    """Take a factor into use and return its recovery codes, which are shown only now.

    Raises ValidationError for a wrong code.
    """
    _spend(factor, code=code, at=at)
    Factor.objects.filter(pk=factor.pk).update(confirmed_at=at)
    return codes_for_first(factor.user)


@transaction.atomic
def add_passkey(passkey: Passkey) -> list[str]:
    """Take a passkey into use; return recovery codes, shown only now, where there were none."""
    Passkey.objects.bulk_create([passkey])
    return codes_for_first(passkey.user)


def codes_for_first(user: User) -> list[str]:
    """Return recovery codes for a first factor; those that stand beside another stay good."""
    if user.factor_taken_at:
        user.factor_taken_at = None
        user.save(update_fields=["factor_taken_at"])
    return [] if codes_left(user) else renew_codes(user)


@transaction.atomic
def renew_codes(user: User) -> list[str]:
    """Return new recovery codes; those before them open nothing any more."""
    RecoveryCode.objects.filter(user=user).delete()
    codes = [letters(CODE_LENGTH) for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=_digest(user, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def forget_app(user: User) -> None:
    """Take the app away, and recovery codes where nothing is left for them to stand in for."""
    Factor.objects.filter(user=user).delete()
    _forget_idle_codes(user)


@transaction.atomic
def forget_passkey(passkey: Passkey) -> None:
    """Take a passkey away, and recovery codes where they stand in for nothing more."""
    passkey.delete()
    _forget_idle_codes(passkey.user)


def _forget_idle_codes(user: User) -> None:
    if not has_second_factor(user):
        RecoveryCode.objects.filter(user=user).delete()


@transaction.atomic
def take_away(user: User, *, at: datetime) -> bool:
    """Take app, passkeys and recovery codes away; tell whether there was one.

    The account is told at its next sign-in.
    """
    had = has_second_factor(user)
    for rows in (RecoveryCode, Factor, Passkey):
        rows.objects.filter(user=user).delete()
    if had:
        user.factor_taken_at = at
        user.save(update_fields=["factor_taken_at"])
    return had


def pass_factor(user: User, *, code: str, at: datetime) -> bool:
    """Let pass who gives the app's digits or a recovery code, each once; tell whether it was one.

    Raises ValidationError for what is wrong, or was used before.
    """
    bare = re.sub(r"[\W_]", "", code).lower()
    factor = factor_of(user)
    if factor and bare.isdecimal():
        _spend(factor, code=bare, at=at)
        return False
    mine = RecoveryCode.objects.filter(user=user, digest=_digest(user, bare), used_at__isnull=True)
    if not mine.update(used_at=at):
        raise ValidationError(WRONG, code="wrong")
    return True


def codes_left(user: User) -> int:
    """Return how many recovery codes were not used."""
    return RecoveryCode.objects.filter(user=user, used_at__isnull=True).count()


def _spend(factor: Factor, *, code: str, at: datetime) -> None:
    """Use the digits of now, of the step before or after; each step only once, forward only."""
    app, bare = pyotp.TOTP(secret_of(factor), interval=STEP), re.sub(r"[\W_]", "", code)
    for away in (-1, 0, 1):
        moment = at + timedelta(seconds=STEP * away)
        step = int(moment.timestamp()) // STEP
        fresh = Factor.objects.filter(pk=factor.pk, last_step__lt=step)
        if pyotp.utils.strings_equal(app.at(moment), bare) and fresh.update(last_step=step):
            return
    raise ValidationError(WRONG, code="wrong")


def _digest(user: User, code: str) -> str:
    return bound(f"{user.uuid} {code}", to="recovery").hex()
