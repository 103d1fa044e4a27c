"""One matter: what it is about, every version of its words, and everything that became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.queries.listing import MatterLine
from lantoa.units.queries.at_work import standing_in


@dataclass(frozen=True)
class StepShown:
    """One step as it is told; one that was taken back says by whom, when and why."""

    row: MatterStep
    is_last: bool

    @property
    def title(self) -> str:
        """Return what was done."""
        return self.row.get_sort_display()

    @property
    def is_handing(self) -> bool:
        """Tell whether a keeper got it."""
        return self.row.sort in MatterStep.OPEN

    @property
    def is_late(self) -> bool:
        """Tell whether it came after the day on which the matter was due."""
        return not self.is_handing and self.row.on > self.row.due


@dataclass(frozen=True)
class MatterShown:
    """A matter with its line (None where it is withdrawn), versions and steps, earliest first."""

    matter: RaisedMatter
    line: MatterLine | None
    versions: Sequence[RaisedMatter]
    steps: Sequence[StepShown]

    @property
    def units(self) -> set[int]:
        """Return the units that have or had to do with it."""
        sides = {each for one in self.steps for each in (one.row.unit_id, one.row.keeper_id)}
        return {*sides, self.matter.raised_by_id}

    @property
    def last(self) -> MatterStep | None:
        """Return the step at which it stands."""
        return self.line.step if self.line else None


def shown(matter: UUID, *, today: date) -> MatterShown | None:
    """Return a matter with all that became of it; None where there is none of that identity."""
    rows = RaisedMatter.objects.filter(uuid=matter).order_by("pk")
    versions = list(rows.select_related("raised_by", "recorded_by", "superseded_by"))
    if not versions:
        return None
    told = MatterStep.objects.filter(matter=matter).order_by("pk")
    steps = list(told.select_related("unit", "keeper", "recorded_by", "superseded_by"))
    followed = {step.after for step in steps if step.superseded_at is None}
    last = next((s for s in steps if s.superseded_at is None and s.uuid not in followed), None)
    line = _line(versions[-1], last, today) if last else None
    told_of = [StepShown(step, step is last) for step in steps]
    return MatterShown(versions[-1], line, versions, told_of)


def _line(matter: RaisedMatter, last: MatterStep, today: date) -> MatterLine:
    keeper = standing_in([last.keeper_id], on=today)[last.keeper_id]
    return MatterLine(matter, last, keeper, today)
