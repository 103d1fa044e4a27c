"""Writing the trail."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lantoa.people.models import User
from lantoa.trail.models import Entry, Home
from lantoa.trail.queries import digest_of


@transaction.atomic
def note(
    *,
    by: User | None,
    at: datetime,
    home: UUID,
    deed: str,
    about: Iterable[UUID],
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Write one line: the deed of one batch, with the identities of all it touched."""
    Home.objects.get_or_create(uuid=home)
    book = Home.objects.select_for_update().get(uuid=home)
    entry = Entry(
        home=book,
        number=book.last_number + 1,
        moment=at,
        actor=by,
        deed=deed,
        subject=" ".join(str(each) for each in about),
        before=canonical(before),
        after=canonical(after),
    )
    entry.digest = digest_of(entry, previous=book.last_digest)
    entry.save(force_insert=True)
    book.last_number, book.last_digest = entry.number, entry.digest
    book.save(update_fields=["last_number", "last_digest"])
    return entry


def canonical(content: Mapping[str, Any] | None) -> str:
    """Return content as JSON that is the same for the same content; nothing is an empty text."""
    if content is None:
        return ""
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
