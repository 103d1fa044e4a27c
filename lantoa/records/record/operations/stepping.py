"""Writing down a dated step beside a record, and taking it back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from lantoa.records.record.entry import Problem
from lantoa.records.record.kinds import kinds
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations.checking import day_problems
from lantoa.records.record.operations.done import Done
from lantoa.records.record.operations.likeness import Likeness
from lantoa.records.record.steps import Steps

MOST = 500
"""Identities in one statement."""
LOST = "Không có bản ghi này, hoặc bản ghi đã hủy. Hãy mở lại trang của bản ghi."


def declared_steps() -> dict[str, Steps]:
    """Return the steps of each kind that has any, by its code."""
    found = {kind.code: kind.done.model.steps for kind in kinds()}
    return {code: steps for code, steps in found.items() if steps is not None}


def step_problems(entries: Sequence[DatedStep]) -> Iterable[Problem]:
    """Yield steps that the kind of the record does not know, or that say a level without need."""
    known = declared_steps()
    for place, entry in enumerate(entries):
        steps = known.get(entry.record_kind)
        if steps is None or entry.step not in steps.choices.values:
            yield Problem(place, "step", "Bước này không có trong danh sách. Hãy chọn lại.")
        elif entry.step not in steps.at_level and (entry.level or entry.number):
            box = "level" if entry.level else "number"
            yield Problem(place, box, "Bước này không có cấp và số quyết định. Hãy để trống.")
        elif entry.level and not (steps.levels and entry.level in steps.levels.values):
            yield Problem(place, "level", "Cấp này không có trong danh sách. Hãy chọn lại.")


def record_problems(entries: Sequence[DatedStep]) -> Iterable[Problem]:
    """Yield steps beside records that are not there, or that another unit recorded."""
    held = _units_of(entries)
    for place, entry in enumerate(entries):
        if held.get((entry.record_kind, entry.record)) != entry.unit.pk:
            yield Problem(place, "", LOST)


def _units_of(entries: Sequence[DatedStep]) -> dict[tuple[str, UUID], int]:
    """Return at which unit each record stands to which some steps belong."""
    found: dict[tuple[str, UUID], int] = {}
    for kind in kinds():
        asked = list({each.record for each in entries if each.record_kind == kind.code})
        for start in range(0, len(asked), MOST):
            rows: Any = kind.done.model._default_manager.filter(superseded_at__isnull=True)
            listed = rows.filter(uuid__in=asked[start : start + MOST])
            found |= {(kind.code, each.uuid): each.unit_id for each in listed}
    return found


def step_days(entries: Sequence[DatedStep], *, at: datetime) -> Iterable[Problem]:
    """Yield what is wrong with the days: what was taken is never in the future, a plan may be."""
    taken = [place for place, each in enumerate(entries) if not each.is_planned]
    for problem in day_problems([entries[place] for place in taken], at=at):
        yield Problem(taken[problem.place], problem.field, problem.message)
    for place, entry in enumerate(entries):
        if entry.is_planned and entry.last_day < entry.first_day:
            yield Problem(place, "last_day", "Ngày cuối phải từ ngày đầu trở đi.")


STEPS: Done[DatedStep] = Done(
    model=DatedStep,
    deed="record.step",
    checks=[step_problems, record_problems],
    days=step_days,
    alike=Likeness(only=()),
)
