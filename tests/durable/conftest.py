"""An installation of its own, of the same kind as the one under test, and its server."""

from collections.abc import Iterator

import pytest
from django.db import connection

from tests.durable.place import Place, prepared
from tests.keeping.conftest import another

__all__ = ["another"]


@pytest.fixture
def place(another, tmp_path, ready) -> Iterator[Place]:
    """Return an installation with one cell and its clerk; its server ends with the test."""
    made = prepared(tmp_path / "installation", database=another, lay=ready)
    yield made
    made.kill()


@pytest.fixture
def on_sqlite() -> None:
    """Leave out on PostgreSQL what is about the file of SQLite, before anything is built."""
    if connection.vendor != "sqlite":
        pytest.skip("about the file of SQLite")


@pytest.fixture
def on_postgresql() -> None:
    """Leave out on SQLite what is about PostgreSQL, before anything is built."""
    if connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL")
