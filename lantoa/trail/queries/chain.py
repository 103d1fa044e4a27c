"""Following the chain of every book, line by line: in a database, in a copy, for every asker."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC
from uuid import UUID

from lantoa.trail.heads import leaf_of, peaks_as_text
from lantoa.trail.merkle import grown, head_of
from lantoa.trail.models import Entry, Home


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


@dataclass
class BookRead:
    """How far a book has been read; `heads` are those that were asked for on the way."""

    home: Home
    number: int = 0
    digest: str = ""
    peaks: list[bytes] = field(default_factory=list)
    heads: dict[int, bytes] = field(default_factory=dict)

    @property
    def end(self) -> tuple[str, int, str]:
        """Return which book it is, the number of its last line, and the digest of that."""
        return str(self.home.uuid), self.number, self.digest


class Chain:
    """All books, while their lines are followed in the order in which they were written."""

    def __init__(
        self, homes: Iterable[Home], *, heads_at: Collection[tuple[UUID, int]] = ()
    ) -> None:
        """Begin before the first line; `heads_at` tells at which numbers heads are wanted."""
        self.books = {home.pk: BookRead(home) for home in homes}
        self.heads_at = frozenset(heads_at)

    def follow(self, entry: Entry) -> Iterator[str]:
        """Take the next line; yield what is wrong with it against the one before in its book."""
        if entry.home_id not in self.books:
            yield f"Dòng nhật ký số {entry.number}: quyển của nó đã bị xóa"
            self.books[entry.home_id] = BookRead(Home(pk=entry.home_id))
        book = self.books[entry.home_id]
        if entry.number != book.number + 1:
            yield f"Quyển {book.home.uuid}: thiếu dòng số {book.number + 1}"
        if entry.digest != digest_of(entry, previous=book.digest):
            yield f"Quyển {book.home.uuid}: dòng số {entry.number} ({entry.deed}) đã bị sửa"
        self._grow(book, entry)

    def _grow(self, book: BookRead, entry: Entry) -> None:
        book.peaks = grown(book.peaks, size=book.number, by=_leaf(entry))
        book.number, book.digest = book.number + 1, entry.digest
        if (book.home.uuid, book.number) in self.heads_at:
            book.heads[book.number] = head_of(book.peaks)

    def ended(self) -> Iterator[str]:
        """Yield what is wrong with the ends of books, after all lines."""
        for book in self.books.values():
            home = book.home
            if (book.number, book.digest) != (home.last_number, home.last_digest):
                yield f"Quyển {home.uuid}: thiếu dòng cuối số {home.last_number}"
            elif peaks_as_text(book.peaks) != home.peaks:
                yield f"Quyển {home.uuid}: mã đối chiếu không phải của các dòng trong quyển"


def _leaf(entry: Entry) -> bytes:
    try:
        return leaf_of(entry.digest)
    except ValueError:
        return leaf_of("")
