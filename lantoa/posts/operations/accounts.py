"""Accounts as an administrator of a unit opens, changes and closes them, with the trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.people import operations as people
from lantoa.people.models import User
from lantoa.people.passwords import refuse_named
from lantoa.posts.access import REFUSAL, Purpose, may, posts_of
from lantoa.posts.models import Post
from lantoa.posts.operations.giving import end_post, give_post
from lantoa.posts.queries.holding import posts_of_account
from lantoa.trail.operations import note
from lantoa.units.models import END, Unit
from lantoa.units.operations.rows import structure
from lantoa.units.queries import path_above, portraits
from lantoa.units.queries.chart import paths_above

SWITCH_OFF = "people.switch_off"
"""The deed of a line by which an account was kept out."""
NAMELESS = "Tài khoản này đã xóa tên, không dùng lại được. Hãy mở tài khoản mới."
LAST_ADMIN = (
    "Đây là người quản trị cuối cùng của đơn vị cao nhất. "
    "Hãy giao quyền quản trị cho một người khác trước."
)


@dataclass(frozen=True)
class NewPost:
    """A post as an administrator asks to give it; `until` is the first day it no longer holds."""

    right: Post.Right
    since: date
    until: date = END
    title: str = ""


@transaction.atomic
def open_staffed_account(
    *, unit: Unit, username: str, name: str, password: str, post: NewPost, by: User, at: datetime
) -> User:
    """Open an account together with its first post.

    Raises ValidationError for a name already taken, a password too easy to guess, or a post that
    ends before it begins.
    """
    _refuse_names_of([unit.pk], password=password, at=at)
    user = people.open_account(username=username, name=name, password=password)
    note(by=by, at=at, home=unit.home, deed="people.open", about=[user.uuid, unit.uuid])
    give_post(user=user, unit=unit, by=by, at=at, **vars(post))
    return user


def known_account(*, by: User, account: UUID, on: date) -> User:
    """Return an account that holds or held a post where somebody administers.

    Raises PermissionDenied, the same whether the account is out of reach or absent.
    """
    found = User.objects.filter(uuid=account, is_card=False).first()
    if found is None or not _within(found, by=by, on=on):
        raise PermissionDenied(REFUSAL)
    return found


def known_post(*, by: User, post: UUID, on: date) -> Post:
    """Return a post where somebody administers; raises PermissionDenied as `known_account`."""
    held = Post.objects.filter(uuid=post, user__is_card=False)
    found = held.select_related("unit", "user").first()
    if found is None or not _administers(by, found, on=on):
        raise PermissionDenied(REFUSAL)
    return found


def account_named(username: str, *, by: User, on: date) -> User:
    """Return the account of that name that holds or held a post where somebody administers.

    Raises ValidationError, the same whether the account is out of reach or absent.
    """
    found = User.objects.filter(username=username.strip().lower(), is_card=False).first()
    if found is None or not found.is_active or not _within(found, by=by, on=on):
        raise ValidationError("Không có tài khoản này trong các đơn vị bạn quản trị.")
    return found


def _within(account: User, *, by: User, on: date) -> bool:
    return any(_administers(by, post, on=on) for post in posts_of_account(account))


def _administers(by: User, post: Post, *, on: date) -> bool:
    return may(by, post.unit, work=Purpose.ADMINISTER, on=on)


def governs(*, by: User, account: User, on: date) -> bool:
    """Tell whether every post that an account holds, or will hold, is where `by` administers.

    Only then may `by` set its password: who knows it has all the rights of the account.
    """
    lasting = [post for post in posts_of_account(account) if post.until > on]
    return by.pk != account.pk and all(_administers(by, post, on=on) for post in lasting)


def refuse_ungoverned(account: User, *, by: User, on: date) -> None:
    """Raise ValidationError where `by` may not change how an account signs in."""
    if by.pk == account.pk:
        raise ValidationError("Không tự đổi tài khoản của mình ở đây.")
    if account.is_nameless:
        raise ValidationError(NAMELESS)
    if not governs(by=by, account=account, on=on):
        raise ValidationError("Tài khoản này còn nhiệm vụ ở đơn vị bạn không quản trị.")


@transaction.atomic
def set_password(account: User, *, password: str, by: User, at: datetime, on: date) -> None:
    """Give an account a new password; wherever it is signed in, it is signed out.

    Raises ValidationError for a password too easy to guess, or an account with posts elsewhere.
    """
    refuse_ungoverned(account, by=by, on=on)
    _refuse_names_of(_places_of(account), password=password, at=at)
    people.change_password(user=account, password=password)
    note_account("people.password", account, by=by, at=at)


def switch(account: User, *, is_active: bool, by: User, at: datetime, on: date) -> None:
    """Let an account in, or keep it out from now on.

    Raises ValidationError for the last administrator of the root, or an account with posts
    elsewhere.
    """
    with structure():
        refuse_ungoverned(account, by=by, on=on)
        if not is_active:
            _refuse_last_admin(posts_of(account, on=on), on=on)
        people.switch_account(user=account, is_active=is_active)
        deed = "people.switch_on" if is_active else SWITCH_OFF
        note_account(deed, account, by=by, at=at)


def relieve(post: Post, *, by: User, at: datetime, on: date) -> None:
    """End a post on a day; raises ValidationError for the last administrator of the root."""
    with structure():
        _refuse_last_admin([post], on=on)
        end_post(post, on=on, by=by, at=at)


@transaction.atomic
def change_own_password(user: User, *, password: str, at: datetime) -> None:
    """Give oneself a new password; every other place where one is signed in is signed out."""
    _refuse_names_of(_places_of(user), password=password, at=at)
    people.change_password(user=user, password=password)
    note_account("people.own_password", user, by=user, at=at)


def _places_of(account: User) -> list[int]:
    return [post.unit_id for post in posts_of_account(account)]


def _refuse_names_of(units: Iterable[int], *, password: str, at: datetime) -> None:
    """Refuse a password made of the names and codes of units, or of those above them."""
    on = localtime(at).date()
    paths = paths_above(list(units), on=on)
    shown = portraits({*paths, *chain.from_iterable(paths.values())}, on=on).values()
    refuse_named(password, names=[name for each in shown for name in (each.name, each.code)])


def _refuse_last_admin(posts: Iterable[Post], *, on: date) -> None:
    """Refuse to end posts where no other administrator of the root would last as long."""
    for post in posts:
        if post.right == Post.Right.ADMIN and not path_above(post.unit_id, on=on):
            others = Post.objects.filter(
                unit=post.unit_id,
                right=Post.Right.ADMIN,
                user__is_active=True,
                since__lte=on,
                until__gte=post.until,
            )
            if not others.exclude(user=post.user_id).exists():
                raise ValidationError(LAST_ADMIN)


def note_account(deed: str, account: User, *, by: User | None, at: datetime) -> None:
    """Write a deed where the account has posts; each home once, in a fixed order.

    Nobody did what was done on the server itself.
    """
    for home in sorted({post.unit.home for post in posts_of_account(account)}):
        note(by=by, at=at, home=home, deed=deed, about=[account.uuid])
