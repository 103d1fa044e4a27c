"""Tables without a row, made once for all tests, from which installations of their own begin.

Only where the migrating is itself asked about does a test migrate from nothing.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psycopg
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from tests.keeping.running import MIGRATE, python

FILE = "lantoa.sqlite3"


class Lay(Protocol):
    """Gives an installation its tables."""

    def __call__(self, var: Path, *, database: str = "") -> None:
        """Lay them in a folder, or in an empty database of PostgreSQL that is named."""


def migrated(var: Path, *, database: str = "") -> None:
    """Give an installation its tables by migrating, which takes half a minute."""
    python(var, MIGRATE, database=database)


@dataclass(frozen=True)
class Ready:
    """A file, and on PostgreSQL a database, with the tables of the database under test.

    Called as `migrated` is, it gives an installation of its own the same tables, in no time.
    """

    file: Path
    template: str = ""

    def __call__(self, var: Path, *, database: str = "") -> None:
        """Lay the tables as they were when nothing was in them."""
        if database:
            self._cloned(database)
            return
        if not self.file.exists():
            migrated(self.file.parent)
        var.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.file, var / FILE)

    def _cloned(self, database: str) -> None:
        name = conninfo_to_dict(database)["dbname"]
        with psycopg.connect(database, dbname="postgres", autocommit=True) as asked:
            _run(asked, "DROP DATABASE {}", name)
            _run(asked, "CREATE DATABASE {} TEMPLATE {}", name, self.template)


@contextmanager
def kept_ready(folder: Path) -> Iterator[Ready]:
    """Keep the tables that were just made for the database under test, while nothing is in them.

    Where no test asks for it, none was made, and the first installation of its own is migrated.
    """
    if not is_made():
        yield Ready(folder / FILE)
        return
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(folder / FILE)) as file:
            connection.connection.backup(file)
        yield Ready(folder / FILE)
        return
    held = connection.get_connection_params()
    place = {name: held[name] for name in ("host", "port", "user", "password") if name in held}
    name = f"{connection.settings_dict['NAME']}_ready"
    connection.close()
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as asked:
        _run(asked, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _run(asked, "CREATE DATABASE {} TEMPLATE {}", name, connection.settings_dict["NAME"])
        yield Ready(folder / FILE, name)
        _run(asked, "DROP DATABASE {} WITH (FORCE)", name)


def is_made() -> bool:
    """Tell whether there is a database under test, apart from that of the settings."""
    if connection.vendor == "sqlite":
        return connection.is_in_memory_db()
    return connection.settings_dict["NAME"].startswith(TEST_DATABASE_PREFIX)


def _run(asked: "psycopg.Connection", words: str, *names: str) -> None:
    asked.execute(sql.SQL(words).format(*map(sql.Identifier, names)))
