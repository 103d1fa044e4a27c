"""Units under units on one day, and the one pass that adds their figures upward."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

Figures = list[int | None]


def add(first: int | None, second: int | None) -> int | None:
    """Add two figures of which either may be unknown; unknown and unknown stay unknown."""
    if first is None:
        return second
    return first if second is None else first + second


class Tree:
    """Which unit hangs under which, on one day; each unit in exactly one place.

    Raises ValueError when the units hang under one another in a circle.
    """

    def __init__(self, parents: Mapping[int, int | None]) -> None:
        """Take the parent of each unit; under a parent that is not listed, a unit is a top."""
        self.parents = parents
        self.children: dict[int, list[int]] = {}
        self.tops: list[int] = []
        for unit, parent in parents.items():
            if parent is None or parent not in parents:
                self.tops.append(unit)
            else:
                self.children.setdefault(parent, []).append(unit)
        self.downward = self._downward()

    def __contains__(self, unit: int) -> bool:
        """Tell whether the unit is on the chart."""
        return unit in self.parents

    def _downward(self) -> list[int]:
        order = list(self.tops)
        for unit in order:
            order.extend(self.children.get(unit, ()))
        if len(order) != len(self.parents):
            raise ValueError("Các đơn vị trực thuộc lẫn nhau thành vòng.")
        return order

    @cached_property
    def branches(self) -> dict[int, int]:
        """Return, for each unit, the unit directly below its top through which it is reached.

        A top is its own branch.
        """
        tops = set(self.tops)
        branches = {top: top for top in tops}
        for each in self.downward:
            for child in self.children.get(each, ()):
                branches[child] = child if each in tops else branches[each]
        return branches

    def under(self, unit: int) -> list[int]:
        """Return the unit and everything that hangs under it, parents before children."""
        order = [unit]
        for each in order:
            order.extend(self.children.get(each, ()))
        return order

    def above(self, unit: int) -> Iterator[int]:
        """Yield the units above, nearest first."""
        parent = self.parents[unit]
        while parent is not None and parent in self.parents:
            yield parent
            parent = self.parents[parent]

    def roll_up(self, own: Mapping[int, Sequence[int | None]]) -> dict[int, Figures]:
        """Return the total of every unit that has any: its own figures plus its children's.

        All sequences have the same length. A unit is absent where nobody under it said anything.
        """
        totals: dict[int, Figures] = {}
        for unit in reversed(self.downward):
            figures = own.get(unit)
            below = totals.get(unit)
            total = _sum(figures, below)
            if total is None:
                continue
            totals[unit] = total
            parent = self.parents[unit]
            if parent is not None and parent in self.parents:
                held = totals.get(parent)
                totals[parent] = list(total) if held is None else list(map(add, held, total))
        return totals


def _sum(own: Sequence[int | None] | None, below: Figures | None) -> Figures | None:
    if own is None:
        return below
    return list(own) if below is None else list(map(add, own, below))
