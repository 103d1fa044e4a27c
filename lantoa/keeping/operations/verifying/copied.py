"""A copy, to be compared with the trail in it, without any database."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, cast

from lantoa.keeping.operations.archive import Archive
from lantoa.keeping.operations.manifest import CopiedFile
from lantoa.keeping.operations.tables import CopiedTable, table, tables
from lantoa.seals.rows import SealedTable
from lantoa.trail.models import Entry, Home


class InCopy:
    """The rows of a copy; its files are compared by their own sums elsewhere."""

    def __init__(self, archive: Archive) -> None:
        """Take an opened copy."""
        self.archive = archive
        self.parts: dict[str, CopiedFile] = {each.table: each for each in archive.manifest.tables}

    def homes(self) -> Iterable[Home]:
        """Return every book."""
        return (cast(Home, row) for row in self._rows(table("trail.home")))

    def entries(self) -> Iterator[Entry]:
        """Yield every line of all books, in the order in which they were written."""
        return (cast(Entry, row) for row in self._rows(table("trail.entry")))

    def seals(self, table: SealedTable) -> Iterator[tuple[int, bytes]]:
        """Yield the key and the seal of every row of a table."""
        names = {each.name: self._named(each) for each in table.several}
        key = table.model._meta.pk.attname
        for told in self._told(table.name):
            values = [column.from_copy(told[column.name]) for column in table.columns]
            yield told[key], table.seal(told[key], values, names)

    def lost(self) -> Iterable[str]:
        """Yield the names of files that the copy lacks, or that are not what their rows tell.

        Those that were lost when it was written are told by the copy itself.
        """
        held = {part.name: part.sha256 for part in self.archive.manifest.files}
        for each in tables():
            for column in each.file_columns:
                for told in self._told(each.name):
                    name = f"proofs/{told[column]}"
                    if held.get(name) != told["sha256"] and name not in self.archive.manifest.lost:
                        yield name

    def _rows(self, table: CopiedTable) -> Iterator[Any]:
        return (table.row(line) for line in self.archive.lines(self.parts[table.name]))

    def _told(self, name: str) -> Iterator[dict[str, Any]]:
        return (json.loads(line) for line in self.archive.lines(self.parts[name]))

    def _named(self, column: Any) -> dict[int, list[int]]:
        own, other = f"{column.m2m_field_name()}_id", f"{column.m2m_reverse_field_name()}_id"
        named: dict[int, list[int]] = defaultdict(list)
        for told in self._told(column.remote_field.through._meta.label_lower):
            named[told[own]].append(told[other])
        return {row: sorted(each) for row, each in named.items()}
