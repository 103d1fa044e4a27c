"""A report as it was known at a moment: every part of it, and not one of them as known now."""

from datetime import date, timedelta

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import FrameworkDocument
from lantoa.guidance.operations import adopt_known
from lantoa.records.meetings import operations as meetings
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.works import operations as works
from lantoa.reports.operations import file_of
from lantoa.reports.queries import Request, report
from lantoa.units.models import Kind
from lantoa.units.operations import state_members
from tests import build
from tests.plain import lines_of_word

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2026, 3, 10), date(2026, 9, 1)
LATER = build.NOW + timedelta(days=1)


@pytest.fixture
def commune():
    """A commune of which all that it said was withdrawn or restated a day later."""
    adopt_known()
    taught = FrameworkDocument.objects.filter(number="01-KL/TW")
    province = build.unit("Tỉnh")
    commune = build.unit("Đảng bộ xã Thử", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune, members=61)
    held = build.meeting(
        at=cell, on=SPRING, members_present=41, members_invited=43, documents=taught
    )
    built = build.work(at=cell, on=SPRING, title="Cầu Kênh Ranh", people_money=53_000_000)
    [quoted] = quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry(commune)])
    meetings.withdraw(held, by=build.recorder(), at=LATER, reason="Ghi nhầm buổi")
    works.withdraw(built, by=build.recorder(), at=LATER, reason="Ghi nhầm việc")
    quotations.withdraw(quoted, by=build.recorder(), at=LATER, reason="Báo đính chính")
    state_members(cell, members=67, change=build.change(AUTUMN, at=LATER))
    return commune


def entry(unit) -> Quotation:
    return Quotation(
        unit=unit, key="q", first_day=date(2026, 1, 1), last_day=date(2026, 6, 30),
        what="lượt đảng viên dự học", measured_in="lượt", measure="meetings.members", value=59,
        source="Báo thử",
    )  # fmt: skip


def printed(unit, **more) -> str:
    question = Question(unit.pk, Period.year(2026), **more)
    asked = Request(question, day=date(2026, 12, 31))
    return "\n".join(lines_of_word(file_of(report(asked), profile=asked.profile, kind="docx")))


def test_a_report_as_known_then_says_everything_that_was_known_then(commune):
    then = printed(commune, as_known=build.NOW)

    for words in (
        "61 đảng viên", "41 lượt", "41/43", "Kết luận số 01-KL/TW: 1 buổi, 41 lượt",
        "Cầu Kênh Ranh", "53.000.000", "dự học", "59 | 41 | 18",
    ):  # fmt: skip
        assert words in then
    assert "67 đảng viên" not in then


def test_a_report_as_known_now_says_nothing_that_was_taken_back(commune):
    now = printed(commune)

    for words in ("61 đảng viên", "41 lượt", "Cầu Kênh Ranh", "53.000.000", "dự học"):
        assert words not in now
    assert "67 đảng viên" in now


def test_a_report_names_the_moment_as_known_only_where_one_was_asked(commune):
    assert "09:00 ngày 22/11/2026" in printed(commune, as_known=build.NOW)
    assert "đã biết" not in printed(commune)
