"""What is run on one database only, and that nothing else is left out on the other."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.__main__ import NOT_AGAIN

HOME = Path(__file__).parent.parent


def test_who_asks_for_no_database_can_reach_none(request):
    assert request.node.get_closest_marker("own_file")

    with pytest.raises(RuntimeError, match="not allowed"):
        connection.ensure_connection()


@pytest.mark.django_db
def test_who_asks_for_the_database_is_run_on_each(request):
    assert not request.node.get_closest_marker("own_file")

    connection.ensure_connection()


def test_one_way_through_the_browser_is_run_on_each_database():
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", NOT_AGAIN, "tests/browser"],
        cwd=HOME, capture_output=True, text=True, check=False,
    )  # fmt: skip

    files = {line.partition("::")[0] for line in listed.stdout.splitlines() if "::" in line}
    assert files == {"tests/browser/test_ward.py"}, listed.stdout + listed.stderr
