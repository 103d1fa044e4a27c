"""What every test stands on: a folder of its own, passwords that do not take their time, and
examples that do not hang on chance or on how busy the machine is.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.ready import Ready

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
settings.register_profile(
    "lantoa",
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("lantoa")


def pytest_configure() -> None:
    """Hash passwords quickly: tests make many accounts and keep no secrets."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory) -> "Iterator[Ready]":
    """Make the tables of the database under test, and keep a copy before anything is in them."""
    from tests.ready import kept_ready

    with django_db_blocker.unblock(), kept_ready(tmp_path_factory.mktemp("ready")) as kept:
        yield kept


@pytest.fixture(scope="session")
def ready(django_db_setup: "Ready") -> "Ready":
    """Give an installation of its own its tables: `ready(var)`, or `ready(var, database=…)`."""
    return django_db_setup


REACH = {"db", "transactional_db", "live_server", "lines", "loaded"}
"""The fixtures behind which a test reaches the database under test."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks no database under test: it is the same on each of them, and run on one."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if not item.get_closest_marker("django_db") and REACH.isdisjoint(names):
            item.add_marker("own_file")


@pytest.fixture(autouse=True)
def kept_away(request, django_db_blocker):
    """Let no test so marked reach the database under test, whatever others have opened."""
    if request.node.get_closest_marker("own_file") is None:
        yield
        return
    with django_db_blocker.block():
        yield


BEFORE_ANY_BOOK = ("guidance.frameworkdocument", "guidance.theme")
"""What `lantoa init` takes in before the first unit is founded, whose line seals it."""


@pytest.fixture(autouse=True)
def every_row_sealed(request, _django_db_marker):
    """See to it that whatever was written stands in a line of the trail.

    A test that writes rows past operations is marked `unsealed`; accounts that are made for a test
    wait for the next line, and lists that come along for the first book.
    """
    yield
    asked = request.node.get_closest_marker("django_db")
    apart = {"live_server", "transactional_db"} & set(request.fixturenames)
    if asked and not apart and not request.node.get_closest_marker("unsealed"):
        from lantoa.seals.touched import unsealed
        from lantoa.trail.models import Home

        waiting = {"people.user"} if Home.objects.exists() else {"people.user", *BEFORE_ANY_BOOK}
        left = [
            (table, change.key)
            for table, changes in unsealed()
            for change in changes
            if table not in waiting or change.before is not None
        ]
        assert left == []


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files that a test writes out of everybody else's way."""
    settings.VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "proofs"
    settings.SIGNING_KEY = ""
