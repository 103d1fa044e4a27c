"""Sums over figures that simply follow their total: "… 120 …; … 80 …, … 30 …, … 10 …"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.nearness import overlap
from lantoa.reading.checks.notes import sum_check
from lantoa.reading.figure import Check

FEWEST = 3
MOST = 12
NEAR = 0.02
"""Nothing announces such a sum, so only a slip of the pen is worth an alarm."""
TELLING = 20
"""Two smaller numbers may add up to a third by chance."""


def rows(layout: Layout) -> Iterator[Check]:
    """Yield the sums of figures of one unit whose total stands just before."""
    previous: list[int] = []
    for _, block in groupby(enumerate(layout.places), key=lambda place: place[1].block):
        here = [number for number, place in block if not place.bracket]
        yield from _within(layout, here, before=previous)
        previous = here


def _within(layout: Layout, here: Sequence[int], *, before: Sequence[int]) -> Iterator[Check]:
    """Yield the sums of a sentence, whose total opens it or closes the sentence before."""
    if len(here) < FEWEST - 1:
        return
    for alike in _of_one_unit(layout, here):
        if len(alike) < FEWEST - 1 or not any(layout.counts(place) for place in alike):
            continue
        ahead = chain(reversed(here[: here.index(alike[0])]), reversed(before))
        earlier = [*islice((place for place in ahead if layout.akin(place, alike[0])), 1)]
        yield from _added(layout, alike[0], alike[1:])
        for total in earlier:
            yield from _added(layout, total, alike)
        yield from _halves(layout, [*earlier, *alike])


def _of_one_unit(layout: Layout, here: Sequence[int]) -> Iterable[Sequence[int]]:
    """Return the figures of each unit."""
    alike: dict[str, list[int]] = {}
    for place in here:
        alike.setdefault(layout.figures[place].unit, []).append(place)
    return alike.values()


def _added(layout: Layout, total: int, parts: Sequence[int]) -> Iterator[Check]:
    """Yield the sum if it holds, or misses the total by a slip."""
    whole = layout.value(total)
    if not FEWEST <= len(parts) <= MOST or any(layout.value(part) >= whole for part in parts):
        return
    missed = abs(sum(layout.value(part) for part in parts) - whole)
    if missed > NEAR * whole or not _is_exact(layout, [total, *parts]):
        return
    alike = layout.unit(total) == layout.unit(parts[0]) != "VND"
    slip = alike and _in_one_row(layout, total, parts) and not overlap(layout, parts)
    if not missed or slip:
        yield sum_check(layout, parts, total)


def _halves(layout: Layout, alike: Sequence[int]) -> Iterator[Check]:
    """Yield the sums of two figures right behind their total, where they agree."""
    for total, one, other in zip(alike, alike[1:], alike[2:], strict=False):
        whole = layout.value(total)
        if whole < TELLING or layout.value(one) + layout.value(other) != whole:
            continue
        if layout.value(one) and layout.value(other) and _is_exact(layout, [total, one, other]):
            yield sum_check(layout, [one, other], total)


def _is_exact(layout: Layout, places: Sequence[int]) -> bool:
    """Tell whether all figures are exact counts, and none is a rise or a fall."""
    exact = all(layout.figures[place].approx == "exact" for place in places)
    return exact and not any(layout.tells_change(place) for place in places)


def _in_one_row(layout: Layout, total: int, parts: Sequence[int]) -> bool:
    """Tell whether only shares stand between the total and its last part."""
    between = set(range(total + 1, parts[-1] + 1)) - set(parts)
    return all(layout.unit(place) == "percent" for place in between)
