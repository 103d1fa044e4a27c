"""Parts of which each states its share, where the shares add up to the whole hundred.

"24 … (60%), 12 … (30%), 4 … (10%)": such parts leave nothing out, so they must add up to the
figure of which they are shares, however far off they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import percent_check, sum_check
from lantoa.reading.checks.percentages import BEHIND, IN_BRACKETS
from lantoa.reading.figure import Check, Number
from lantoa.reading.wording import whole_words

FEWEST = 2
ROUNDED = 0.4
"""How far each share may be cut or rounded on average."""
LOOK_BACK = 5
REACH = 60
MISSED = 0.5
LED = re.compile(whole_words("trong đó", "gồm", "cụ thể"))


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts with their shares, and the figure before them that may be the whole."""

    layout: Layout
    parts: Sequence[int]
    whole: int | None

    @property
    def total(self) -> Number:
        """Return what the parts add up to."""
        return sum(self.layout.value(part) for part in self.parts)

    def fitting(self, whole: Number) -> int:
        """Return how many of the shares are right if the parts make up a whole."""
        return 0 if not whole else sum(self._share(part, part, whole).holds for part in self.parts)

    def _share(self, part: int, place: int, whole: Number) -> Check:
        """Return the check of a part's share of the whole that a figure states."""
        value = self.layout.value(part)
        return percent_check(self.layout, [part, place], part + 1, part=value, whole=whole)

    def speaks_of_itself(self) -> bool:
        """Tell whether the shares are those of the sum of the parts, whatever stands before."""
        return self.fitting(self.total) == len(self.parts)

    def checks(self) -> Iterator[Check]:
        """Yield the sum, and each share, if the whole is sure: some shares must be of it."""
        if self.whole is None:
            return
        figure = self.layout.figures[self.whole]
        base = max((figure.value, figure.of or figure.value), key=self.fitting)
        right = self.fitting(base)
        if not right and self._is_announced(figure.value):
            yield sum_check(self.layout, self.parts, self.whole)
        if not right or (self.total != figure.value and right <= self.fitting(self.total)):
            return
        yield sum_check(self.layout, self.parts, self.whole)
        for part in self.parts:
            yield self._share(part, self.whole, base)

    def _is_announced(self, stated: Number) -> bool:
        """Tell whether "trong đó" leads to parts whose shares are all of their own sum."""
        between = self.layout.gaps[(self.whole or 0) + 1 : self.parts[0] + 1]
        near = abs(self.total - stated) <= MISSED * stated
        return near and self.speaks_of_itself() and any(LED.search(gap) for gap in between)


def partitions(layout: Layout) -> list[Partition]:
    """Return the lists whose shares add up to the whole hundred."""
    return [
        Partition(layout, parts, _whole(layout, parts))
        for parts in _lists(layout)
        if len(parts) >= FEWEST and _make_hundred(layout, parts)
    ]


def _make_hundred(layout: Layout, parts: Sequence[int]) -> bool:
    """Tell whether the shares add up to the whole hundred, roundings apart."""
    shares = sum(layout.value(part + 1) for part in parts)
    return abs(shares - 100) <= ROUNDED * len(parts)


def _lists(layout: Layout) -> Iterator[list[int]]:
    """Yield the parts that follow one another, each with its share right behind it."""
    parts: list[int] = []
    for place, following in enumerate(layout.figures[1:]):
        if following.unit != "percent" or not _has_share(layout, place):
            continue
        if parts and not _goes_on(layout, parts[-1], place):
            yield parts
            parts = []
        parts = [*parts, place]
    yield parts


def _has_share(layout: Layout, place: int) -> bool:
    """Tell whether a figure counts, and the percentage that follows stands right behind it."""
    if not layout.counts(place):
        return False
    gap = layout.gaps[place + 1]
    beside = len(gap) <= REACH and bool(BEHIND.match(gap) or IN_BRACKETS.match(gap))
    return beside and not layout.tells_change(place + 1)


def _goes_on(layout: Layout, part: int, following: int) -> bool:
    """Tell whether a part follows the share of the one before, in this sentence or the next."""
    near = layout.places[following].block - layout.places[part].block <= 1
    return following == part + 2 and near and layout.akin(part, following)


def _whole(layout: Layout, parts: Sequence[int]) -> int | None:
    """Return the nearest figure of the kind before the parts that is larger than each."""
    largest = max(layout.value(part) for part in parts)
    for place in range(parts[0] - 1, max(parts[0] - 1 - LOOK_BACK, -1), -1):
        if layout.places[parts[0]].block - layout.places[place].block > 2:
            return None
        counts = layout.counts(place) and not layout.tells_change(place)
        if counts and layout.akin(place, parts[0]) and layout.value(place) >= largest:
            return place
    return None
