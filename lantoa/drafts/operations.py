"""Keeping what was typed, and forgetting it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.drafts.access import FIELD, Seal
from lantoa.drafts.models import Draft, SentPage
from lantoa.drafts.queries import KEPT_FOR, account_of
from lantoa.formats.lines import not_secret
from lantoa.people.models import User

MOST = 10
LONGEST = 500_000
ANSWERED_WITHIN = timedelta(seconds=160)
"""As long as a request may take."""
SECRET = frozenset({"password", "again", "current", "code"})
"""Boxes of passwords and digits: what is typed there is never kept."""
NOT_TYPED = frozenset({"csrfmiddlewaretoken", FIELD})

Typed = Mapping[str, Sequence[str]]


@transaction.atomic
def keep(seal: Seal, *, typed: Typed, action: str, lacks_files: bool, at: datetime) -> User | None:
    """Keep what was typed into a page for the account that opened it; None where it has none.

    The same page once more takes the place of what it said before. Of one account the latest ten
    pages are kept. Raises ValidationError for more than anybody types, and for state secrets.
    """
    user = account_of(seal.account)
    if user is None:
        return None
    content = json.dumps(_without_secrets(typed), ensure_ascii=False)
    if len(content) > LONGEST:
        raise ValidationError(
            "Chữ đã gõ dài quá nên máy chủ không giữ được. Hãy quay lại trang trước và chép ra."
        )
    refuse_secrets(typed)
    told = {"action": action, "content": content, "lacks_files": lacks_files, "kept_at": at}
    Draft.objects.update_or_create(user=user, page=seal.page, defaults=told)
    _forget_beyond(user)
    forget_old(at=at)
    return user


def refuse_secrets(typed: Typed) -> None:
    """Raise ValidationError where anything typed bears the mark of a state secret."""
    for values in typed.values():
        for value in values:
            not_secret(value)


def _without_secrets(typed: Typed) -> dict[str, list[str]]:
    left_out = SECRET | NOT_TYPED
    return {name: list(values) for name, values in typed.items() if name not in left_out}


def _forget_beyond(user: User) -> None:
    latest = Draft.objects.filter(user=user).order_by("-kept_at", "-pk").values_list("pk")
    Draft.objects.filter(pk__in=[pk for (pk,) in latest[MOST:]]).delete()


def forget_old(*, at: datetime) -> int:
    """Forget everybody's words after a week; return how many pages."""
    return Draft.objects.filter(kept_at__lte=at - KEPT_FOR).delete()[0]


def forget_page(seal: Seal) -> None:
    """Forget what was typed into a page: it was taken, or is shown again."""
    Draft.objects.filter(user__uuid=seal.account, page=seal.page).delete()


def forget(draft: UUID, *, by: User) -> str:
    """Forget one page of one's own that is not to be saved; return the page, empty if none."""
    found = Draft.objects.filter(uuid=draft, user=by).first()
    if found is None:
        return ""
    found.delete()
    return found.page


@transaction.atomic
def claim_sending(user: User, *, key: UUID, what: str, at: datetime) -> str | None:
    """Say that a page is being sent: None for who is first, else where it led, if it has yet.

    One that was never answered does not stand in the way for long.
    """
    SentPage.objects.filter(sent_at__lte=at - KEPT_FOR).delete()
    SentPage.objects.filter(led_to="", sent_at__lte=at - ANSWERED_WITHIN).delete()
    fresh = {"sent_at": at}
    held, is_first = SentPage.objects.get_or_create(user=user, key=key, what=what, defaults=fresh)
    return None if is_first else held.led_to


def remember_sending(user: User, *, key: UUID, what: str, led_to: str) -> None:
    """Keep where a page led that was sent."""
    SentPage.objects.filter(user=user, key=key, what=what).update(led_to=led_to[:2000])


def forget_sending(user: User, *, key: UUID, what: str) -> None:
    """Forget that a page was sent, since nothing came of it."""
    SentPage.objects.filter(user=user, key=key, what=what).delete()
