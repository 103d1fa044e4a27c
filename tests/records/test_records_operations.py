"""Records as they are written: keys, both clocks, and how they are counted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings import queries as meetings_asked
from lantoa.records.meetings.measures import MEASURES as MEETINGS
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.quotations.queries import rows as quoted
from lantoa.records.record.entry import Refused, changed, digest_of
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.queries.cutting import cut_by
from lantoa.records.record.sums import Scope, Wanted, counted
from lantoa.records.works import operations as works
from lantoa.records.works.measures import sums
from lantoa.records.works.models import Work
from lantoa.trail.queries import entries_about
from tests import build
from tests.whole import faults

DAY = date(2026, 3, 10)
YEAR = Period.year(2026)
LATER = build.NOW + timedelta(days=2)


def entry(cell, **more):
    asked = {"key": "a1", "sort": "thematic", "topic": "Học tập", "members_present": 40, **more}
    days = {"first_day": asked.pop("first_day", DAY), "last_day": asked.pop("last_day", DAY)}
    return Meeting(unit=cell, **days, **asked)


def on_the_next_day(cell, **more):
    day = DAY + timedelta(days=1)
    return entry(cell, first_day=day, last_day=day, **more)


def record(*entries):
    return meetings.record_many(by=build.recorder(), at=build.NOW, entries=entries)


def figure(model, measures, code, unit, *, period=YEAR, as_known=None):
    wanted = Wanted([Scope([unit.pk], period)], as_known=as_known)
    own = counted(model, measures, wanted).own[0]
    place = [measure.code for measure in measures].index(code)
    return own[unit.pk][place] if unit.pk in own else None


def members(unit, **more):
    return figure(Meeting, MEETINGS, "meetings.members", unit, **more)


def test_the_same_key_with_the_same_content_is_one_record(cell):
    first, again = record(entry(cell)), record(entry(cell))

    assert first[0].uuid == again[0].uuid
    assert Meeting.objects.count() == 1
    assert [each.deed for each in entries_about(first[0].uuid)] == ["meetings.record"]


def test_the_same_key_with_other_content_is_refused_and_nothing_is_written(cell):
    record(entry(cell))

    with pytest.raises(Refused) as refusal:
        record(entry(cell, key="b1"), entry(cell, members_present=41))

    assert [(each.place, each.field) for each in refusal.value.problems] == [(1, "key")]
    assert "a1" in refusal.value.problems[0].message
    assert Meeting.objects.count() == 1


def test_the_same_contents_in_another_order_are_the_same_content(cell):
    documents = list(FrameworkDocument.objects.all()[:2])

    first = entry(cell, documents=documents)

    assert digest_of(first) == digest_of(entry(cell, documents=documents[::-1]))
    assert digest_of(first) != digest_of(entry(cell, documents=documents[:1]))


def test_a_correction_is_seen_from_its_moment_on(cell):
    (held,) = record(entry(cell))

    meetings.correct(
        held,
        entry=entry(cell, members_present=44),
        by=build.recorder(),
        at=LATER,
        reason="đếm lại",
    )

    assert members(cell) == 44
    assert members(cell, as_known=LATER) == 44
    assert members(cell, as_known=LATER - timedelta(seconds=1)) == 40
    assert members(cell, as_known=build.NOW - timedelta(seconds=1)) is None
    old, new = Meeting.objects.order_by("pk")
    assert (old.uuid, old.key, old.reason) == (new.uuid, new.key, "đếm lại")
    assert list(faults()) == []


def test_a_withdrawal_is_seen_from_its_moment_on(cell):
    (held,) = record(entry(cell))

    meetings.withdraw(held, by=build.recorder(), at=LATER, reason="ghi nhầm")

    assert members(cell) is None
    assert members(cell, as_known=LATER - timedelta(seconds=1)) == 40
    with pytest.raises(Refused, match="đã được đính chính hoặc hủy"):
        meetings.withdraw(held, by=build.recorder(), at=LATER, reason="lần nữa")


def test_a_key_withdrawn_does_not_count_again_when_it_is_sent_again(cell):
    (held,) = record(entry(cell))
    meetings.withdraw(held, by=build.recorder(), at=LATER, reason="ghi nhầm")

    record(entry(cell))

    assert members(cell) is None
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"members_present": 46}, {"members_invited": 30}, {"last_day": date(2027, 1, 1)}],
)
def test_a_correction_that_is_refused_leaves_everything_as_it_was(change, cell):
    (held,) = record(entry(cell))

    with pytest.raises(Refused):
        meetings.correct(
            held, entry=entry(cell, **change), by=build.recorder(), at=build.NOW, reason="sửa"
        )

    held.refresh_from_db()
    assert held.superseded_at is None
    assert members(cell) == 40


def test_correcting_and_withdrawing_need_a_reason(cell):
    (held,) = record(entry(cell))
    other = entry(cell, members_present=1)

    with pytest.raises(Refused, match="lý do"):
        meetings.correct(held, entry=other, by=build.recorder(), at=LATER, reason=" ")
    with pytest.raises(Refused, match="lý do"):
        meetings.withdraw(held, by=build.recorder(), at=LATER, reason="")


def test_unknown_is_not_zero(cell):
    record(entry(cell, members_present=None, guests_present=0))

    assert members(cell) is None
    assert figure(Meeting, MEETINGS, "meetings.guests", cell) == 0
    assert figure(Meeting, MEETINGS, "meetings.attendance", cell) == 0


def test_a_meeting_of_unknown_number_of_events_is_no_event_counted(cell):
    record(entry(cell, events=None))

    assert figure(Meeting, MEETINGS, "meetings.held", cell) is None
    assert members(cell) == 40


def test_several_contents_count_once_in_the_total_and_once_under_each(cell):
    documents, themes = FrameworkDocument.objects.all()[:2], Theme.objects.all()[:2]
    record(entry(cell, documents=documents, themes=themes), on_the_next_day(cell, key="b"))

    taught = meetings_asked.by_content(units=[cell.pk], asked=Question(cell.pk, YEAR))

    assert members(cell) == 80
    assert [row.members for row in taught] == [40, 40, 40, 40]


def test_a_correction_keeps_what_the_old_version_taught(cell):
    first, second = FrameworkDocument.objects.order_by("pk")[:2]
    (held,) = record(entry(cell, documents=[first]))

    right = entry(cell, documents=[second])
    new = meetings.correct(held, entry=right, by=build.recorder(), at=LATER, reason="ghi nhầm")

    assert list(held.documents.all()) == [first]
    assert list(new.documents.all()) == [second]


def test_more_members_than_the_unit_has_are_offered_the_box_for_guests(cell):
    record(entry(cell, members_present=90, events=2))

    with pytest.raises(Refused, match=r"91.*45 × 2 buổi.*“Khách dự”"):
        record(entry(cell, key="b", members_present=91, events=2))


def test_a_record_counts_in_periods_that_hold_it_and_is_listed_where_it_straddles(cell):
    record(entry(cell, first_day=date(2026, 2, 1), last_day=date(2026, 4, 30), events=5))
    first, second = Period.months(2026, 1, 6), Period.months(2026, 4, 6)

    assert (members(cell, period=first), members(cell, period=second)) == (40, None)
    (found,) = cut_by([kind_of("meetings")], Scope([cell.pk], second))["meetings"]
    assert (found.title, found.first_day) == ("Học tập", date(2026, 2, 1))


def test_money_is_summed_by_source_and_over_all_of_them(cell):
    build.work(at=cell, on=DAY, state_money=3_700_000_000)
    build.work(at=cell, on=DAY, sponsors_money=1_795_000_000, people_money=1_629_000_000)
    build.work(at=cell, on=DAY)

    assert figure(Work, sums(), "works.sponsors_money", cell) == 1_795_000_000
    assert figure(Work, sums(), "works.money", cell) == 7_124_000_000
    assert figure(Work, sums(), "works.members_money", cell) is None


def test_a_house_says_for_whom_it_is_built(cell):
    asked = Work(unit=cell, key="n1", first_day=DAY, last_day=DAY, sort="house", title="Căn nhà")

    with pytest.raises(Refused, match="loại nhà"):
        works.record(by=build.recorder(), at=build.NOW, entry=asked)

    built = works.record(by=build.recorder(), at=build.NOW, entry=changed(asked, house="unity"))
    assert (built.measured_in, built.money) == ("căn", None)


def test_a_quoted_figure_names_its_source_and_may_be_withdrawn(cell):
    asked = Quotation(
        unit=cell,
        key="t1",
        first_day=DAY,
        last_day=DAY,
        what="Đảng viên dự",
        measured_in="lượt",
        value=17_939,
    )

    with pytest.raises(ValidationError, match="nguồn"):
        quotations.record_many(by=build.recorder(), at=build.NOW, entries=[asked])
    (held,) = quotations.record_many(
        by=build.recorder(), at=build.NOW, entries=[changed(asked, source="Báo An Giang")]
    )
    quotations.withdraw(held, by=build.recorder(), at=LATER, reason="trích nhầm")

    assert quoted(units=[cell.pk], asked=Question(cell.pk, YEAR)) == []
    assert len(quoted(units=[cell.pk], asked=Question(cell.pk, YEAR, as_known=build.NOW))) == 1
