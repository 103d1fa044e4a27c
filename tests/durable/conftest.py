"""An installation of its own, of the same kind as the one under test, and its server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durable.place import Place, prepared
from tests.keeping.conftest import another

__all__ = ["another"]


@pytest.fixture
def place(another, tmp_path) -> Iterator[Place]:
    """Return an installation with one cell and its clerk; its server ends with the test."""
    made = prepared(tmp_path / "installation", database=another)
    yield made
    made.kill()


@pytest.fixture
def on_sqlite(another) -> Path:
    """Leave out on PostgreSQL what is about the file of SQLite."""
    if another:
        pytest.skip("about the file of SQLite")
    return Path()
