"""Whatever people do by the programme, in whatever order, `lantoa verify` finds nothing wrong."""

import os
from random import Random

import pytest

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.trail.models import Entry
from lantoa.trail.queries import head_now
from tests.keeping.living import STEPS, Life

pytestmark = pytest.mark.django_db
LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
TIMES, STAGE = (100, 50) if LONG else (5, 30)
"""How many databases, and how many deeds between two looks at the head."""


@pytest.mark.parametrize("seed", range(TIMES))
def test_a_database_that_nobody_tampered_with_raises_no_alarm(seed):
    life = Life(Random(seed))
    heads = []
    for _ in range(3):
        life.lived(STAGE)
        heads.append(head_now(life.root.home))

    found = verified(InDatabase(), heads=heads)

    assert found.faults == []
    assert found.rows > 100
    assert [each.lines for each in heads] == sorted({each.lines for each in heads})


def test_a_few_lives_hold_deeds_of_every_sort():
    for seed in range(2):
        Life(Random(seed)).lived(200)

    deeds = set(Entry.objects.values_list("deed", flat=True))
    assert deeds >= {
        "acts.approve", "meetings.record", "meetings.correct", "meetings.withdraw",
        "meetings.bring_back", "meetings.still", "meetings.confirm", "works.record",
        "works.add_proof", "works.remove_proof", "indicators.record", "quotations.record",
        "people.open", "people.password", "units.end_post", "guidance.oblige",
        "guidance.take_back", "reports.keep_layout", "reports.forget_layout",
        "money.transfer", "money.reverse", "money.decide", "matters.answer", "matters.withdraw",
        "practices.record", "record.step.record", "guidance.put_down_target", "persons.take",
        "persons.erase", "people.own_factor", "people.add_passkey",
    }  # fmt: skip
    assert len(STEPS) > 40
