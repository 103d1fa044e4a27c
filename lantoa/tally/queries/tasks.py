"""How far units have come with what was handed to them: their word, and their figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_number
from lantoa.guidance.models import Task, TaskAnswer
from lantoa.guidance.queries import HandedTask, handed_to
from lantoa.tally.catalogue import every_measure
from lantoa.tally.queries.reached import reached_under
from lantoa.units.models import Unit

Said = TaskAnswer.Sort


class TaskState(Enum):
    """How a task stands at a unit: the colour of its badge, and its words."""

    LATE = ("refused", "Chậm")
    WAITING = ("quiet", "Chưa nhận")
    RECEIVED = ("wait", "Đã nhận")
    BEGUN = ("wait", "Đang làm")
    DONE = ("done", "Đã xong")

    @property
    def badge(self) -> str:
        """Return the state of the badge."""
        return self.value[0]

    @property
    def label(self) -> str:
        """Return the words."""
        return self.value[1]


@dataclass(frozen=True)
class TaskStanding:
    """A task at one unit on a day; `figure` is what it did with all below it, None if unknown."""

    held: HandedTask
    on: date
    measure: Measure | None = None
    figure: int | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether its figure reached the target, or the unit said that it is done."""
        target = self.held.share.target
        is_reached = target is not None and self.figure is not None and self.figure >= target
        return self.held.is_said_done or (self.measure is not None and is_reached)

    @property
    def is_late(self) -> bool:
        """Tell whether the day is over by which it was to be done."""
        due = self.held.task.due
        return due is not None and due < self.on and not self.is_done

    @property
    def state(self) -> TaskState:
        """Return how it stands."""
        if self.is_done:
            return TaskState.DONE
        if self.is_late:
            return TaskState.LATE
        if self.figure or Said.BEGUN in self.held.answers:
            return TaskState.BEGUN
        return TaskState.RECEIVED if self.held.is_received else TaskState.WAITING

    @property
    def progress(self) -> str:
        """Say how far the figure has come: "3/4 buổi"; empty where no figure is asked."""
        if self.measure is None:
            return ""
        reached = "chưa có số" if self.figure is None else write_number(self.figure)
        target = self.held.share.target
        if target is None:
            return f"{reached} {self.measure.unit}" if self.figure is not None else reached
        if self.figure is None:
            return f"{reached}, chỉ tiêu {write_number(target)} {self.measure.unit}"
        return f"{reached}/{write_number(target)} {self.measure.unit}"

    @property
    def due(self) -> str:
        """Say by when it is to be done."""
        return write_day(self.held.task.due) if self.held.task.due else "không ấn định"


def period_of(task: Task, *, on: date) -> Period:
    """Return the period over which the figure of a task is asked: to its due day, or to today."""
    return Period(task.first_day, task.due or max(on, task.first_day))


def standings(held: Sequence[HandedTask], *, under: int, on: date) -> list[TaskStanding]:
    """Return how tasks stand at units under one; one SELECT a kind of record that is asked."""
    measures = every_measure() if any(each.task.measure for each in held) else {}
    asked = {
        each.task.uuid: (each.task.measure, period_of(each.task, on=on))
        for each in held
        if each.task.measure in measures
    }
    reached = reached_under(under, list(asked.values()), on=on)
    return [
        TaskStanding(
            each,
            on,
            measures.get(each.task.measure),
            reached.get(asked[each.task.uuid], {}).get(each.share.unit_id)
            if each.task.uuid in asked
            else None,
        )
        for each in held
    ]


def given_to(unit: Unit, *, on: date) -> list[TaskStanding]:
    """Return the tasks that a unit has, late ones first, what is done last."""
    found = standings(handed_to(unit, on=on), under=unit.pk, on=on)
    return sorted(found, key=lambda each: (each.is_done, not each.is_late))
