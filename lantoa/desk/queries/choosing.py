"""Which units below one may be chosen: of one kind, in one part of the subtree."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.tree import Tree
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import Portrait, chart_on, portraits

MOST = 1500
"""How many units one page offers at most; more are chosen part by part."""


@dataclass(frozen=True)
class Choosable:
    """The units at work below one on a day, by the parts in which they hang."""

    tree: Tree
    top: int
    units: dict[int, Portrait]

    @property
    def kinds(self) -> Collection[Kind]:
        """Return what kinds there are."""
        return {each.kind for each in self.units.values()}

    @property
    def parts(self) -> list[Portrait]:
        """Return the units directly below, in the order of the alphabet."""
        below = self.tree.children.get(self.top, ())
        return _by_name(self.units[each] for each in below if each in self.units)

    def among(self, *, kind: str, part: int | None) -> list[Portrait]:
        """Return the units of a kind in a part, that part itself included; empty means any."""
        within = self.tree.under(part) if part in self.units else self.tree.under(self.top)
        found = (self.units[each] for each in within if each in self.units)
        return _by_name(each for each in found if not kind or each.kind == kind)[:MOST]


def _by_name(units: Iterable[Portrait]) -> list[Portrait]:
    return sorted(units, key=lambda each: alphabetical(each.name))


def below(unit: Unit, *, on: date) -> Choosable:
    """Return the units at work below one on a day."""
    chart = chart_on(on, under=unit.pk)
    open_below = [each for each in chart.tree.parents if each != unit.pk and chart.is_open(each)]
    return Choosable(chart.tree, unit.pk, portraits(open_below, on=on))
