"""The page of a record: what it says of itself, of each version, and after it was withdrawn."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import Refused
from lantoa.units.models import Kind
from tests import build
from tests.plain import lines_of_page
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
SPRING = date(2026, 3, 10)


@pytest.fixture
def commune():
    return build.unit("Xã", kind=Kind.COMMUNE)


@pytest.fixture
def desk(client, commune):
    sign_in(client, build.clerk(commune))
    return client


def entry(unit, **more) -> Meeting:
    given = {"key": "k", "sort": "conference", "topic": "Học A", "members_present": 18}
    return Meeting(unit=unit, first_day=SPRING, last_day=SPRING, **given | more)


def corrected(held, **more):
    """Return a record as corrected by another person, a minute after the version before."""
    at = held.recorded_at + timedelta(minutes=1)
    other = build.clerk(held.unit, name=f"Người sửa {at:%M}")
    new = entry(held.unit, key=f"{held.key}+", **more)
    return meetings.correct(held, by=other, at=at, entry=new, reason="gõ nhầm")


def shown(desk, held) -> list[str]:
    return lines_of_page(desk.get(reverse("meetings:show", args=[held.uuid])).content)


def test_numbers_stand_with_their_unit_of_measure_and_unknown_without(desk, commune):
    lines = shown(desk, build.meeting(at=commune, on=SPRING, members_present=18))

    assert lines[lines.index("Đảng viên của đơn vị dự") + 1] == "18 lượt"
    assert lines[lines.index("Khách dự") + 1] == "chưa có số"


def test_only_a_version_that_was_replaced_says_what_changed(desk, commune):
    held = corrected(build.meeting(at=commune, on=SPRING, members_present=18), members_present=19)

    changed = [line for line in shown(desk, held) if " thành " in line and line.startswith("- ")]

    assert "- Đảng viên của đơn vị dự: 18 lượt thành 19 lượt" in changed
    assert not any("19 lượt thành 18 lượt" in line for line in changed)


def test_who_withdraws_a_record_is_told_which_one(desk, commune):
    held = build.meeting(at=commune, on=SPRING, topic="Học Quy định 144")
    address = reverse("meetings:withdraw", args=[held.uuid])

    answer = desk.post(address, {"reason": "ghi hai lần", "seen": held.digest}, follow=True)

    assert f"Đã hủy ghi: {held}." in answer.content.decode()


def test_a_key_used_twice_in_one_sending_for_other_content_is_refused_word_for_word(commune):
    sent = [entry(commune), entry(commune, topic="Học B")]

    with pytest.raises(Refused) as refusal:
        meetings.record_many(by=build.recorder(), at=build.NOW, entries=sent)

    assert refusal.value.messages == [
        "Khóa k đã dùng trong cùng lần gửi cho nội dung khác. "
        "Muốn sửa bản ghi cũ, hãy dùng “Đính chính”."
    ]


def test_a_key_used_before_for_other_content_is_refused_with_its_moment(commune):
    meetings.record(by=build.recorder(), at=build.NOW, entry=entry(commune))

    with pytest.raises(Refused, match=r"^\['Khóa k đã dùng lúc 09:00 22/11/2026 cho nội dung khác"):
        meetings.record(by=build.recorder(), at=build.NOW, entry=entry(commune, topic="Học B"))
