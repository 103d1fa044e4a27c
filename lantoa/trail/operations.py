"""Writing the trail."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lantoa.people.models import User
from lantoa.trail.models import Entry, Home


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


def digest_of(entry: Entry, *, previous: str) -> str:
    """Return the SHA-256 that binds a line to the one before it."""
    parts = [
        previous,
        str(entry.number),
        entry.moment.astimezone(UTC).isoformat(),
        str(entry.actor_id or ""),
        entry.deed,
        entry.subject,
        entry.before,
        entry.after,
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
