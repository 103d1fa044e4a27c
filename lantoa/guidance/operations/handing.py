"""Handing tasks down, answering them, and reminding who is late."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.guidance.access import may_answer, may_set
from lantoa.guidance.models import Assignment, Reminder, Task, TaskAnswer
from lantoa.guidance.operations.setting import checked, close, told
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL
from lantoa.trail.operations import note
from lantoa.units.models import Unit
from lantoa.units.queries import chart_on, portraits

NOBODY = "Chọn ít nhất một đơn vị."
NOT_BELOW = "Chỉ giao được cho đơn vị trực thuộc đang hoạt động: {names}."


@dataclass(frozen=True)
class TaskShare:
    """What one unit is handed of a task: the unit, and the number to reach where one is set."""

    unit: Unit
    target: int | None = None


@transaction.atomic
def hand_down(
    task: Task, shares: Sequence[TaskShare], *, by: User, at: datetime
) -> list[Assignment]:
    """Hand a task to units below the one that set it; who has it already keeps it.

    Another target takes the place of the one before. Raises PermissionDenied for strangers, and
    ValidationError where nobody is named, or a unit that is not at work below.
    """
    giver = _giver(task, by, at=at)
    if not shares:
        raise ValidationError({"units": NOBODY})
    _refuse_others(shares, giver, at=at)
    held = {each.unit_id: each for each in assigned(task)}
    fresh = [each for each in shares if _is_new(held.get(each.unit.pk), each)]
    if not fresh:
        return list(held.values())
    written = [_handed(task, each, held.get(each.unit.pk), by=by, at=at) for each in fresh]
    note(
        by=by,
        at=at,
        home=giver.home,
        deed="guidance.hand_down",
        about=[task.uuid, *(each.uuid for each in written)],
        after={"units": [str(each.unit.uuid) for each in written]},
    )
    return list(assigned(task))


def assigned(task: Task) -> list[Assignment]:
    """Return the units that have a task, in the order in which they got it."""
    rows = Assignment.objects.believed().filter(task__uuid=task.uuid)
    return list(rows.select_related("unit").order_by("pk"))


def _is_new(held: Assignment | None, share: TaskShare) -> bool:
    return held is None or (share.target is not None and held.target != share.target)


def _handed(
    task: Task, share: TaskShare, held: Assignment | None, *, by: User, at: datetime
) -> Assignment:
    row = Assignment(
        task=task,
        unit=share.unit,
        target=share.target,
        set_by=task.set_by,
        recorded_by=by,
        recorded_at=at,
    )
    if held is not None:
        close(held, at=at, reason="Đổi chỉ tiêu.")
        row.uuid = held.uuid
    checked(row)
    row.save(force_insert=True)
    return row


def _giver(task: Task, by: User, *, at: datetime) -> Unit:
    giver = task.set_by
    if giver is None or not may_set(by, giver, on=localtime(at).date()):
        raise PermissionDenied(REFUSAL)
    return giver


def _refuse_others(shares: Sequence[TaskShare], giver: Unit, *, at: datetime) -> None:
    on = localtime(at).date()
    chart = chart_on(on, under=giver.pk)
    named = [each.unit.pk for each in shares]
    others = [each for each in named if each == giver.pk or not chart.is_open(each)]
    if others:
        names = ", ".join(each.name for each in portraits(others, on=on).values())
        raise ValidationError({"units": NOT_BELOW.format(names=names)})


@transaction.atomic
def take_off(held: Assignment, *, by: User, at: datetime, reason: str) -> None:
    """Take a task off a unit; raises as `hand_down` does, and ValidationError without a reason."""
    giver = _giver(held.task, by, at=at)
    close(held, at=at, reason=reason)
    note(
        by=by,
        at=at,
        home=giver.home,
        deed="guidance.take_off",
        about=[held.uuid],
        after={"reason": reason},
    )


@transaction.atomic
def answer(held: Assignment, entry: TaskAnswer, *, by: User, at: datetime) -> TaskAnswer:
    """Say of a task that it was received, is begun or done; said before, it stays as it was.

    Raises PermissionDenied for strangers, and ValidationError where the task was taken off, or the
    day lies ahead.
    """
    today = localtime(at).date()
    if not may_answer(by, held.unit, on=today):
        raise PermissionDenied(REFUSAL)
    if held.superseded_at is not None:
        raise ValidationError("Việc này đã đổi hoặc thôi giao. Hãy mở lại trang.")
    said = TaskAnswer.objects.believed().filter(assignment__uuid=held.uuid, sort=entry.sort)
    if first := said.first():
        return first
    row = TaskAnswer(
        assignment=held,
        sort=entry.sort,
        day=entry.day,
        words=entry.words,
        set_by=held.unit,
        recorded_by=by,
        recorded_at=at,
    )
    if row.day > today:
        raise ValidationError({"day": "Ngày này còn ở phía trước."})
    checked(row)
    row.save(force_insert=True)
    _note_answer(row, by=by, at=at)
    return row


def _note_answer(row: TaskAnswer, *, by: User, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=row.assignment.unit.home,
        deed="guidance.answer",
        about=[row.uuid, row.assignment.uuid],
        after=told(row),
    )


@transaction.atomic
def remind(task: Task, units: Collection[Unit], *, by: User, at: datetime, words: str) -> Reminder:
    """Write one reminder to all who are late; the same words to the same units are sent once.

    Raises PermissionDenied for strangers, and ValidationError where nobody is named, or somebody
    who does not have the task.
    """
    giver = _giver(task, by, at=at)
    named = {each.pk for each in units}
    if not named or not named <= {each.unit_id for each in assigned(task)}:
        raise ValidationError("Không có đơn vị nào chậm việc này để nhắc.")
    row = Reminder(task=task, words=words, set_by=giver, recorded_by=by, recorded_at=at)
    checked(row)
    for before in Reminder.objects.believed().filter(task__uuid=task.uuid, words=row.words):
        if set(before.units.values_list("pk", flat=True)) == named:
            return before
    row.save(force_insert=True)
    row.units.set(named)
    note(
        by=by,
        at=at,
        home=giver.home,
        deed="guidance.remind",
        about=[row.uuid, task.uuid],
        after={"words": row.words, "units": sorted(str(each.uuid) for each in units)},
    )
    return row
