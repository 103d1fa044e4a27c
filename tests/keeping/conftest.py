"""A database beside the one under test."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from psycopg import sql


@pytest.fixture
def another(db) -> Iterator[str]:
    """Return the address of a database beside the one under test, of the same kind."""
    if connection.vendor != "postgresql":
        yield ""
        return
    held = connection.settings_dict
    place = {"host": held["HOST"], "port": held["PORT"] or 5432, "user": held["USER"]}
    name = f"lantoa_copy_{uuid4().hex[:12]}"
    secret = {"password": held["PASSWORD"]} if held["PASSWORD"] else {}
    with psycopg.connect(**place, **secret, dbname="postgres", autocommit=True) as asked:
        asked.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        signed = f"{held['USER']}:{held['PASSWORD']}" if secret else held["USER"]
        yield f"postgres://{signed}@{place['host']}:{place['port']}/{name}"
        asked.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
