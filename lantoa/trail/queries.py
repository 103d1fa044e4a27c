"""Asking the trail."""

from collections.abc import Iterator
from uuid import UUID

from lantoa.trail.models import Entry, Home
from lantoa.trail.operations import digest_of


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
