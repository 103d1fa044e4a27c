"""Altering a database behind the back of the programme, with its guards taken away."""

import hashlib
from collections.abc import Callable
from contextlib import contextmanager
from random import Random
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from lantoa.seals.queries import sealed_tables
from lantoa.seals.rows import SealedTable
from lantoa.trail.guards import declared
from lantoa.trail.heads import leaf_of, peaks_as_text
from lantoa.trail.merkle import grown
from lantoa.trail.models import Entry, Home
from lantoa.trail.queries.chain import digest_of

Place = tuple[str, int]
"""The table and the key of a row that was altered."""
TRIES = 60


@contextmanager
def behind_the_back():
    """Let a database be altered without guards, and bring it back as it was."""
    with transaction.atomic():
        for guard in declared():
            run(guard.lifted(connection.vendor))
        yield
        transaction.set_rollback(True)


def run(statement: str, values: Any = ()) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def tampered(sort: Callable[[Random, SealedTable], Place | None], chance: Random) -> Place:
    """Alter something by chance; what the database itself refuses is tried elsewhere."""
    tables = list(sealed_tables().values())
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                place = sort(chance, chance.choice(tables))
                connection.check_constraints() if connection.vendor == "postgresql" else None
        except (IntegrityError, DatabaseError):
            continue
        if place:
            return place
    raise AssertionError("nothing could be altered")


def keys(table: SealedTable) -> list[int]:
    name = table.model._meta.db_table
    return [row[0] for row in run(f"SELECT id FROM {name} ORDER BY id")]


def value(table: SealedTable, column: str, key: int) -> Any:
    return run(f"SELECT {column} FROM {table.model._meta.db_table} WHERE id = %s", [key])[0][0]


def put(table: SealedTable, column: str, key: int, new: Any) -> None:
    run(f"UPDATE {table.model._meta.db_table} SET {column} = %s WHERE id = %s", [new, key])


def another(chance: Random, was: Any, kind: str) -> Any:
    """Return a value of the same sort that is not the one that was."""
    if kind == "moment":
        return "2026-02-03 04:05:06.000789+00:00" if connection.vendor == "postgresql" else (
            "2026-02-03 04:05:06.000789"
        )  # fmt: skip
    if kind == "day":
        return f"20{chance.randrange(10, 30)}-0{chance.randrange(1, 10)}-17"
    if kind == "identity":
        made = UUID(int=chance.getrandbits(128))
        return made if connection.vendor == "postgresql" else made.hex
    if kind == "flag":
        return not was
    if kind == "nested":
        return f"[{chance.randrange(9)}, 77]"
    if isinstance(was, int) or was is None:
        return (was or 0) + chance.randrange(1, 4)
    return f"{was}{chance.choice(['x', ' ', '0'])}"


def altered(chance: Random, table: SealedTable) -> Place | None:
    """SealChange one column of one row."""
    held = keys(table)
    if not held:
        return None
    key = chance.choice(held)
    column = chance.choice([each for each in table.columns if each.name != "id"])
    was = value(table, column.column, key)
    put(table, column.column, key, another(chance, was, column.writing.value))
    return (table.name, key) if value(table, column.column, key) != was else None


def added(chance: Random, table: SealedTable) -> Place | None:
    """Add a row like one that is there, with identities of its own."""
    held = keys(table)
    if not held:
        return None
    key, new = chance.choice(held), max(held) + chance.randrange(1, 5)
    columns = [each.column for each in table.model._meta.concrete_fields if not each.primary_key]
    taken = [
        f"'{UUID(int=chance.getrandbits(128)).hex}'" if each == "uuid"
        else f"{each} || 'x'" if each in ("key", "username", "token")
        else f'"{each}"'
        for each in columns
    ]  # fmt: skip
    name, told = table.model._meta.db_table, ", ".join(f'"{each}"' for each in columns)
    run(
        f"INSERT INTO {name} (id, {told}) "
        f"SELECT {new}, {', '.join(taken)} FROM {name} WHERE id = {key}"
    )
    return table.name, new


def removed(chance: Random, table: SealedTable) -> Place | None:
    """Delete a row, or all that it names in a table of its own with it."""
    held = keys(table)
    if not held:
        return None
    key = chance.choice(held)
    for column in table.several:
        run(f"DELETE FROM {column.m2m_db_table()} WHERE {column.m2m_column_name()} = %s", [key])
    if connection.vendor == "sqlite":
        run("PRAGMA defer_foreign_keys = 1")
    run(f"DELETE FROM {table.model._meta.db_table} WHERE id = %s", [key])
    return table.name, key


def swapped(chance: Random, table: SealedTable) -> Place | None:
    """Let two rows change places in one column."""
    held = keys(table)
    if len(held) < 2:
        return None
    one, other = chance.sample(held, 2)
    column = chance.choice([each for each in table.columns if each.name != "id"]).column
    first, second = value(table, column, one), value(table, column, other)
    if first == second:
        return None
    put(table, column, one, second)
    put(table, column, other, first)
    return table.name, one


def raised(chance: Random, table: SealedTable) -> Place | None:
    """Give somebody more than was given."""
    posts = sealed_tables()["posts.post"]
    key = chance.choice(keys(posts))
    column, new = chance.choice(
        [("right", "admin"), ("until", "2099-01-01"), ("since", "2001-02-03")]
    )
    was = value(posts, f'"{column}"', key)
    put(posts, f'"{column}"', key, new)
    return (posts.name, key) if value(posts, f'"{column}"', key) != was else None


def rewritten(book: Home) -> None:
    """Write the digests of a whole book anew, so that nothing in it contradicts itself."""
    digest, peaks, number = "", [], 0
    for number, entry in enumerate(Entry.objects.filter(home=book).order_by("number"), start=1):
        entry.number = number
        digest_now = digest_of(entry, previous=digest)
        run("UPDATE trail_entry SET digest = %s, number = %s WHERE id = %s",
            [digest_now, number, entry.pk])  # fmt: skip
        peaks = grown(peaks, size=number - 1, by=leaf_of(digest_now))
        digest = digest_now
    Home.objects.filter(pk=book.pk).update(
        last_number=number, last_digest=digest, peaks=peaks_as_text(peaks)
    )


def nonsense(chance: Random) -> str:
    return hashlib.sha256(str(chance.random()).encode()).hexdigest()
