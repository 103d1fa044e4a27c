"""A database with its files, to be compared with its trail."""

from collections.abc import Iterable, Iterator

from lantoa.keeping.operations.folders import missing
from lantoa.keeping.operations.tables import files_kept
from lantoa.seals.rows import SealedTable, stored_seals
from lantoa.trail.models import Entry, Home

AT_ONCE = 200
"""Lines held at once: one may seal ten thousand rows."""


class InDatabase:
    """The database at hand and the files beside it."""

    def homes(self) -> Iterable[Home]:
        """Return every book."""
        return Home.objects.order_by("pk")

    def entries(self) -> Iterator[Entry]:
        """Yield every line of all books, in the order in which they were written."""
        return Entry.objects.order_by("pk").iterator(chunk_size=AT_ONCE)

    def seals(self, table: SealedTable) -> Iterator[tuple[int, bytes]]:
        """Yield the key and the seal of every row of a table."""
        return stored_seals(table)

    def lost(self) -> Iterable[str]:
        """Return the names of files that are missing, or are not what their rows tell."""
        return missing(tuple(files_kept()))  # no cursor stays open where a file is refused
