"""From where a decision is taken: the lowest unit that governs all that it touches."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from lantoa.acts.loading import picture
from lantoa.acts.picture import Picture
from lantoa.acts.steps import Fault, Step
from lantoa.units.queries import parents_under

OUTSIDE = "không có đơn vị này, hoặc bạn chưa được giao sắp xếp đơn vị này."
HERE = {"unit": True, "receives": True, "parent": False, "into": False, "successor": False}
"""Which units a step names, by its field; True where the unit above decides about it."""


def seat_of(steps: Sequence[Step], *, on: date) -> int | None:
    """Return the lowest unit above all that some steps change, on the day before they hold.

    What changes is governed by the unit above it, at the top by itself; what only receives, by
    itself. None where the steps name nothing, or units that no one unit holds.
    """
    day = on - timedelta(days=1)
    known = _picture(steps)
    paths = {tuple(path) for step in steps for _, path in _paths(known, step, day)}
    if not paths:
        return None
    first, *others = sorted(paths, key=len)
    return next((each for each in first if all(each in path for path in others)), None)


def outside(steps: Sequence[Step], *, unit: int, on: date, today: date) -> list[Fault]:
    """Return a fault for each unit named that is not governed from one unit or from under it.

    It must have been so on the day before the steps hold, and be so today.
    """
    known = _picture(steps)
    found = [
        Fault(number, column, OUTSIDE)
        for day in (on - timedelta(days=1), today)
        for number, step in enumerate(steps)
        for column, path in _paths(known, step, day)
        if unit not in path
    ]
    return list(dict.fromkeys(found))


def governs(unit: int, steps: Sequence[Step], *, on: date) -> bool:
    """Tell whether all that some steps name is governed on a day from a unit or from under it."""
    known = _picture(steps)
    return all(unit in path for step in steps for _, path in _paths(known, step, on))


def reach(unit: int, *, on: date, today: date) -> set[int]:
    """Return what somebody at a unit may name in a decision.

    That is all under it on the day before and still today: what went elsewhere is decided there.
    """
    before = parents_under(unit, on=on - timedelta(days=1))
    return set(before) & set(parents_under(unit, on=today))


def _picture(steps: Collection[Step]) -> Picture:
    return picture(set().union(*(step.units() for step in steps)) if steps else set())


def _paths(known: Picture, step: Step, day: date) -> Iterator[tuple[str, list[int]]]:
    for column, is_changed in HERE.items():
        value = getattr(step, column)
        for unit in value if isinstance(value, tuple) else (value,):
            if isinstance(unit, int) and unit in known:
                above = known.path_above(unit, day=day)
                yield column, above if is_changed and above else [unit, *above]
