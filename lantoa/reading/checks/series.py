"""Sums over a list whose total the text states earlier, perhaps in another paragraph."""

import re
from collections.abc import Iterator, Sequence

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import sum_check
from lantoa.reading.checks.sums import announces
from lantoa.reading.figure import Check

LINE = re.compile(r"\n\s*[-+•*]")
FEWEST = 3
MOST = 60
REACH = 4000
"""A total stands at most this many characters before its list."""
LOOK_BACK = 30
NEAR = 0.05
NEAR_REACH = 1500
"""A total that is only nearly reached must stand this near, unless another column agrees."""
NEAR_BESIDE = 0.15
"""The same when another column of the same list adds up to its own total."""


def series(layout: Layout) -> Iterator[Check]:
    """Yield the sums of lists in which every item states the same things."""
    for items in _lists(layout):
        columns = _columns(layout, items)
        held = [check for column in columns for check in _exact(layout, column)]
        yield from held
        summed = {check.members for check in held}
        near = NEAR_BESIDE if held else NEAR
        for column in columns:
            if tuple(column) not in summed and (held or _is_announced(layout, items)):
                yield from _near_miss(layout, column, near=near, beside=held)


def _lists(layout: Layout) -> Iterator[list[list[int]]]:
    """Yield lists as items, each item the figures that stand in it outside brackets."""
    items: list[list[int]] = []
    block = item = -1
    for number, place in enumerate(layout.places):
        if place.block != block:
            yield from _long_enough(items)
            items, block, item = [], place.block, -1
        if place.bracket:
            continue
        if place.item != item:
            items.append([])
            item = place.item
        items[-1].append(number)
    yield from _long_enough(items)


def _long_enough(items: list[list[int]]) -> Iterator[list[list[int]]]:
    """Yield the list if it has items enough, and is no table."""
    if FEWEST <= len(items) <= MOST:
        yield items


def _columns(layout: Layout, items: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the figures that stand for one kind of thing, one in each item."""
    columns: list[list[int]] = []
    for head in items[0]:
        if not layout.counts(head) or any(layout.akin(head, column[0]) for column in columns):
            continue
        column = [_first_akin(layout, head, item) for item in items]
        columns.append([place for place in column if place is not None])
    return [column for column in columns if len(column) == len(items)]


def _first_akin(layout: Layout, head: int, item: Sequence[int]) -> int | None:
    """Return the first figure of an item that counts the same sort of thing."""
    akin = (place for place in item if layout.counts(place) and layout.akin(head, place))
    return next(akin, None)


def _totals(layout: Layout, column: Sequence[int]) -> Iterator[int]:
    """Yield the figures before a list that may be its total, nearest first."""
    first = column[0]
    largest = max(layout.value(place) for place in column)
    for place in range(first - 1, max(first - LOOK_BACK, -1), -1):
        if layout.figures[first].start - layout.figures[place].end > REACH:
            return
        same = layout.places[place].block == layout.places[first].block
        if same or not layout.counts(place) or layout.value(place) <= largest:
            continue
        if any(layout.unit(place) == layout.unit(part) for part in column):
            yield place


def _exact(layout: Layout, column: Sequence[int]) -> Iterator[Check]:
    """Yield the sum that agrees with a total exactly."""
    for total in _totals(layout, column):
        check = sum_check(layout, column, total)
        if check.holds and not check.approximate:
            yield check
            return


def _is_announced(layout: Layout, items: Sequence[Sequence[int]]) -> bool:
    """Tell whether the text sets a list off: by bullets, or by words before it."""
    heads = [layout.gaps[item[0]] for item in items]
    return all(LINE.search(head) for head in heads[1:]) or announces(heads[0])


def _near_miss(
    layout: Layout, column: Sequence[int], *, near: float, beside: Sequence[Check]
) -> Iterator[Check]:
    """Yield an alarm if a total is nearly reached; one beside a total that was, first."""
    computed = sum(layout.value(place) for place in column)
    reach = REACH if beside else NEAR_REACH
    start = layout.figures[column[0]].start
    totals = [
        place for place in _totals(layout, column) if start - layout.figures[place].end <= reach
    ]
    totals.sort(key=lambda place: min((abs(place - check.total) for check in beside), default=0))
    for total in totals:
        if abs(computed - layout.value(total)) <= near * layout.value(total):
            yield sum_check(layout, column, total)
            return
