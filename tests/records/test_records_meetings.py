"""What a meeting may tell beside who came: stories, courses, rhythms, members from above."""

from datetime import date

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.record.entry import Refused
from lantoa.tally.queries import sheet
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def commune():
    return build.unit("Xã", kind=Kind.COMMUNE)


def totals(unit, *codes):
    lines = sheet(Question(unit.pk, YEAR)).lines
    return [lines[f"meetings.{code}"].total for code in codes]


def test_a_story_inside_a_regular_meeting_is_counted_and_is_no_meeting_of_its_own(commune):
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=cell, on=DAY, sort="regular", stories=2, lessons=3)
    build.meeting(at=cell, on=date(2026, 4, 10), sort="regular", story="Đôi dép Bác Hồ")
    build.meeting(at=cell, on=date(2026, 5, 10), sort="regular")

    assert totals(commune, "held", "with_story", "stories", "lessons") == [3, 2, 2, 3]


def test_courses_and_rhythms_are_counted_apart_and_a_rhythm_is_no_meeting(commune):
    build.meeting(at=commune, on=DAY, sort="course", events=4)
    build.meeting(at=commune, on=DAY, sort="rhythm", topic="Chào cờ sáng thứ Hai")

    assert totals(commune, "held", "courses", "rhythms", "conferences") == [4, 4, 1, None]


def test_members_from_above_are_assigned_and_attend_and_are_counted_once(commune):
    build.meeting(at=commune, on=DAY, sort="regular", upper_assigned=2, upper_attended=1)

    assert totals(commune, "upper_assigned", "upper_attended", "guests") == [2, 1, None]


def test_a_meeting_in_a_zalo_group_is_told_apart_from_one_online(commune):
    build.meeting(at=commune, on=DAY, mode="zalo")

    assert totals(commune, "zalo", "online") == [1, None]


def test_more_faults_mended_than_found_are_refused_beside_the_box(commune):
    with pytest.raises(Refused) as refusal:
        build.meeting(at=commune, on=DAY, faults_found=1, faults_mended=2)

    assert [problem.field for problem in refusal.value.problems] == ["faults_mended"]
