"""The server killed under load, at moments that nobody chose."""

import os

from tests.durable.killing import kill_under_load

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
KILLS = 100 if LONG else 5


def test_what_was_acknowledged_outlives_every_kill_and_stands_there_once(place):
    outcome = kill_under_load(place, times=KILLS, seed=2026)

    assert outcome.acknowledged > KILLS
    assert outcome.is_whole, outcome
