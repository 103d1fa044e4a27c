"""A unit that has nothing to record says so, in one tap, and takes it back with a reason."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lantoa.figures.period import Period
from lantoa.records.meetings import operations as meetings
from lantoa.records.record.entry import Refused
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.records.record.queries import nothing_offered
from lantoa.reorganisation.queries.matters import before_undoing
from lantoa.trail.queries import entries_about
from lantoa.units.models import BEGINNING, Kind
from tests import build

MARCH = Period.months(2026, 3, 3)
SPRING = date(2026, 3, 10)


def entry(unit, period=MARCH, *, kind="meetings", key="n1"):
    days = {"first_day": period.first, "last_day": period.last}
    return NothingHappened(key=key, unit=unit, record_kind=kind, **days)


def say(unit, period=MARCH, *, by=None, **more):
    who = by or build.recorder()
    return NOTHING.record(by=who, at=build.NOW, entry=entry(unit, period, **more))


def refused(unit, period=MARCH, **more):
    with pytest.raises(Refused) as refusal:
        say(unit, period, **more)
    return " ".join(refusal.value.messages)


def test_it_is_written_down_with_who_and_when_and_a_line_in_the_trail(cell):
    row = say(cell)

    assert str(row) == "không phát sinh tháng 3/2026"
    assert (row.recorded_by, row.recorded_at) == (build.recorder(), build.NOW)
    assert [each.deed for each in entries_about(row.uuid)] == ["record.nothing.record"]


def test_the_same_key_with_the_same_content_is_the_same(cell):
    assert say(cell) == say(cell)
    assert NothingHappened.objects.count() == 1


def test_the_same_key_with_other_content_is_refused(cell):
    say(cell)

    assert "Khóa n1 đã dùng" in refused(cell, Period.months(2026, 4, 4))


def test_the_same_period_is_said_once_also_from_two_pages(cell):
    say(cell)

    assert "đã báo không phát sinh cho đúng kỳ này" in refused(cell, key="n2")
    assert say(cell, kind="works", key="n3").record_kind == "works"


@pytest.mark.parametrize(
    ("since", "day", "is_refused"),
    [
        (SPRING, SPRING, True),
        (date(2026, 3, 31), date(2026, 4, 2), True),
        (date(2026, 2, 1), date(2026, 3, 1), True),
        (date(2026, 2, 28), date(2026, 2, 28), False),
        (date(2026, 4, 1), date(2026, 4, 1), False),
    ],
)
def test_where_something_was_recorded_something_happened(cell, since, day, is_refused):
    build.meeting(at=cell, since=since, on=day)

    if is_refused:
        assert "nên kỳ này có phát sinh" in refused(cell)
    else:
        assert say(cell).pk


def test_records_of_another_kind_or_of_another_unit_do_not_matter(cell, commune):
    build.work(at=cell, on=SPRING)
    build.meeting(at=commune, on=SPRING)

    assert say(cell).pk


def test_a_record_that_was_withdrawn_does_not_matter(cell):
    held = build.meeting(at=cell, on=SPRING)
    meetings.withdraw(held, by=build.recorder(), at=build.NOW, reason="nhầm")

    assert say(cell).pk


def test_what_was_recorded_first_can_be_recorded_after_it_too(cell):
    say(cell)

    assert build.meeting(at=cell, on=SPRING).pk


def test_the_unit_must_have_been_at_work(commune):
    late = build.unit("Chi bộ mới", under=commune, on=date(2026, 3, 2))

    assert "thành lập ngày 2/3/2026" in refused(late)


def test_of_days_to_come_nothing_is_said(cell):
    assert "còn ở phía trước" in refused(cell, Period.months(2026, 11, 11))


def test_a_kind_that_is_not_counted_is_refused(cell):
    assert "Không có loại bản ghi “castles”" in refused(cell, kind="castles")
    assert "Không có loại bản ghi “quotations”" in refused(cell, kind="quotations")


def test_days_out_of_order_are_refused(cell):
    backwards = entry(cell)
    backwards.first_day, backwards.last_day = MARCH.last, MARCH.first

    with pytest.raises(Refused, match="Ngày cuối phải từ ngày đầu"):
        NOTHING.record(by=build.recorder(), at=build.NOW, entry=backwards)


def test_a_stranger_says_and_takes_back_nothing(cell):
    held = say(cell)
    stranger = build.clerk(build.unit("Xã khác", kind=Kind.COMMUNE))

    with pytest.raises(PermissionDenied):
        say(cell, Period.months(2026, 4, 4), by=stranger, key="n9")
    with pytest.raises(PermissionDenied):
        NOTHING.withdraw(held, by=stranger, at=build.NOW, reason="thử")

    assert NothingHappened.objects.filter(superseded_at=None).count() == 1


def test_it_is_taken_back_with_a_reason_once_and_may_be_said_again(cell):
    held, later = say(cell), build.NOW + timedelta(days=1)

    NOTHING.withdraw(held, by=build.recorder(), at=later, reason="Có họp")

    assert NothingHappened.objects.get().reason == "Có họp"
    with pytest.raises(Refused, match="đã được đính chính hoặc hủy"):
        NOTHING.withdraw(held, by=build.recorder(), at=later, reason="Lần nữa")
    assert say(cell, key="n2").superseded_at is None


def test_the_database_lets_nobody_change_or_delete_it(cell):
    say(cell)

    with pytest.raises(IntegrityError, match="sửa tại chỗ"), transaction.atomic():
        NothingHappened.objects.update(record_kind="works")
    with pytest.raises(IntegrityError, match="không được xóa"), transaction.atomic():
        NothingHappened.objects.all().delete()


def test_the_trial_of_a_decision_tells_of_it(cell):
    say(cell)

    found = [each for asked in before_undoing() for each in asked([cell.pk], BEGINNING)]

    assert "1 lời báo không phát sinh" in [each.words for each in found]


@pytest.mark.parametrize(
    ("today", "periods"),
    [
        (date(2026, 11, 20), ["tháng 10/2026", "từ 1/11/2026 đến 20/11/2026"]),
        (date(2026, 1, 1), ["tháng 12/2025", "ngày 1/1/2026"]),
    ],
)
def test_a_cell_is_offered_the_last_month_and_this_one(cell, today, periods):
    assert list(map(str, nothing_offered("meetings", cell, today=today))) == periods


def test_a_committee_is_offered_the_last_year_and_this_one(commune):
    place = build.unit("Xã", under=commune, kind=Kind.COMMUNE, on=date(2025, 7, 1))

    offered = nothing_offered("meetings", place, today=date(2026, 11, 20))

    assert list(map(str, offered)) == ["6 tháng cuối năm 2025", "từ 1/1/2026 đến 20/11/2026"]


def test_months_that_were_spoken_of_are_not_offered(cell):
    build.meeting(at=cell, on=date(2026, 11, 3))
    say(cell, Period.months(2026, 10, 10))

    assert nothing_offered("meetings", cell, today=date(2026, 11, 20)) == []


def test_who_owes_nothing_is_offered_nothing(cell, commune):
    hamlet = build.unit("Ấp", under=commune, kind=Kind.NEIGHBOURHOOD)

    assert nothing_offered("meetings", hamlet, today=date(2026, 11, 20)) == []
    assert nothing_offered("works", cell, today=date(2026, 11, 20)) == []
