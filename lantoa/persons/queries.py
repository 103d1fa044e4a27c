"""Asking about names: which are held under a unit, in which state, and who looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.persons.models import AccountErasure, Consent, NamedFor, NameLook, PersonName
from lantoa.posts.access import REFUSAL, Purpose, may
from lantoa.posts.models import Post
from lantoa.posts.operations.accounts import SWITCH_OFF
from lantoa.trail.queries import entries_about
from lantoa.units.models import Unit
from lantoa.units.queries import parents_under
from lantoa.units.queries.within import among

FOR_ACCOUNTS = "đăng nhập, ghi ai làm việc gì"
"""For what the name of an account is held."""


@dataclass(frozen=True)
class Held:
    """How many names are held for one purpose, and in which state they are.

    `inside` and `public` may be shown; the others are not shown any more.
    """

    purpose: str
    inside: int
    public: int
    withdrawn: int
    erased: int

    @property
    def kept(self) -> int:
        """Return how many names are still there."""
        return self.inside + self.public + self.withdrawn


def subtree(place: Unit, *, on: date) -> set[int]:
    """Return a unit and all under it on a day, closed ones included."""
    return {place.pk, *parents_under(place.pk, on=on)}


def names_under(place: Unit, *, on: date) -> QuerySet[PersonName]:
    """Return the names in records of a unit and of those under it, latest first."""
    found = among(PersonName.objects.all(), "unit_id", subtree(place, on=on))
    return found.select_related("unit", "taken_by").order_by("-taken_at", "-pk")


def accounts_under(place: Unit, *, on: date) -> QuerySet[User]:
    """Return the accounts with a password that hold or held a post in a subtree."""
    posts = among(Post.objects.all(), "unit_id", subtree(place, on=on))
    found = User.objects.filter(is_card=False, pk__in=posts.values("user_id"))
    return found.annotate(since=Min("posts__since")).order_by("-is_active", "pk")


def held_under(place: Unit, *, on: date) -> list[Held]:
    """Return how many names are held in a subtree for each purpose; accounts stand last."""
    names = names_under(place, on=on).order_by()
    found = [_held(purpose, names.filter(used_for=purpose)) for purpose in NamedFor]
    accounts = accounts_under(place, on=on)
    erased = AccountErasure.objects.filter(user__in=accounts.values("pk")).count()
    own = Held(FOR_ACCOUNTS, accounts.count() - erased, 0, 0, erased)
    return [*found, own]


def _held(purpose: NamedFor, names: QuerySet[PersonName]) -> Held:
    there = names.filter(erased_at__isnull=True)
    shown = there.filter(withdrawn_on__isnull=True)
    public = shown.filter(scope=Consent.PUBLIC).count()
    return Held(
        purpose=str(purpose.label),
        inside=shown.count() - public,
        public=public,
        withdrawn=there.count() - shown.count(),
        erased=names.count() - there.count(),
    )


def name_for(name: UUID, *, user: User, on: date) -> PersonName:
    """Return a name in a record where somebody administers.

    Raises PermissionDenied, the same whether the name is out of reach or absent.
    """
    found = PersonName.objects.filter(uuid=name).select_related("unit", "taken_by").first()
    if found is None or not may(user, found.unit, work=Purpose.ADMINISTER, on=on):
        raise PermissionDenied(REFUSAL)
    return found


def erasure_of(account: User) -> AccountErasure | None:
    """Return when and why the name of an account was erased; None where it was not."""
    return AccountErasure.objects.filter(user=account).select_related("erased_by").first()


def looks_at(subject: PersonName | User) -> Sequence[NameLook]:
    """Return who opened what is held of one person, latest first."""
    asked = Q(name=subject) if isinstance(subject, PersonName) else Q(account=subject)
    return list(NameLook.objects.filter(asked).select_related("by").order_by("-at", "-pk"))


def ended_accounts(*, before: date) -> list[User]:
    """Return the accounts switched off before a day, whose names are still there."""
    erased = AccountErasure.objects.filter(user=OuterRef("pk"))
    found = User.objects.filter(~Exists(erased), is_active=False, is_card=False).order_by("pk")
    return [each for each in found if (ended := ended_on(each)) and ended < before]


def ended_on(account: User) -> date | None:
    """Return the day on which an account was switched off last; None where no line tells."""
    lines = [each for each in entries_about(account.uuid) if each.deed == SWITCH_OFF]
    return localtime(max(each.moment for each in lines)).date() if lines else None


@dataclass(frozen=True)
class ErasedRow:
    """What must stay erased: the identity of a name or of an account, and since when."""

    uuid: UUID
    at: datetime


def erased_rows() -> list[ErasedRow]:
    """Return every name and account that was erased, earliest first; it tells no name."""
    names = PersonName.objects.filter(erased_at__isnull=False).values_list("uuid", "erased_at")
    accounts = AccountErasure.objects.values_list("user__uuid", "erased_at")
    found = [ErasedRow(uuid, at) for uuid, at in (*names, *accounts) if at]
    return sorted(found, key=lambda each: (each.at, each.uuid))
