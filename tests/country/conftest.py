"""Two old provinces, An Giang and Kiên Giang, replayed once for all tests and taken back."""

import csv
from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from lantoa.demonstration.operations.country.areas import FOLDER, read_country
from lantoa.demonstration.operations.country.loading import load_country


@pytest.fixture(scope="session")
def country():
    """The whole country, as the files say."""
    return read_country()


@pytest.fixture
def rows() -> list[dict[str, str]]:
    """The rows of the file of resolutions, as they are written."""
    with (FOLDER / "resolutions.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="package")
def loaded(country, django_db_setup, django_db_blocker) -> Iterator[tuple]:
    """The root and the lines that loading prints; everything it wrote ends with the package."""
    printed: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        root = load_country(country.within(["91"]), cells=4, months=6, say=printed.append)
        connection.check_constraints()
        yield root, printed
        transaction.set_rollback(True)


@pytest.fixture
def root(loaded, db):
    """The root above both provinces; what the test itself changes is taken back."""
    return loaded[0]
