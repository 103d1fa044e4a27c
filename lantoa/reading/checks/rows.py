"""Sums over figures that simply follow their total: "… 120 …; … 80 …, … 30 …, … 10 …"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import sum_check
from lantoa.reading.checks.sums import overlap
from lantoa.reading.figure import Check

FEWEST = 3
MOST = 12
NEAR = 0.02
"""Nothing announces such a sum, so only a slip of the pen is worth an alarm."""


def rows(layout: Layout) -> Iterator[Check]:
    """Yield the sums of three or more figures of one unit whose total stands just before."""
    numbers = range(len(layout.figures))
    previous: list[int] = []
    for _, block in groupby(numbers, key=lambda place: layout.places[place].block):
        here = [place for place in block if not layout.places[place].bracket]
        yield from _within(layout, here, before=previous)
        previous = here


def _within(layout: Layout, here: Sequence[int], *, before: Sequence[int]) -> Iterator[Check]:
    """Yield the sums of a sentence, whose total opens it or closes the sentence before."""
    if len(here) < FEWEST:
        return
    for unit in {layout.unit(place) for place in here if layout.counts(place)}:
        alike = [place for place in here if layout.unit(place) == unit]
        earlier = [place for place in before if layout.unit(place) == unit][-1:]
        yield from _added(layout, alike[0], alike[1:])
        for total in earlier:
            yield from _added(layout, total, alike)


def _added(layout: Layout, total: int, parts: Sequence[int]) -> Iterator[Check]:
    """Yield the sum if it holds, or misses the total by a slip."""
    whole = layout.value(total)
    if not FEWEST <= len(parts) <= MOST or any(layout.value(part) >= whole for part in parts):
        return
    check = sum_check(layout, parts, total)
    missed = abs(sum(layout.value(part) for part in parts) - whole)
    slip = missed <= NEAR * whole and layout.unit(total) != "VND"
    if not check.approximate and (check.holds or (slip and not overlap(layout, parts))):
        yield check
