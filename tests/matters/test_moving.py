"""A matter goes on step by step: one keeper at a time, one step after another, none lost."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from lantoa.matters import operations
from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.queries import MatterCounts, Which, counts, lines, listed, shown
from lantoa.units.models import Kind
from lantoa.units.queries.at_work import stood_in_for
from tests import build, decide
from tests.matters.raised import DUE, TODAY, line, move, raised

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ", under=commune)


def done(verb, matter, by=None, **more):
    words = more.pop("move", None) or move(matter)
    return verb(matter.uuid, move=words, by=by or build.recorder(), at=build.NOW, **more)


def refused(verb, matter, **more):
    with pytest.raises(ValidationError) as refusal:
        done(verb, matter, **more)
    return refusal.value


def test_an_answer_on_the_due_day_is_in_time_and_one_a_day_later_is_late(cell):
    right, late = raised(cell), raised(cell)

    done(operations.answer, right, move=move(right, on=DUE))
    done(operations.answer, late, move=move(late, on=date(2026, 10, 16)))

    assert [line(right).standing, line(late).standing] == ["đã trả lời", "đã trả lời, quá hạn"]
    found = counts([cell.pk], today=TODAY)
    assert found == MatterCounts(answered=2, answered_late=1)


def test_what_waits_is_late_from_the_day_after_it_was_due(cell):
    raised(cell)

    assert counts([cell.pk], today=DUE) == MatterCounts(waiting=1)
    assert counts([cell.pk], today=date(2026, 10, 16)) == MatterCounts(waiting=1, late=1)


def test_handed_on_it_waits_at_the_other_unit_until_the_new_day(commune, cell):
    matter = raised(cell)

    done(operations.hand_on, matter, to=commune, due=date(2026, 12, 1))

    assert (line(matter).keeper, line(matter).is_late) == (commune.pk, False)
    assert counts([cell.pk], today=TODAY) == MatterCounts()
    gone = lines(listed([cell.pk], Which.HANDED, today=TODAY), today=TODAY)
    assert [each.matter for each in gone] == [matter]


def test_only_the_keeper_goes_on(commune, cell):
    matter, clerk = raised(cell, keeper=commune), build.clerk(cell)

    for verb in (operations.answer, operations.close):
        with pytest.raises(PermissionDenied):
            done(verb, matter, by=clerk)
    assert done(operations.answer, matter, by=build.clerk(commune))


def test_it_may_not_be_handed_to_itself_nor_out_of_reach(cell):
    matter = raised(cell)

    for to in (cell, build.unit("Tỉnh khác")):
        refusal = refused(operations.hand_on, matter, to=to, due=date(2026, 12, 1))
        assert list(refusal.message_dict) == ["keeper"]


def test_the_same_page_sent_twice_is_one_step(cell):
    matter = raised(cell)
    once = move(matter)

    first, again = (done(operations.answer, matter, move=once) for _ in range(2))

    assert first.pk == again.pk
    assert MatterStep.objects.count() == 2


def test_who_comes_second_is_told_so(cell):
    matter = raised(cell)
    late = move(matter)
    done(operations.answer, matter)

    assert "Vừa có người xử lý" in refused(operations.close, matter, move=late).messages[0]


def test_what_is_answered_is_answered_no_second_time(cell):
    matter = raised(cell)
    done(operations.answer, matter)

    assert "đã trả lời" in refused(operations.answer, matter).messages[0]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"on": date(2026, 10, 4)}, "on"),
        ({"on": date(2026, 11, 23)}, "on"),
        ({"words": ""}, "words"),
        ({"words": "TỐI MẬT"}, "words"),
    ],
)
def test_a_step_on_a_day_that_cannot_be_or_in_words_that_may_not_be_is_refused(cell, more, field):
    matter = raised(cell)

    assert list(refused(operations.answer, matter, move=move(matter, **more)).message_dict) == [
        field
    ]


def test_the_last_step_is_taken_back_by_the_unit_that_made_it(commune, cell):
    matter = raised(cell)
    step = done(operations.answer, matter)
    told = {"seen": step.uuid, "reason": "Trả lời nhầm việc", "at": build.NOW}
    stranger = build.clerk(build.unit("Chi bộ khác", under=commune))

    with pytest.raises(PermissionDenied):
        operations.take_back(matter.uuid, by=stranger, **told)
    operations.take_back(matter.uuid, by=build.recorder(), **told)

    assert line(matter).is_open
    assert [each.row.reason for each in shown(matter.uuid, today=TODAY).steps] == [
        "",
        "Trả lời nhầm việc",
    ]
    assert done(operations.answer, matter)


def test_the_first_step_is_not_taken_back(cell):
    matter = raised(cell)

    with pytest.raises(ValidationError):
        operations.take_back(
            matter.uuid,
            seen=line(matter).step.uuid,
            reason="Nhầm",
            by=build.recorder(),
            at=build.NOW,
        )


def test_words_are_corrected_and_both_versions_stay(cell):
    matter = raised(cell)
    said = {"seen": matter.pk, "sort": "opinion", "words": "Sửa cầu", "reason": "Nghe nhầm"}

    right = operations.reword(matter.uuid, by=build.recorder(), at=build.NOW, **said)

    assert (right.uuid, right.key) == (matter.uuid, matter.key)
    told = shown(matter.uuid, today=TODAY)
    assert [each.words for each in told.versions] == ["Sửa đường ấp Bắc", "Sửa cầu"]
    assert told.line.matter == right
    with pytest.raises(ValidationError):
        operations.reword(matter.uuid, by=build.recorder(), at=build.NOW, **said)


def test_a_withdrawn_matter_counts_no_more_and_stays_to_be_seen(cell):
    matter = raised(cell)

    operations.withdraw(matter.uuid, reason="Ghi trùng", by=build.recorder(), at=build.NOW)

    assert counts([cell.pk], today=TODAY) == MatterCounts()
    told = shown(matter.uuid, today=TODAY)
    assert (told.line, told.matter.is_withdrawn) == (None, True)
    with pytest.raises(PermissionDenied):
        operations.answer(
            matter.uuid,
            move=operations.Move(key=uuid4(), seen=uuid4(), on=TODAY, words="x"),
            by=build.recorder(),
            at=build.NOW,
        )


def test_after_a_merger_the_successor_has_what_waited_and_may_answer_it(commune):
    first, second = (build.unit(name, under=commune) for name in ("Chi bộ 1", "Chi bộ 2"))
    matter = raised(first)

    new = decide.merge(
        [first, second], name="Chi bộ 1-2", kind=Kind.CELL, under=commune, on=date(2026, 11, 1)
    )

    assert line(matter).keeper == new.pk
    assert counts(stood_in_for(new.pk, on=TODAY), today=TODAY).late == 1
    assert done(operations.answer, matter, by=build.clerk(new)).unit == new


@pytest.mark.parametrize("change", [{"words": "Khác"}, {"raised_on": date(2026, 1, 1)}])
def test_the_database_itself_keeps_what_was_raised(cell, change):
    matter = raised(cell)

    with pytest.raises(DatabaseError), transaction.atomic():
        RaisedMatter.objects.filter(pk=matter.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        MatterStep.objects.filter(matter=matter.uuid).delete()
