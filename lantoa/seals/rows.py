"""The seal of a row: one digest of all its columns, the same on SQLite, PostgreSQL and in a copy.

What stands at its default is left out, so that a column added later changes no seal. Of a row that
names others in a table of its own, their keys are part of it. A text that may be erased is sealed
as its salted digest: once text and salt are gone, no seal can be tried against a guess.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models

from lantoa.seals.columns import SealedColumn, columns_of

CHUNK = 5000
"""How many rows are held at once."""
WRITE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
Names = Mapping[str, Mapping[int, Sequence[int]]]
"""By name of a column: whom each row names in a table of its own, by their keys, in order."""


@dataclass(frozen=True)
class SealedTable:
    """A table whose every row has a seal."""

    model: type[models.Model]
    columns: tuple[SealedColumn, ...]

    @property
    def name(self) -> str:
        """Return its name, the same as in a copy: "units.unit"."""
        return self.model._meta.label_lower

    @property
    def several(self) -> list[Any]:
        """Return the columns that stand in tables of their own."""
        return list(self.model._meta.many_to_many)

    def seal(self, key: int, values: Iterable[Any], names: Names) -> bytes:
        """Return the digest of a row whose values stand in the order of the columns."""
        told: dict[str, Any] = {
            column.name: value
            for column, value in zip(self.columns, values, strict=True)
            if value != column.default
        }
        for name, by_row in names.items():
            if key in by_row:
                told[name] = by_row[key]
        self._salt(told)
        return hashlib.sha256(WRITE(told).encode()).digest()

    def _salt(self, told: dict[str, Any]) -> None:
        """Put the salted digest of each text that may be erased in the place of text and salt."""
        salted: Mapping[str, str] = getattr(self.model, "salted", {})
        for text, salt in salted.items():
            grains = told.pop(salt, "")
            if grains or text in told:
                told[text] = salted_digest(told.get(text, ""), salt=grains)


def salted_digest(text: str, *, salt: str) -> str:
    """Return what stands for a text that may be erased: without the salt it proves nothing."""
    return hashlib.sha256(f"{salt}\x1f{text}".encode()).hexdigest()


@cache
def sealed_table(model: type[models.Model]) -> SealedTable:
    """Return how the rows of a model are sealed."""
    return SealedTable(model, columns_of(model))


def stored_seals(
    table: SealedTable, keys: Collection[int] | None = None
) -> Iterator[tuple[int, bytes]]:
    """Yield the key and the seal of the rows that the database holds, in the order of keys.

    `keys` keeps to some rows; by default all.
    """
    if keys is None:
        yield from _seals(table, "")
        return
    listed = sorted(keys)
    for start in range(0, len(listed), CHUNK):
        chosen = ",".join(str(int(key)) for key in listed[start : start + CHUNK])
        yield from _seals(table, f"IN ({chosen})")


def _seals(table: SealedTable, chosen: str) -> Iterator[tuple[int, bytes]]:
    names = {each.name: _named(each, chosen) for each in table.several}
    convert = [(place, column.read) for place, column in enumerate(table.columns) if column.read]
    for key, *values in _rows(table, chosen):
        for place, read in convert:
            values[place] = read(values[place])
        yield key, table.seal(key, values, names)


def _rows(table: SealedTable, chosen: str) -> Iterator[Sequence[Any]]:
    meta, quoted = table.model._meta, connection.ops.quote_name
    key = quoted(str(meta.pk.column))
    asked = ", ".join([key, *(each.asked(connection.vendor, quoted) for each in table.columns)])
    where = f" WHERE {key} {chosen}" if chosen else ""
    with connection.chunked_cursor() as cursor:
        table_name = quoted(meta.db_table)
        cursor.execute(f"SELECT {asked} FROM {table_name}{where} ORDER BY {key}")  # noqa: S608 - our own
        while rows := cursor.fetchmany(CHUNK):
            yield from rows


def _named(column: Any, chosen: str) -> dict[int, list[int]]:
    """Return whom each row names in one column that stands in a table of its own."""
    quoted = connection.ops.quote_name
    own, other = quoted(column.m2m_column_name()), quoted(column.m2m_reverse_name())
    where = f" WHERE {own} {chosen}" if chosen else ""
    named: dict[int, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        table = quoted(column.m2m_db_table())
        cursor.execute(
            f"SELECT {own}, {other} FROM {table}{where} ORDER BY {own}, {other}"  # noqa: S608 - our own
        )
        for row, each in cursor.fetchall():
            named[row].append(each)
    return named
