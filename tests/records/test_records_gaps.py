"""Numbers that leave something open are asked about, never refused; what is not known is no gap."""

import pytest

from lantoa.records.record.models import Doubt
from tests.records.test_records_doubts import meeting, questions, record, work

GAPS = [
    (
        "meetings",
        meeting,
        {"members_invited": 16, "members_present": 10, "absent_excused": 2},
        "còn 4 đảng viên chưa rõ",
    ),
    ("meetings", meeting, {"members_invited": 46}, "đơn vị có 45"),
    ("works", work, {"sort": "house", "house": "unity", "quantity": 3, "poor_households": 1}, "hộ"),
    ("works", work, {"money_words": "26 triệu", "state_money": 25_000_000}, "cộng các nguồn được"),
]
NO_GAPS = [
    ("meetings", meeting, {"members_invited": 16, "members_present": 10}),
    ("meetings", meeting, {"members_invited": 16, "absent_excused": 2}),
    ("meetings", meeting, {"members_invited": 12, "members_present": 10, "absent_excused": 2}),
    ("meetings", meeting, {"members_invited": 90, "events": 2}),
    ("works", work, {"sort": "house", "house": "unity", "quantity": 3}),
    ("works", work, {"quantity": 3, "poor_households": 1}),
    ("works", work, {"money_words": "gần 143 triệu"}),
    ("works", work, {"money_words": "26 triệu", "money_approximation": "about"}),
    ("works", work, {"money_words": "10 triệu"}),
]


@pytest.mark.parametrize(("kind", "entry", "said", "words"), GAPS)
def test_numbers_that_leave_something_open_are_asked_about(kind, entry, said, words, cell):
    asked = questions(entry(cell, **said), kind=kind)

    assert [words in each for each in asked.messages] == [True]
    assert [each.twin for each in asked.oddities] == [None]


@pytest.mark.parametrize(("kind", "entry", "said"), NO_GAPS)
def test_what_is_not_known_is_no_gap(kind, entry, said, cell):
    record(entry(cell, **said), kind=kind)

    assert not Doubt.objects.exists()
