"""Asking the trail."""

import hashlib
from collections.abc import Iterator
from datetime import UTC
from uuid import UUID

from lantoa.people.models import User
from lantoa.trail.heads import BookHead, peaks_of
from lantoa.trail.merkle import head_of
from lantoa.trail.models import Entry, Home


def faults() -> Iterator[str]:
    """Yield, in words, each place where the trail is not what was written; none if it is whole."""
    for home in Home.objects.order_by("pk"):
        yield from _faults_of(home)


def _faults_of(home: Home) -> Iterator[str]:
    previous, expected = "", 1
    for entry in home.entries.order_by("number").iterator():
        if entry.number != expected:
            yield f"Quyển {home.uuid}: thiếu dòng số {expected}."
        if entry.digest != digest_of(entry, previous=previous):
            yield f"Quyển {home.uuid}: dòng số {entry.number} đã bị sửa."
        previous, expected = entry.digest, entry.number + 1
    if expected - 1 != home.last_number or previous != home.last_digest:
        yield f"Quyển {home.uuid}: thiếu dòng cuối số {home.last_number}."


def entries_about(subject: UUID) -> list[Entry]:
    """Return the lines that touched one thing, earliest first."""
    return list(
        Entry.objects.filter(subject__contains=str(subject))
        .select_related("actor")
        .order_by("home_id", "number")
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
        *([entry.sealed] if entry.sealed else []),  # lines of before have none
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def head_now(home: UUID) -> BookHead:
    """Return the head of a book as it stands; one SELECT."""
    book = Home.objects.filter(uuid=home).first()
    if book is None:
        return BookHead(home, 0, head_of([]))
    return BookHead(home, book.last_number, head_of(peaks_of(book.peaks)))


def lines_by(actor: User) -> int:
    """Return how many lines tell what an account did."""
    return Entry.objects.filter(actor=actor).count()
