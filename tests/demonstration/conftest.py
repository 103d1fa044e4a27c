"""The demonstration, loaded once for all its tests and taken back afterwards."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from lantoa.demonstration.operations.loading import load


@pytest.fixture(scope="package")
def lines(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    """The lines that loading prints; everything it wrote ends with the package."""
    printed: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        load(say=printed.append)
        connection.check_constraints()  # once here, or PostgreSQL looks again after each test
        yield printed
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(lines, db) -> None:
    """Everything is loaded; what the test itself changes is taken back."""
