"""A decision as tiles: each unit that takes over, and in it those that it takes over from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from lantoa.acts.plan import Plan
from lantoa.acts.shown import Shown, shown
from lantoa.acts.sketch import Taking

MOST_TILES = 150
"""Tiles on one page; the spreadsheet has all."""


@dataclass(frozen=True)
class Origin:
    """A unit that is taken over, and how much of it."""

    name: str
    code: str
    words: str


@dataclass(frozen=True)
class Tile:
    """A unit that takes over: is it new, and from whom."""

    name: str
    code: str
    is_new: bool
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class Tiles:
    """The tiles that a page shows, and how many more there are."""

    shown: Sequence[Tile]
    more: int


def tiles_of(plan: Plan) -> Tiles:
    """Return who takes over from whom, in the order of the codes after the decision."""
    taken: dict[int, list[Taking]] = defaultdict(list)
    for each in plan.takings:
        taken[each.successor].append(each)
    after = [shown(plan.after, unit, plan.on) for unit in taken]
    found = [_tile(plan, unit, taken[unit.pk]) for unit in sorted(after, key=_order)]
    return Tiles(found[:MOST_TILES], max(len(found) - MOST_TILES, 0))


def _tile(plan: Plan, unit: Shown, taken: Iterable[Taking]) -> Tile:
    eve = plan.on - timedelta(days=1)
    old = [(shown(plan.before, each.predecessor, eve), each) for each in taken]
    origins = [
        Origin(one.name, one.code, _words(each))
        for one, each in sorted(old, key=lambda pair: _order(pair[0]))
    ]
    return Tile(unit.name, unit.code, unit.uuid is None, tuple(origins))


def _words(taking: Taking) -> str:
    if taking.is_whole:
        return ""
    return "phần chính" if taking.is_principal else "một phần"


def _order(unit: Shown) -> tuple[int, str, int]:
    return len(unit.code), unit.code, unit.pk
