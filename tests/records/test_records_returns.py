"""A withdrawn record is brought back with a reason, once, and only where it may stand."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.guidance.models import FrameworkDocument
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import InDoubt, Refused
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import BroughtBack, NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.records.record.queries import listed
from lantoa.trail.queries import entries_about
from tests import build, decide
from tests.whole import faults

DAY = date(2026, 3, 10)
THEN, BACK = build.NOW + timedelta(days=1), build.NOW + timedelta(days=2)
DONE = kind_of("meetings").done


def withdrawn(cell, **more):
    held = build.meeting(at=cell, on=DAY, **more)
    DONE.withdraw(held, by=build.recorder(), at=THEN, reason="nhầm")
    held.refresh_from_db()
    return held


def bring_back(held, *, done=DONE, by=None, at=BACK, reason="hủy nhầm", **more):
    return done.bring_back(held, by=by or build.recorder(), at=at, reason=reason, **more)


def believed(cell, as_known=None):
    return list(Meeting.objects.believed(as_known).of([cell.pk]))


def test_what_comes_back_is_the_same_record_from_that_moment_on(cell):
    taught = list(FrameworkDocument.objects.all()[:2])
    held = withdrawn(cell, documents=taught, members_present=12)

    row = bring_back(held)

    assert (row.uuid, row.key, row.digest) == (held.uuid, held.key, held.digest)
    assert set(row.documents.all()) == set(taught)
    known = [len(believed(cell, moment)) for moment in (build.NOW, THEN, BACK, None)]
    assert known == [1, 0, 1, 1]
    assert list(listed(Meeting, cell)) == [row]
    deeds = [each.deed for each in entries_about(held.uuid)]
    assert deeds == ["meetings.record", "meetings.withdraw", "meetings.bring_back"]
    assert BroughtBack.objects.get().reason == "hủy nhầm"
    assert list(faults()) == []


def test_twice_changes_nothing(cell):
    held = withdrawn(cell)

    first, again = bring_back(held), bring_back(held, reason="lần nữa")

    assert first == again
    assert (Meeting.objects.count(), BroughtBack.objects.count()) == (2, 1)


def test_it_may_be_withdrawn_and_brought_back_again(cell):
    held = withdrawn(cell)
    row = bring_back(held)
    DONE.withdraw(row, by=build.recorder(), at=BACK + timedelta(1), reason="thôi")
    row.refresh_from_db()

    with pytest.raises(Refused, match="không còn ở trạng thái đã hủy"):
        bring_back(held, at=BACK + timedelta(2))
    bring_back(row, at=BACK + timedelta(2))

    assert len(believed(cell)) == 1


def test_it_needs_a_reason_and_a_right(cell, commune):
    held = withdrawn(cell)

    with pytest.raises(Refused, match="lý do khôi phục"):
        bring_back(held, reason="  ")
    for stranger in (build.person(), build.clerk(commune, right="view")):
        with pytest.raises(PermissionDenied):
            bring_back(held, by=stranger)
    assert believed(cell) == []


def test_what_was_never_withdrawn_or_was_corrected_does_not_come_back(cell):
    live = build.meeting(at=cell, on=DAY)

    with pytest.raises(Refused):
        bring_back(live)

    assert believed(cell) == [live]


def test_a_unit_that_was_not_there_on_the_day_refuses_it(cell, commune):
    held = withdrawn(cell)
    heir = build.unit("Chi bộ khóm 2", under=commune)
    decide.close(cell, into=heir, on=DAY - timedelta(days=3))

    with pytest.raises(Refused, match="đã kết thúc hoạt động"):
        bring_back(held)


def test_another_record_under_its_key_refuses_it(cell):
    held = withdrawn(cell)
    other = build.meeting(at=cell, on=DAY + timedelta(days=1))
    Meeting.objects.bulk_create([_copy(other, key=held.key)])

    with pytest.raises(Refused, match="đã có bản ghi khác"):
        bring_back(held)


def _copy(row, *, key):
    days = {"first_day": row.first_day, "last_day": row.last_day}
    who = {"recorded_by": row.recorded_by, "recorded_at": row.recorded_at, "digest": "x"}
    return Meeting(unit=row.unit, key=key, sort=row.sort, topic="Khác", **days, **who)


def test_what_took_its_place_in_a_constraint_refuses_it_in_its_words(cell):
    def nothing(key):
        days = {"first_day": DAY.replace(day=1), "last_day": DAY}
        entry = NothingHappened(unit=cell, key=key, record_kind="meetings", **days)
        return NOTHING.record(by=build.recorder(), at=build.NOW, entry=entry)

    held = nothing("a")
    NOTHING.withdraw(held, by=build.recorder(), at=THEN, reason="nhầm")
    held.refresh_from_db()
    nothing("b")

    with pytest.raises(Refused, match="đã báo không phát sinh"):
        bring_back(held, done=NOTHING)


def test_what_was_recorded_in_the_meantime_is_asked_about(cell):
    held = withdrawn(cell)
    build.meeting(at=cell, on=DAY)

    with pytest.raises(InDoubt) as doubt:
        bring_back(held)
    bring_back(held, still=doubt.value.marks)

    assert len(believed(cell)) == 2
