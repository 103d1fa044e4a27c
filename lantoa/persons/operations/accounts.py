"""Erasing the name of an account that ended: the account and all it did stay, without the name."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.people import operations as people
from lantoa.people.models import User
from lantoa.persons.models import AccountErasure
from lantoa.persons.operations.ending import ERASE, told
from lantoa.persons.operations.wiping import wipe
from lantoa.persons.queries import ended_accounts
from lantoa.posts.operations.accounts import refuse_ungoverned
from lantoa.posts.queries.holding import posts_of_account
from lantoa.trail.operations import note

STILL_IN_USE = "Tài khoản này đang dùng. Hãy tắt tài khoản trước, rồi mới xóa tên."


def erase_account_name(user: User, *, by: User, at: datetime, why: str) -> None:
    """Erase the name and the sign-in name of an account that was switched off, for good.

    A second time changes nothing. Raises ValidationError for an account in use, one with posts
    elsewhere, or no reason.
    """
    if user.is_nameless:
        return
    refuse_ungoverned(user, by=by, on=localtime(at).date())
    if user.is_active:
        raise ValidationError(STILL_IN_USE)
    kept = told(told(why, name=user.name), name=user.username)
    erase_account_by_rule(user, by=by, at=at, why=kept)


@transaction.atomic
def erase_account_by_rule(user: User, *, by: User | None, at: datetime, why: str) -> bool:
    """Do the same where a rule asks for it and nobody else; tell whether there was a name."""
    held = User.objects.select_for_update().get(pk=user.pk)
    if AccountErasure.objects.filter(user=held).exists():
        return False
    people.erase_name(user=held)
    AccountErasure(user=held, erased_at=at, erased_by=by, erased_why=why).save()
    for home in _books(held):
        note(by=by, at=at, home=home, deed=ERASE, about=[held.uuid], after={"reason": why})
    transaction.on_commit(wipe)
    return True


def erase_overdue_accounts(*, at: datetime, days: int, why: str) -> int:
    """Erase the names of accounts that ended more days ago than that; return how many."""
    if not days:
        return 0
    before = (localtime(at) - timedelta(days=days)).date()
    over = ended_accounts(before=before)
    return sum(erase_account_by_rule(each, by=None, at=at, why=why) for each in over)


def _books(user: User) -> list[UUID]:
    return sorted({post.unit.home for post in posts_of_account(user)})
