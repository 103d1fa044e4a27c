"""Sixteen connections sign in wrongly; a clerk goes on working (figures in docs/benchmarks.md)."""

import os
import sys

import pytest

from tests.keeping.running import run
from tests.people.flood import measure

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))


@pytest.mark.skipif(not LONG, reason="Half a minute each, and it wants the machine to itself.")
@pytest.mark.parametrize("addresses", [1, 16])
def test_a_clerks_page_stays_under_three_times_its_quiet_median(tmp_path, addresses):
    run(tmp_path, "-m", "lantoa.cli", "demonstrate")

    found = measure(tmp_path, addresses=addresses)

    sys.stdout.write(f"{found}\n")
    assert found["loud"] < 3 * found["quiet"]
    assert found["answers"][429] + found["answers"][503] > 100
