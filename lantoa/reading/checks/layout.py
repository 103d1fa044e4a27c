"""How figures stand to one another: sentences, brackets, items of a list, words between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantoa.reading.figure import FoundFigure, Number
from lantoa.reading.folding import plain_parts

SIGN = re.compile(
    r"([();.!?\n](?:(?<![.!?])|(?=\s|$))\s*)"
    r"([-+•*](?=\s|$))?"
)
"""What ends or opens a part of a text, and the bullet behind it."""

PEOPLE = frozenset(("person", "party_member", "attendance", "individual"))
BODIES = frozenset(("unit_org", "collective", "school", "site"))
OCCASIONS = frozenset(("conference", "event", "dialogue", "class"))
HOUSEHOLDS = frozenset(("household", "attendance"))
GROUPS = (PEOPLE, BODIES, OCCASIONS, HOUSEHOLDS)
UNCOUNTED = frozenset(("percent", "rank", "times", "per_10000", "year_count", "month_count"))
UNCOUNTED |= {"day_count", "age"}


CHANGED = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|thêm|bớt|hụt|(?:ít|nhiều|cao|thấp) hơn)"
    r"(?: thêm| được| là| tới| đến)?[ :]*$"
)
LIKEWISE = re.compile(r"[^\w\n]{0,3}(?:tức |tương đương |tương ứng |bằng |và )?$")
BEFORE_CHANGE = 24


@dataclass(slots=True)
class Spot:
    """Where a figure stands: numbers that two figures share when they stand together."""

    block: int
    """One sentence, or one list with its introduction."""
    item: int
    """One part of a list between semicolons or bullets."""
    bracket: int
    """The innermost pair of brackets; 0 outside."""
    outer: int
    """The pair of brackets around that one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The figures of a text, where each stands, and the words before each."""

    figures: Sequence[FoundFigure]
    gaps: list[str]
    places: list[Spot]

    @classmethod
    def of(cls, text: str, figures: Sequence[FoundFigure]) -> "Layout":
        """Return the layout of a text; each character is looked at once."""
        ends = [0, *(figure.end for figure in figures)]
        starts = [*(figure.start for figure in figures), len(text)]
        gaps = plain_parts(text, zip(ends, starts, strict=True))
        return cls(figures, gaps, [*_places(gaps[:-1])])

    def after(self, place: int, reach: int = 60) -> str:
        """Return the words right behind a figure, up to the next one."""
        return self.gaps[place + 1][:reach]

    def value(self, place: int) -> Number:
        """Return what a figure counts; a ratio counts its numerator."""
        return self.figures[place].value

    def unit(self, place: int) -> str:
        """Return the unit of a figure."""
        return self.figures[place].unit

    def akin(self, one: int, other: int) -> bool:
        """Tell whether two figures count the same sort of thing."""
        units = {self.unit(one), self.unit(other)}
        return len(units) == 1 or any(units <= group for group in GROUPS)

    def tells_change(self, place: int) -> bool:
        """Tell whether a figure is a rise or a fall: both numbers of "giảm 3 vụ (2%)"."""
        if CHANGED.search(self.gaps[place][-BEFORE_CHANGE:]):
            return True
        beside = place > 0 and LIKEWISE.match(self.gaps[place]) is not None
        return beside and CHANGED.search(self.gaps[place - 1][-BEFORE_CHANGE:]) is not None

    def counts(self, place: int) -> bool:
        """Tell whether a figure can be a part or a whole."""
        figure = self.figures[place]
        return figure.unit not in UNCOUNTED and figure.to is None


@dataclass(slots=True)
class _Walk:
    """Where the walk through the signs between figures stands."""

    block: int = 0
    item: int = 0
    opened: int = 0
    stack: tuple[int, ...] = ()

    def step(self, sign: str, bullet: str) -> None:
        """Take in one sign and the bullet that may stand behind it."""
        if sign[0] == "(":
            self.opened += 1
            self.stack = (*self.stack[-4:], self.opened)
        elif sign[0] == ")":
            self.stack = self.stack[:-1]
        if "\n" in sign:
            self._end_line(listed=bool(bullet))
        elif sign[0] not in "()":
            self.item += 1
            self.block += sign[0] != ";" and not self.stack

    def _end_line(self, *, listed: bool) -> None:
        """Leave all brackets and the item; the sentence too unless a bullet goes on with it."""
        self.stack = ()
        self.item += 1
        self.block += not listed

    def place(self) -> Spot:
        """Return the present place."""
        inner = self.stack[-1] if self.stack else 0
        outer = self.stack[-2] if len(self.stack) > 1 else 0
        return Spot(self.block, self.item, inner, outer)


def _places(gaps: list[str]) -> Iterator[Spot]:
    """Yield the place behind each gap."""
    walk = _Walk()
    for gap in gaps:
        for sign, bullet in SIGN.findall(gap):
            walk.step(sign, bullet)
        yield walk.place()
