"""Asking for what somebody typed."""

from collections.abc import Collection
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from lantoa.drafts.models import Draft
from lantoa.people.models import User

KEPT_FOR = timedelta(days=7)
OF_ONE_PAGE = "khoa"
"""The word of an address that tells apart the same form opened twice."""


def account_of(uuid: UUID) -> User | None:
    """Return the account for which words may be kept: one that is in use."""
    return User.objects.filter(uuid=uuid, is_active=True).first()


def drafts_of(user: User, *, at: datetime) -> Collection[Draft]:
    """Return what an account typed and has not saved, latest first; few, and none that is old."""
    return Draft.objects.filter(user=user, kept_at__gt=at - KEPT_FOR).order_by("-kept_at", "-pk")


def draft_on(page: str, *, user: User, at: datetime) -> Draft | None:
    """Return what an account typed into a page, or into the same form opened before."""
    found = [each for each in drafts_of(user, at=at) if form_at(each.page) == form_at(page)]
    return next((each for each in found if each.page == page), next(iter(found), None))


def waiting_page(user: User, *, at: datetime) -> str:
    """Return the page that an account should see first: the one it was typing into."""
    return next((each.page for each in drafts_of(user, at=at)), "")


def form_at(page: str) -> str:
    """Return the address of a form without what tells apart the times it was opened."""
    asked = urlsplit(page)
    kept = [pair for pair in parse_qsl(asked.query) if pair[0] != OF_ONE_PAGE]
    return f"{asked.path}?{urlencode(kept)}".rstrip("?")


def key_at(page: str) -> str:
    """Return what tells apart a form from the same form opened at another time."""
    return dict(parse_qsl(urlsplit(page).query)).get(OF_ONE_PAGE, "")
