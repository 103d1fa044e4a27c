"""Decides at once: drafted, tried and approved, for tests that need the organisation changed.

A decision may refuse: then what was wrong with it rises, as `lantoa.acts.steps.Refused`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lantoa.acts.models import Act
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Kind, Unit
from tests.acts.acts import passed


def move(unit: Unit, *, under: Unit, on: date, **more: Any) -> Act:
    return passed([Step(sort=Sort.MOVE, unit=unit.pk, parent=under.pk)], on, **more)


def rename(unit: Unit, *, name: str, on: date, **more: Any) -> Act:
    return passed([Step(sort=Sort.RENAME, unit=unit.pk, name=name)], on, **more)


def recode(unit: Unit, *, code: str, on: date, **more: Any) -> Act:
    return passed([Step(sort=Sort.RECODE, unit=unit.pk, code=code)], on, **more)


def close(unit: Unit, *, into: Unit, on: date, **more: Any) -> Act:
    return passed([Step(sort=Sort.CLOSE, unit=unit.pk, successor=into.pk)], on, **more)


def merge(units: Sequence[Unit], *, name: str, kind: Kind, under: Unit, on: date) -> Unit:
    """Merge units into a new one, and return it."""
    act = passed(
        [
            Step(sort=Sort.MERGE, unit=unit.pk, name=name, kind=kind, parent=under.pk)
            for unit in units
        ],
        on,
    )
    return formed(act, at=0)


def divide(
    unit: Unit, *, into: Sequence[tuple[Unit, Sequence[Unit]]], principal: Unit, on: date
) -> Act:
    """Divide a unit among others, each with the sub-units that it receives."""
    return passed(
        [
            Step(sort=Sort.SPLIT, unit=unit.pk, into=part.pk, successor=principal.pk,
                 receives=tuple(each.pk for each in received))
            for part, received in into
        ],
        on,
    )  # fmt: skip


def formed(act: Act, *, at: int) -> Unit:
    """Return the unit that a step of a decision opened."""
    unit = act.steps.get(order=at).formed
    assert unit is not None
    return unit
