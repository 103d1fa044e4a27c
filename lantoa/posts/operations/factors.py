"""The second factor as its owner sets it up and an administrator requires or resets it."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.people import factor as factors
from lantoa.people.models import User
from lantoa.people.passkeys import passkeys_of
from lantoa.posts.access import Purpose, may
from lantoa.posts.models import FactorRule, Post
from lantoa.posts.operations.accounts import note_account, refuse_ungoverned
from lantoa.posts.queries.factors import is_factor_required, required_rights
from lantoa.trail.operations import note
from lantoa.units.models import Unit

STILL_REQUIRED = "Đơn vị yêu cầu tài khoản này có mã xác nhận, nên không bỏ được."
ASKABLE = (Post.Right.ADMIN, Post.Right.CLERK, Post.Right.VIEW)
"""Rights of people with a password; cards have a factor of their own, the paper."""


@transaction.atomic
def set_up_own_factor(user: User, *, code: str, at: datetime) -> list[str]:
    """Take one's own second factor into use; return the recovery codes, shown only now.

    Raises ValidationError for a wrong code.
    """
    codes = factors.confirm(factors.proposed(user), code=code, at=at)
    note_account("people.own_factor", user, by=user, at=at)
    return codes


@transaction.atomic
def renew_own_codes(user: User, *, code: str, at: datetime) -> list[str]:
    """Return new recovery codes to who gives a right code; raises ValidationError else."""
    factors.pass_factor(user, code=code, at=at)
    return renew_proven_codes(user, at=at)


@transaction.atomic
def renew_proven_codes(user: User, *, at: datetime) -> list[str]:
    """Return new recovery codes to who has just proven who they are; the line seals them."""
    codes = factors.renew_codes(user)
    note_account("people.recovery_codes", user, by=user, at=at)
    return codes


@transaction.atomic
def drop_own_factor(user: User, *, code: str, at: datetime, on: date) -> None:
    """Give one's second factor up; raises ValidationError for a wrong code, or where it is owed."""
    if is_factor_required(user, on=on) and not passkeys_of(user):
        raise ValidationError(STILL_REQUIRED)
    factors.pass_factor(user, code=code, at=at)
    factors.forget_app(user)
    note_account("people.drop_factor", user, by=user, at=at)


@transaction.atomic
def pass_own_factor(user: User, *, code: str, at: datetime) -> None:
    """Let in who gives a right code; a recovery code used is noted.

    Raises ValidationError for a wrong one.
    """
    if factors.pass_factor(user, code=code, at=at):
        note_account("people.use_recovery_code", user, by=user, at=at)


@transaction.atomic
def reset_factor(account: User, *, by: User, at: datetime, on: date) -> bool:
    """Take away the factor of who lost it; tell whether there was one.

    Raises ValidationError for an account with posts where `by` does not administer.
    """
    refuse_ungoverned(account, by=by, on=on)
    if not factors.take_away(account, at=at):
        return False
    note_account("people.reset_factor", account, by=by, at=at)
    return True


@transaction.atomic
def regain(username: str, *, at: datetime) -> bool:
    """Take away, on the server itself, the factor of who is their own administrator.

    Tells whether there was one. Raises ValidationError where no account in use has that name.
    """
    account = User.objects.filter(username=username.strip().lower(), is_card=False).first()
    if account is None or not account.is_active:
        raise ValidationError(f"Không có tài khoản đang dùng nào tên {username!r}.")
    if not factors.take_away(account, at=at):
        return False
    note_account("people.regain", account, by=None, at=at)
    return True


@transaction.atomic
def require_factor(
    unit: Unit, *, rights: Collection[str], by: User, at: datetime, on: date
) -> None:
    """Require a second factor of who holds some rights at a unit or under it, of others no more.

    Raises ValidationError where `by` does not administer, or has no second factor and would ask
    it of oneself.
    """
    if not may(by, unit, work=Purpose.ADMINISTER, on=on):
        raise ValidationError("Chỉ quản trị của đơn vị mới đặt được điều này.")
    if rights and not factors.has_second_factor(by):
        raise ValidationError(
            "Hãy đặt mã xác nhận cho chính mình trước, rồi mới yêu cầu người khác."
        )
    before, after = required_rights(unit), sorted(set(rights).intersection(ASKABLE))
    if before != after:
        FactorRule.objects.filter(unit=unit).delete()
        FactorRule.objects.bulk_create(FactorRule(unit=unit, right=right) for right in after)
        note(
            by=by,
            at=at,
            home=unit.home,
            deed="units.require_factor",
            about=[unit.uuid],
            before={"rights": before},
            after={"rights": after},
        )
