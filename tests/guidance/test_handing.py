"""Tasks: handed down below only, answered by the unit, reminded of once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from lantoa.guidance.models import Assignment, FrameworkDocument, Reminder, Task, TaskAnswer
from lantoa.guidance.operations import (
    TaskShare,
    answer,
    correct,
    hand_down,
    put_down,
    remind,
    take_off,
)
from lantoa.guidance.queries import handed_to, shares_of, tasks_set_by
from lantoa.phone.queries import open_tasks
from lantoa.posts.models import Post
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build, decide

pytestmark = pytest.mark.django_db
TODAY = build.NOW.date()


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh")


@pytest.fixture
def communes(province):
    return [build.unit(f"Xã {n}", under=province, kind=Kind.COMMUNE) for n in (1, 2, 3)]


@pytest.fixture
def clerk(province):
    return build.clerk(province)


@pytest.fixture
def task(province, clerk):
    plan = FrameworkDocument(sort="Kế hoạch", issuer="Tỉnh ủy", title="học tập")
    held = put_down(plan, by=clerk, at=build.NOW, unit=province)
    entry = Task(plan=held, words="Mở hội nghị", first_day=TODAY, due=TODAY + timedelta(days=9))
    return put_down(entry, by=clerk, at=build.NOW, unit=province)


def hand(task, units, by, target=None):
    return hand_down(task, [TaskShare(each, target) for each in units], by=by, at=build.NOW)


def say(held, by, sort="received", day=TODAY):
    return answer(held, TaskAnswer(sort=sort, day=day), by=by, at=build.NOW)


def test_handing_down_twice_gives_one_task_and_one_line(task, communes, clerk):
    hand(task, communes, clerk)
    hand(task, communes, clerk)

    assert Assignment.objects.count() == 3
    assert Entry.objects.filter(deed="guidance.hand_down").count() == 1


def test_another_target_takes_the_place_of_the_one_before(task, communes, clerk):
    hand(task, communes, clerk, target=2)
    say(handed_to(communes[0], on=TODAY)[0].share, build.clerk(communes[0]))

    hand(task, communes[:1], clerk, target=5)

    (held,) = handed_to(communes[0], on=TODAY)
    assert held.share.target == 5
    assert held.is_received
    assert handed_to(communes[1], on=TODAY)[0].share.target == 2


def test_a_target_of_nothing_is_refused(task, communes, clerk):
    with pytest.raises(ValidationError), transaction.atomic():
        hand(task, communes, clerk, target=0)


def test_a_task_goes_to_units_below_alone(task, province, clerk):
    beside = build.root("Tỉnh khác")
    for units in ([province], [beside], []):
        with pytest.raises(ValidationError), transaction.atomic():
            hand(task, units, clerk)

    assert not Assignment.objects.exists()


def test_strangers_hand_nothing_down_and_answer_nothing(task, communes, clerk):
    (held, *_) = hand(task, communes, clerk)
    for stranger in (build.person(), build.clerk(communes[1])):
        with pytest.raises(PermissionDenied):
            hand(task, communes, stranger)
        with pytest.raises(PermissionDenied):
            say(held, stranger)
        with pytest.raises(PermissionDenied):
            remind(task, communes, by=stranger, at=build.NOW, words="Nhắc")


def test_who_records_for_a_cell_says_that_it_was_received_and_once_only(task, communes, clerk):
    cell = build.unit("Chi bộ", under=communes[0])
    (held,) = hand(task, [cell], clerk)
    recorder = build.clerk(cell, Post.Right.RECORD)

    first, again = say(held, recorder), say(held, recorder)

    assert first == again
    (told,) = handed_to(cell, on=TODAY)
    assert (told.is_received, told.is_said_done) == (True, False)


def test_nothing_is_done_on_a_day_ahead(task, communes, clerk):
    (held, *_) = hand(task, communes, clerk)

    with pytest.raises(ValidationError, match="phía trước"), transaction.atomic():
        say(held, build.clerk(communes[0]), "done", TODAY + timedelta(days=1))
    assert say(held, build.clerk(communes[0]), "done", TODAY).sort == "done"


def test_a_task_that_was_taken_off_is_not_answered(task, communes, clerk):
    (held, *_) = hand(task, communes, clerk)
    take_off(held, by=clerk, at=build.NOW, reason="Giao nhầm")
    held.refresh_from_db()

    with pytest.raises(ValidationError, match="thôi giao"):
        say(held, build.clerk(communes[0]))
    assert handed_to(communes[0], on=TODAY) == []


def test_a_corrected_task_stays_with_who_has_it(task, communes, province, clerk):
    hand(task, communes, clerk)
    entry = Task(plan=task.plan, words="Mở hội nghị", first_day=TODAY, due=TODAY)
    correct(task, entry, by=clerk, at=build.NOW, unit=province, reason="Đẩy hạn lên")

    (new,) = tasks_set_by(province.pk)
    assert [each.task.due for each in shares_of([new])] == [TODAY] * 3
    assert handed_to(communes[0], on=TODAY)[0].task == new


def test_one_reminder_reaches_all_who_are_named_and_is_sent_once(task, communes, clerk):
    hand(task, communes, clerk)
    said = {"by": clerk, "at": build.NOW, "words": "Đề nghị hoàn thành"}

    first = remind(task, communes[:2], **said)
    again = remind(task, communes[:2], **said)

    assert first == again
    assert Reminder.objects.count() == 1
    reached = [len(handed_to(each, on=TODAY)[0].reminders) for each in communes]
    assert reached == [1, 1, 0]


def test_who_does_not_have_a_task_is_not_reminded_of_it(task, communes, clerk):
    hand(task, communes[:1], clerk)

    with pytest.raises(ValidationError):
        remind(task, communes, by=clerk, at=build.NOW, words="Nhắc")


def test_the_task_of_a_unit_that_ended_twice_over_is_answered_by_who_stands_in_for_it(
    client, task, communes, clerk
):
    first, second, third = (build.unit(f"Chi bộ {n}", under=communes[0]) for n in (1, 2, 3))
    (held,) = hand(task, [first], clerk)
    decide.close(first, into=second, on=date(2026, 6, 1))
    decide.close(second, into=third, on=date(2026, 9, 1))
    client.force_login(build.clerk(third, Post.Right.RECORD))

    assert [each.share for each in handed_to(third, on=TODAY)] == [held]
    tapped = client.post(reverse("desk:tap", args=[third.uuid, held.uuid, "received"]))

    assert tapped.status_code == 302
    assert handed_to(third, on=TODAY)[0].is_received


def test_another_unit_does_not_answer_for_one_that_ended(task, communes, clerk):
    first, second, other = (build.unit(f"Chi bộ {n}", under=communes[0]) for n in (1, 2, 3))
    (held,) = hand(task, [first], clerk)
    decide.close(first, into=second, on=date(2026, 6, 1))

    with pytest.raises(PermissionDenied):
        say(held, build.clerk(other, Post.Right.RECORD))
    assert handed_to(other, on=TODAY) == []


def test_a_phone_shows_no_task_whose_figure_reached_its_target(task, province, communes, clerk):
    entry = Task(
        plan=task.plan, words="Mở ba hội nghị", first_day=date(2026, 1, 1), measure="meetings.held"
    )
    counted = put_down(entry, by=clerk, at=build.NOW, unit=province)
    cell = build.unit("Chi bộ", under=communes[0])
    hand(counted, [cell], clerk, target=3)
    build.meeting(at=cell, on=date(2026, 3, 10), events=2)
    assert [each.held.task for each in open_tasks(cell, on=TODAY)] == [counted]

    build.meeting(at=cell, on=date(2026, 4, 10))

    assert open_tasks(cell, on=TODAY) == []
