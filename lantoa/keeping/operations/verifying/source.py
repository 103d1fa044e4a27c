"""What is asked of a database or of a copy to compare it with its trail."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from lantoa.seals.rows import SealedTable
from lantoa.trail.models import Entry, Home


class Source(Protocol):
    """A database or a copy."""

    def homes(self) -> Iterable[Home]:
        """Return every book."""

    def entries(self) -> Iterator[Entry]:
        """Yield every line of all books, in the order in which they were written."""

    def seals(self, table: SealedTable) -> Iterator[tuple[int, bytes]]:
        """Yield the key and the seal of every row of a table."""

    def lost(self) -> Iterable[str]:
        """Return the names of files that are missing, or are not what their rows tell."""
