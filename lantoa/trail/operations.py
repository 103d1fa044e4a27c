"""Writing the trail."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from lantoa.people.models import User
from lantoa.seals.touched import take_changes
from lantoa.trail.heads import leaf_of, peaks_as_text, peaks_of
from lantoa.trail.merkle import grown
from lantoa.trail.models import Entry, Home
from lantoa.trail.queries.chain import digest_of
from lantoa.trail.sealing import written

TAKE_IN = "trail.take_in"
"""The deed of a line that seals rows which were there before."""


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
    rows: Sequence[Model] | None = None,
) -> Entry:
    """Write one line: the deed of one batch, with the identities of all it touched.

    It seals every row that this transaction wrote and that no line has sealed yet, or only `rows`
    of them.
    """
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
        sealed=written(take_changes(rows)),
    )
    entry.digest = digest_of(entry, previous=book.last_digest)
    entry.save(force_insert=True)
    _grow(book, entry)
    return entry


def _grow(book: Home, entry: Entry) -> None:
    peaks = grown(peaks_of(book.peaks), size=book.last_number, by=leaf_of(entry.digest))
    book.last_number, book.last_digest = entry.number, entry.digest
    book.peaks = peaks_as_text(peaks)
    book.save(update_fields=["last_number", "last_digest", "peaks"])


def canonical(content: Mapping[str, Any] | None) -> str:
    """Return content as JSON that is the same for the same content; nothing is an empty text."""
    if content is None:
        return ""
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
