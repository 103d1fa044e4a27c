"""What was acknowledged lies on the disk: each answer waited for it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from tests.durable.posting import Clerk

POSTS = 20


@pytest.fixture
def tracer() -> str:
    """Return the program that counts what a server asks of the system."""
    found = shutil.which("strace")
    if not found and not os.environ.get("LANTOA_TEST_ALL"):
        pytest.skip("no strace installed")
    assert found, "strace is not installed, and LANTOA_TEST_ALL leaves nothing out"
    return found


@pytest.fixture
def traced(on_sqlite, tracer, place, tmp_path) -> Iterator[Path]:
    """Start the server under the tracer, and keep another connection open beside it.

    Whoever closes the last connection writes everything down, however careless it was before.
    """
    calls = tmp_path / "calls.txt"
    place.start(tracer, "-f", "-qq", "-e", "trace=fdatasync,fsync", "-o", str(calls))
    with closing(sqlite3.connect(place.var / "lantoa.sqlite3")) as beside:
        beside.execute("SELECT count(*) FROM meetings_meeting").fetchone()
        yield calls


def waits(calls: Path) -> int:
    """Return how often the server waited for the disk."""
    return sum("sync(" in line for line in calls.read_text().splitlines())


def test_each_acknowledged_post_waited_for_the_disk_while_others_have_the_file_open(traced, place):
    clerk = Clerk(place)
    clerk.sign_in()
    before = waits(traced)

    answers = [clerk.record(str(uuid4()))[0] for _ in range(POSTS)]

    assert answers == [302] * POSTS
    assert waits(traced) - before >= POSTS


def test_postgresql_answers_when_what_was_written_lies_on_the_disk(on_postgresql, place):
    asked = "from django.db import connection\nwith connection.cursor() as cursor:\n"
    asked += "    cursor.execute('SHOW synchronous_commit')\n    print(*cursor.fetchone())"

    assert place.run(asked) in {"on", "remote_write", "remote_apply"}
