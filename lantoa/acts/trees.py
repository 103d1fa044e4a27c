"""The affected part of the organisation as trees, before and after a decision."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from lantoa.acts.picture import BEFORE, OPEN, Picture
from lantoa.acts.plan import Plan
from lantoa.acts.shown import Shown, shown


@dataclass(frozen=True)
class Node:
    """A unit on a tree: is it at work, does a step touch it, and how many unnamed hang under it."""

    unit: Shown
    is_open: bool
    is_touched: bool
    following: int
    below: tuple["Node", ...]

    def size(self) -> int:
        """Return how many units the tree names."""
        return 1 + sum(each.size() for each in self.below)


def forest(plan: Plan, touched: Collection[int], *, before: bool) -> list[Node]:
    """Return the trees of what the steps touch and what stands above it.

    The trees before are those of the eve. Units that merely follow a merged one are counted where
    they hang, not listed.
    """
    picture, day = (plan.before, plan.on - timedelta(days=1)) if before else (plan.after, plan.on)
    listed = _with_paths(picture, touched, plan, before=before)
    children: dict[int | None, list[int]] = defaultdict(list)
    for unit in listed:
        parent = picture[unit].place_on(day).parent
        children[parent if parent in listed else None].append(unit)
    followers = Counter(picture[each].place_on(day).parent for each in plan.follows)

    def node(unit: int) -> Node:
        below = sorted(
            map(node, children[unit]), key=lambda each: (not each.is_open, each.unit.code)
        )
        return Node(
            unit=shown(picture, unit, day),
            is_open=picture[unit].place_on(day).state == OPEN,
            is_touched=unit in touched,
            following=followers[unit],
            below=tuple(below),
        )

    return sorted(map(node, children[None]), key=lambda each: each.unit.code)


def _with_paths(
    picture: Picture, touched: Collection[int], plan: Plan, *, before: bool
) -> set[int]:
    day = plan.on - timedelta(days=1) if before else plan.on
    there = {
        each for each in touched if each in picture and picture[each].place_on(day).state != BEFORE
    }
    return there.union(*(picture.path_above(each, day=day) for each in there))
