"""Tasks that were handed down: by whom, to whom, what was answered, who was reminded."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lantoa.guidance.models import Assignment, Reminder, Task, TaskAnswer
from lantoa.units.models import Unit
from lantoa.units.queries.at_work import stood_in_for
from lantoa.units.queries.within import among

Sort = TaskAnswer.Sort


@dataclass(frozen=True)
class HandedTask:
    """A task handed to one unit, in the version believed now, with what was said of it."""

    share: Assignment
    task: Task
    answers: dict[str, TaskAnswer] = field(default_factory=dict)
    reminders: list[Reminder] = field(default_factory=list)

    @property
    def is_received(self) -> bool:
        """Tell whether the unit said anything of it."""
        return bool(self.answers)

    @property
    def is_said_done(self) -> bool:
        """Tell whether the unit said that it is done."""
        return Sort.DONE in self.answers


def tasks_set_by(unit: int) -> list[Task]:
    """Return the tasks that a unit set, believed now: by plan, the soonest due first."""
    found = Task.objects.believed().filter(set_by=unit).select_related("plan", "theme", "set_by")
    return sorted(found, key=lambda each: (each.plan_id, each.due or date.max, each.pk))


def task_of(uuid: UUID, *, unit: int) -> Task | None:
    """Return a task that a unit set, believed now; None for hidden and absent alike."""
    found = Task.objects.believed().filter(uuid=uuid, set_by=unit)
    return found.select_related("plan", "theme", "set_by").first()


def shares_of(tasks: Collection[Task]) -> list[HandedTask]:
    """Return who has some tasks, with answers and reminders; three SELECTs however many."""
    held = {each.uuid: each for each in tasks}
    rows = Assignment.objects.believed().filter(task__uuid__in=list(held))
    found = rows.select_related("unit", "task").order_by("pk")
    return _told([(each, held[each.task.uuid]) for each in found])


def handed_to(unit: Unit, *, on: date) -> list[HandedTask]:
    """Return the tasks that a unit has, those of units for which it stands in included.

    The soonest due first; what was done stands last.
    """
    units = stood_in_for(unit.pk, on=on)
    rows = among(Assignment.objects.believed(), "unit_id", units)
    shares = list(rows.select_related("unit", "task").order_by("pk"))
    wanted = {each.task.uuid for each in shares}
    tasks = Task.objects.believed().filter(uuid__in=wanted)
    held = {each.uuid: each for each in tasks.select_related("plan", "theme", "set_by")}
    told = _told([(each, held[each.task.uuid]) for each in shares if each.task.uuid in held])
    return sorted(told, key=lambda each: (each.is_said_done, each.task.due or date.max))


def assignment_of(uuid: UUID) -> Assignment | None:
    """Return a task handed to a unit, believed now; None where there is none."""
    found = Assignment.objects.believed().filter(uuid=uuid)
    return found.select_related("unit", "task__set_by").first()


def _told(pairs: Iterable[tuple[Assignment, Task]]) -> list[HandedTask]:
    told = [HandedTask(share, task) for share, task in pairs]
    by_share = {each.share.uuid: each for each in told}
    answers = TaskAnswer.objects.believed().filter(assignment__uuid__in=list(by_share))
    for answer in answers.select_related("assignment", "recorded_by").order_by("pk"):
        by_share[answer.assignment.uuid].answers[answer.sort] = answer
    _add_reminders(told)
    return told


def _add_reminders(told: list[HandedTask]) -> None:
    """Put each reminder where it belongs, latest first."""
    tasks = {each.task.uuid for each in told}
    found = Reminder.objects.believed().filter(task__uuid__in=tasks).select_related("task")
    for reminder in found.order_by("-pk").prefetch_related("units"):
        named = {each.pk for each in reminder.units.all()}
        for each in told:
            if each.task.uuid == reminder.task.uuid and each.share.unit_id in named:
                each.reminders.append(reminder)
