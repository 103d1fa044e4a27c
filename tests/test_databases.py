"""What is run on one database only, and that nothing else is left out on the other."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.__main__ import NOTHING_COLLECTED, ON_EACH, runs, worst


def test_who_asks_for_no_database_can_reach_none(request):
    assert request.node.get_closest_marker("own_file")

    with pytest.raises(RuntimeError, match="not allowed"):
        connection.ensure_connection()


@pytest.mark.django_db
def test_who_asks_for_the_database_is_run_on_each(request):
    assert not request.node.get_closest_marker("own_file")

    connection.ensure_connection()


def test_what_is_not_run_on_each_database_has_a_run_of_its_own():
    asked = [(run.marks, run.database) for run in runs("postgres://here")]

    assert ON_EACH == "not own_file and not once"
    assert asked == [
        (ON_EACH, ""), (ON_EACH, "postgres://here"), ("own_file", ""), ("once", ""),
    ]  # fmt: skip
    assert [each.database for each in runs("")] == ["", "", ""]


def test_one_way_through_the_browser_is_run_on_each_database():
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", ON_EACH, "tests/browser"],
        cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip

    files = {line.partition("::")[0] for line in listed.stdout.splitlines() if "::" in line}
    assert files == {"tests/browser/test_ward.py"}, listed.stdout + listed.stderr


@pytest.mark.parametrize(
    ("codes", "whole"),
    [([0, 0], 0), ([0, 1], 1), ([0, NOTHING_COLLECTED], 0), ([0, -9], 9), ([5, 5], 5)],
)
def test_the_worst_of_the_runs_decides_and_one_without_tests_is_no_fault(codes, whole):
    assert worst(codes) == whole
