"""The tasks that a unit set, with how they stand at each unit that has them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.guidance.models import Task
from lantoa.guidance.queries import shares_of, tasks_set_by
from lantoa.tally.queries.tasks import TaskStanding, TaskState, standings
from lantoa.units.models import Unit


@dataclass(frozen=True)
class TaskBoard:
    """A task that a unit set, with how it stands at each unit that has it."""

    task: Task
    standings: Sequence[TaskStanding]

    def count(self, state: TaskState) -> int:
        """Return at how many units it stands like this."""
        return Counter(each.state for each in self.standings)[state]

    @property
    def received(self) -> int:
        """Return how many units said that they have it."""
        return sum(each.held.is_received for each in self.standings)

    @property
    def late(self) -> list[TaskStanding]:
        """Return the units that are late."""
        return [each for each in self.standings if each.is_late]


def boards_of(unit: Unit, *, on: date) -> list[TaskBoard]:
    """Return every task that a unit set, with how it stands everywhere."""
    return boards(tasks_set_by(unit.pk), under=unit.pk, on=on)


def boards(tasks: Sequence[Task], *, under: int, on: date) -> list[TaskBoard]:
    """Return some tasks of a unit, with how they stand everywhere."""
    found = standings(shares_of(tasks), under=under, on=on)
    return [
        TaskBoard(task, [each for each in found if each.held.task.uuid == task.uuid])
        for task in tasks
    ]
