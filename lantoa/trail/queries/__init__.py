"""Asking the trail."""

from uuid import UUID

from lantoa.people.models import User
from lantoa.trail.heads import BookHead, peaks_of
from lantoa.trail.merkle import head_of
from lantoa.trail.models import Entry, Home


def entries_about(subject: UUID) -> list[Entry]:
    """Return the lines that touched one thing, earliest first."""
    return list(
        Entry.objects.filter(subject__contains=str(subject))
        .select_related("actor")
        .order_by("home_id", "number")
    )


def head_now(home: UUID) -> BookHead:
    """Return the head of a book as it stands; one SELECT."""
    book = Home.objects.filter(uuid=home).first()
    if book is None:
        return BookHead(home, 0, head_of([]))
    return BookHead(home, book.last_number, head_of(peaks_of(book.peaks)))


def lines_by(actor: User) -> int:
    """Return how many lines tell what an account did."""
    return Entry.objects.filter(actor=actor).count()
