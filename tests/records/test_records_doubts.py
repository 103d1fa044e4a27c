"""Likely doubles and gaps: asked about, recorded all the same, standing until they are settled."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings.models import Meeting
from lantoa.records.outreach.models import Outreach
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.entry import InDoubt, Refused, changed
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import Doubt
from lantoa.records.record.queries import doubts_counted
from lantoa.records.works.models import Work
from lantoa.trail.queries import entries_about
from tests import build
from tests.whole import faults

DAY = date(2026, 3, 10)
LATER = build.NOW + timedelta(hours=1)


def of(model, cell, **more):
    days = {"first_day": DAY, "last_day": DAY}
    return model(**{"unit": cell, "key": f"k{next(build._numbers)}", **days} | more)


def meeting(cell, **more):
    return of(Meeting, cell, **{"sort": "thematic", "topic": "Học chuyên đề"} | more)


def work(cell, **more):
    return of(Work, cell, **{"sort": "gift", "title": "Tặng quà", "state_money": 10**7} | more)


def indicator(cell, **more):
    sort = Sort.objects.get(code="national-standard-schools")
    return of(Indicator, cell, **{"sort": sort, "value": 54, "whole": 67} | more)


def outreach(cell, **more):
    return of(Outreach, cell, **{"sort": "news", "channel": "zalo", "title": "Ra quân"} | more)


def quotation(cell, **more):
    return of(Quotation, cell, **{"what": "số nhà", "value": 5, "source": "Báo", **more})


def record(*entries, kind="meetings", still=(), by=None):
    by = by or build.recorder()
    done = kind_of(kind).done
    return done.record_many(by=by, at=build.NOW, entries=entries, still=still)


def questions(*entries, kind="meetings"):
    """Return what is asked of some entries, with the marks that answer it."""
    with pytest.raises(InDoubt) as doubt:
        record(*entries, kind=kind)
    return doubt.value


def meant(*entries, kind="meetings"):
    """Record entries that are odd, by the word that they are meant."""
    return record(*entries, kind=kind, still=questions(*entries, kind=kind).marks)


LIKE = [
    ("meetings", meeting, {"members_present": 40}, {"members_present": 40, "topic": "Học NQ"}),
    ("meetings", meeting, {"members_present": 40}, {"members_present": 40, "members_invited": 45}),
    ("meetings", meeting, {}, {"topic": "HỌC  CHUYÊN đề"}),
    ("works", work, {}, {"title": "Trao quà"}),
    ("works", work, {"place": "Ấp 1"}, {"place": ""}),
    ("indicators", indicator, {}, {"value": 55}),
    ("outreach", outreach, {"times": 3}, {"times": 3}),
    ("outreach", outreach, {}, {"channel": ""}),
]
UNLIKE = [
    ("meetings", meeting, {"members_present": 40}, {"members_present": 41}),
    ("meetings", meeting, {"members_present": 40}, {"members_present": 40, "sort": "regular"}),
    ("meetings", meeting, {"mode": "online"}, {"mode": "in_person"}),
    ("meetings", meeting, {}, {"topic": "Học nghị quyết"}),
    ("meetings", meeting, {"members_present": 40}, {"guests_present": 40, "topic": "Khác"}),
    ("meetings", meeting, {}, {"last_day": DAY + timedelta(1)}),
    ("works", work, {"place": "Ấp 1"}, {"place": "Ấp 2"}),
    ("outreach", outreach, {"times": 3}, {"times": 3, "title": "Khác"}),
    ("quotations", quotation, {}, {}),
]


@pytest.mark.parametrize(("kind", "entry", "there", "new"), LIKE)
def test_what_is_like_a_record_of_the_day_is_asked_about_and_not_written(
    kind, entry, there, new, cell
):
    (first,) = record(entry(cell, **there), kind=kind)

    asked = questions(entry(cell, **new), kind=kind)

    assert [each.twin for each in asked.oddities] == [first]
    assert asked.messages[0].startswith(f"Đã có {first._meta.verbose_name} giống như vậy, ghi lúc")
    assert f"“{first}”" in asked.messages[0]
    assert type(first).objects.count() == 1
    assert not Doubt.objects.exists()


@pytest.mark.parametrize(("kind", "entry", "there", "new"), UNLIKE)
def test_what_differs_is_not_asked_about(kind, entry, there, new, cell):
    record(entry(cell, **there), kind=kind)

    record(entry(cell, **new), kind=kind)

    assert not Doubt.objects.exists()


def test_another_unit_may_have_done_the_same(cell, commune):
    record(meeting(cell), meeting(build.unit("Chi bộ khóm 2", under=commune)))

    assert not Doubt.objects.exists()


def test_what_was_withdrawn_is_no_double(cell):
    (wrong,) = record(meeting(cell))
    kind_of("meetings").done.withdraw(wrong, by=build.recorder(), at=LATER, reason="nhầm")

    record(meeting(cell))

    assert Meeting.objects.filter(superseded_at__isnull=True).count() == 1


def test_rows_of_a_list_that_are_alike_are_named_with_their_rows(cell):
    gap = {"members_invited": 16, "members_present": 10, "absent_excused": 2}
    rows = [meeting(cell, topic="A"), meeting(cell, topic="B", **gap), meeting(cell, topic="a")]

    asked = questions(*rows)

    assert [each.place for each in asked.oddities] == [1, 2]
    assert asked.messages[0].startswith("Dòng 2: Triệu tập 16")
    assert asked.messages[1].startswith("Dòng 3: Đã có buổi học tập giống như vậy (dòng 1)")
    assert not Meeting.objects.exists()
    assert len(meant(*rows)) == 3


def test_who_still_means_it_records_and_the_trail_and_the_unit_tell(cell, commune):
    (first,) = record(meeting(cell))

    (second,) = meant(meeting(cell))

    doubt = Doubt.objects.get()
    assert (doubt.record, doubt.twin) == (second.uuid, first.uuid)
    deeds = [each.deed for each in entries_about(second.uuid)]
    assert deeds == ["meetings.record", "meetings.still"]
    assert doubts_counted([cell.pk, commune.pk]).twins == 1
    assert doubts_counted([commune.pk]).twins == 0
    assert list(faults()) == []


def test_sent_again_it_is_the_same_record_and_nothing_is_asked(cell):
    record(meeting(cell))
    twice = meeting(cell, key="lai")

    (second,) = meant(twice)

    assert record(meeting(cell, key="lai")) == [second]
    assert Doubt.objects.count() == 1


def test_only_what_was_asked_is_answered(cell):
    record(meeting(cell))
    gap = {"members_invited": 16, "members_present": 10, "absent_excused": 2, "key": "x"}
    asked = questions(meeting(cell, **gap))

    with pytest.raises(InDoubt, match="còn 3 đảng viên"):
        record(meeting(cell, **gap | {"absent_excused": 3}), still=asked.marks)

    assert Meeting.objects.count() == 1


def correct(held, *, still=(), **other):
    done = kind_of("meetings").done
    entry = changed(held, **other)
    return done.correct(
        held, entry=entry, by=build.recorder(), at=LATER, reason="đếm lại", still=still
    )


def standing():
    return Doubt.objects.filter(settled_at__isnull=True)


@pytest.mark.parametrize("which", [0, 1])
def test_a_correction_of_either_settles_a_double(which, cell):
    pair = [*record(meeting(cell)), *meant(meeting(cell))]

    correct(pair[which], topic="Buổi khác hẳn")

    assert not standing().exists()
    assert Doubt.objects.get().how == Doubt.How.CORRECTED


def test_a_correction_that_leaves_the_cause_leaves_the_doubt(cell):
    first, second = [*record(meeting(cell)), *meant(meeting(cell))]

    correct(second, note="ghi thêm")
    correct(first, note="ghi thêm nữa")

    assert standing().count() == 1


def test_a_correction_is_asked_about_as_recording_is(cell):
    first, second = record(meeting(cell), meeting(cell, topic="Khác"))

    with pytest.raises(InDoubt) as doubt:
        correct(second, topic="Học chuyên đề")
    correct(second, topic="Học chuyên đề", still=doubt.value.marks)

    assert standing().get().twin == first.uuid


@pytest.mark.parametrize("which", [0, 1])
def test_a_withdrawal_of_either_settles_a_double(which, cell):
    pair = [*record(meeting(cell)), *meant(meeting(cell))]

    kind_of("meetings").done.withdraw(pair[which], by=build.recorder(), at=LATER, reason="thừa")

    assert Doubt.objects.get().how == Doubt.How.WITHDRAWN


def confirm(doubt, *, by=None, reason="hai buổi, sáng và chiều"):
    kind_of("meetings").done.confirm(doubt, by=by or build.recorder(), at=LATER, reason=reason)


def test_just_so_settles_once_with_a_reason_that_the_trail_keeps(cell):
    record(meeting(cell))
    (second,) = meant(meeting(cell))

    for reason in ("hai buổi, sáng và chiều", "lần nữa"):
        confirm(Doubt.objects.get(), reason=reason)

    held = Doubt.objects.get()
    assert (held.how, held.reason) == (Doubt.How.RIGHT, "hai buổi, sáng và chiều")
    assert [each.deed for each in entries_about(second.uuid)][2:] == ["meetings.confirm"]
    assert held.reason in entries_about(second.uuid)[-1].after
    correct(second, note="ghi thêm")
    assert not standing().exists()


def test_a_gap_that_is_right_is_not_asked_about_again_with_a_correction(cell):
    gap = {"members_invited": 16, "members_present": 10, "absent_excused": 2}
    (held,) = meant(meeting(cell, **gap))
    confirm(Doubt.objects.get())

    again = correct(held, note="ghi thêm")

    assert not standing().exists()
    with pytest.raises(InDoubt, match="còn 3 đảng viên"):
        correct(again, absent_excused=3)


def test_just_so_needs_a_reason_and_a_right(cell, commune):
    record(meeting(cell))
    meant(meeting(cell))

    with pytest.raises(Refused, match="vì sao"):
        confirm(Doubt.objects.get(), reason=" ")
    for stranger in (build.person(), build.clerk(commune, right="view")):
        with pytest.raises(PermissionDenied):
            confirm(Doubt.objects.get(), by=stranger)
    assert standing().count() == 1


def test_a_stranger_is_refused_before_anything_is_asked(cell):
    record(meeting(cell))

    with pytest.raises(PermissionDenied):
        record(meeting(cell), by=build.person())


def test_what_nobody_typed_is_not_asked_about(cell):
    done = kind_of("meetings").done

    done.record_unasked(by=build.recorder(), at=build.NOW, entries=[meeting(cell), meeting(cell)])

    assert (Meeting.objects.count(), Doubt.objects.count()) == (2, 0)


def test_doubts_are_counted_as_they_stood_at_a_moment(cell):
    record(meeting(cell))
    meant(meeting(cell))
    confirm(Doubt.objects.get())

    moments = [build.NOW - timedelta(1), build.NOW, LATER, None]
    assert [doubts_counted([cell.pk], each).twins for each in moments] == [0, 1, 0, 0]
