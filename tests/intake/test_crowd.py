"""While heavy files are posted, a clerk's page comes as it does in peace."""

import os
import sys

import pytest

from tests.intake.crowd import trials

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))


@pytest.mark.skipif(not LONG, reason="two minutes: LANTOA_TEST_LONG")
def test_a_clerk_waits_less_than_three_times_as_long_while_heavy_files_are_posted(capsys):
    for trial in trials():
        with capsys.disabled():
            sys.stdout.write(f"\n{trial}")
        assert trial.failed == 0
        assert trial.ratio < 3
