"""Percentages whose numerator and base the text states near by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import percent_check
from lantoa.reading.figure import Check, Number

REACH = 100
LOOK_BACK = 6
NEAR_POINTS = 3.0
"""A percentage further from the quotient than this is probably one of something else."""
NEAR_SHARE = 0.25
"""The same as a share of the percentage, for small ones."""
SLIP_POINTS = 20.0
"""The same for a percentage written right beside its ratio."""
KEPT_FOR = 4000
"""How many characters further on a base that proved right still counts as the base."""

JOINS = r"(?:đạt|chiếm|bằng|tương đương|tương ứng|tương ứng với|với|=|là)?"
RATE = r"(?:[ ]?(?:tỷ lệ|tỉ lệ))?(?: là)?[ ]?:?"
BEHIND = re.compile(rf"[^,;.()\n]{{0,70}}[,(-]?[ ]*{JOINS}{RATE}[ ]*$")
BEHIND_FREELY = re.compile(r"[^;.()\n]{0,80}\(?[^;.()\n]{0,20}$")
AT_LAST = re.compile(rf"[^;.()\n]{{0,90}}, (?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ){RATE}[ ]*$")
IN_BRACKETS = re.compile(r"[^;.()\n]{0,70}\([ ]*(?:đạt |chiếm |tỷ lệ |tỉ lệ |=[ ]?)*$")
BEFORE = re.compile(
    r"[^;.()\n]{0,30}\([ ]*(?:gồm |có |với |là )?$|[ ]*,? (?:tức|tương ứng|với|là) $"
)
OTHER = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|so|vượt|cùng kỳ|mỗi|bình quân|thêm|hơn|lãi suất|còn|nhưng|"
    r"(?:tỷ|tỉ) lệ [^\W\d_]+ [^\W\d_]+)(?!\w)"
)
OF_A_PLAN = re.compile(
    r"[ ]?(?:/|so với |so |của )?(?:kế hoạch|kh(?!\w)|chỉ tiêu|nghị quyết|dự toán|cùng kỳ|năm)"
)
OF_TOTAL = re.compile(r"[ ](?:trên|trong|so với|của)?[ ]?tổng số[ ]$")
PARTED = re.compile(r"(?<!\w)(?:trong đó|trong số đó|tổng số|có)(?!\w)")


@dataclass(frozen=True, slots=True)
class Base:
    """What a percentage may be taken of: a figure, and the number that it stands for."""

    place: int
    whole: Number
    proved: bool = False


@dataclass(slots=True)
class Percentages:
    """Checks the percentages of a text in order; remembers the base that last proved right."""

    layout: Layout
    last: list[Base] = field(default_factory=list)

    def checks(self) -> Iterator[Check]:
        """Yield the check of every percentage that stands beside what it is taken of."""
        for place, figure in enumerate(self.layout.figures):
            if figure.unit != "percent" or figure.to is not None:
                continue
            check = self._of_ratio(place) or self._of_two(place)
            if check:
                yield check

    def _of_ratio(self, percent: int) -> Check | None:
        """Return the check of a percentage against the ratio it stands beside."""
        for place, joined in _neighbours(self.layout, percent):
            figure = self.layout.figures[place]
            if not figure.of or figure.unit == "rank":
                continue
            check = percent_check(self.layout, [place], percent, part=figure.value, whole=figure.of)
            if check.holds or (joined and self._comparable(check)):
                self.last = [Base(place, figure.of, check.holds), Base(place, figure.value)]
                return check
        return None

    def _comparable(self, check: Check) -> bool:
        """Tell whether a wrong percentage can be a slip, and not one of something else."""
        figure = self.layout.figures[check.members[0]]
        apart = abs(figure.value / (figure.of or 1) * 100 - self.layout.value(check.total))
        return apart <= SLIP_POINTS or self._in_brackets(check)

    def _in_brackets(self, check: Check) -> bool:
        """Tell whether a bracket stands between the percentage and what it is of, and no more."""
        first = min(check.members[0], check.total)
        return "(" in self.layout.gaps[first + 1]

    def _of_two(self, percent: int) -> Check | None:
        """Return the check of a percentage against a part and a whole near by."""
        if OF_A_PLAN.match(self.layout.after(percent)):
            return None
        for part, joined in _neighbours(self.layout, percent):
            if not self.layout.counts(part) or self.layout.figures[part].of:
                continue
            check = self._with_base(percent, part, joined=joined)
            if check:
                return check
        return None

    def _with_base(self, percent: int, part: int, *, joined: bool) -> Check | None:
        """Return the check with the nearest base that fits, or the alarm of a sure one."""
        bases = [*_bases(self.layout, percent, part), *self._kept(part)]
        for base in bases:
            check = self._check(percent, part, base)
            if check.holds:
                self.last = [Base(base.place, base.whole, proved=True)]
                return check
        sure = [base for base in bases if base.proved] or self._sure(bases, part)
        alarm = self._check(percent, part, sure[0]) if sure and joined else None
        return alarm if alarm and self._is_close(alarm, sure[0]) else None

    def _sure(self, bases: list[Base], part: int) -> list[Base]:
        """Return the base if there is no doubt: the only one, or the one parted by "trong đó"."""
        if len({base.place for base in bases}) == 1:
            return bases[:1]
        between = self.layout.gaps[bases[0].place + 1 : part + 1] if bases else []
        return bases[:1] if any("trong đó" in gap for gap in between) else []

    def _check(self, percent: int, part: int, base: Base) -> Check:
        """Return the check of a part of a base."""
        members = [part, base.place]
        value = self.layout.value(part)
        return percent_check(self.layout, members, percent, part=value, whole=base.whole)

    def _kept(self, part: int) -> Iterator[Base]:
        """Yield the base of the percentage before, while the text still speaks of it."""
        for base in self.last:
            apart = self.layout.figures[part].start - self.layout.figures[base.place].start
            fits = base.whole >= self.layout.value(part) and base.place < part
            if fits and apart < KEPT_FOR and self.layout.akin(base.place, part):
                yield base

    def _is_close(self, check: Check, base: Base) -> bool:
        """Tell whether a wrong percentage is near the quotient of what plainly belongs to it."""
        layout, (part, place) = self.layout, check.members
        stated = layout.value(check.total)
        apart = abs(layout.value(part) / base.whole * 100 - stated)
        if base.proved and self._in_brackets(check):
            return apart <= SLIP_POINTS
        if apart > min(NEAR_POINTS, NEAR_SHARE * stated):
            return False
        if base.proved or place > part:
            return True
        together = layout.places[part].block == layout.places[place].block
        return together and bool(PARTED.search(layout.gaps[part]))


def percentages(layout: Layout) -> Iterator[Check]:
    """Yield the checks of the percentages of a text."""
    yield from Percentages(layout).checks()


def _neighbours(layout: Layout, percent: int) -> Iterator[tuple[int, bool]]:
    """Yield the figures on both sides, and whether words plainly join them."""
    if percent + 1 < len(layout.figures):
        behind = layout.gaps[percent + 1]
        if len(behind) <= REACH and BEFORE.match(behind):
            yield percent + 1, True
    gap = layout.gaps[percent]
    if percent and len(gap) <= REACH and not OTHER.search(gap):
        joined = BEHIND.match(gap) or AT_LAST.match(gap) or IN_BRACKETS.match(gap)
        if joined or BEHIND_FREELY.match(gap):
            yield percent - 1, joined is not None


def _bases(layout: Layout, percent: int, part: int) -> Iterator[Base]:
    """Yield the figures of the same kind that stand before the part, nearest first."""
    behind = percent + 1
    if behind < len(layout.figures) and OF_TOTAL.match(layout.gaps[behind]):
        yield Base(behind, layout.value(behind))
        return
    block = layout.places[part].block
    for place in range(part - 1, max(part - 1 - LOOK_BACK, -1), -1):
        if layout.places[place].block < block - 1:
            return
        if layout.counts(place) and layout.akin(place, part):
            yield from _stands_for(layout, place, part)


def _stands_for(layout: Layout, place: int, part: int) -> Iterator[Base]:
    """Yield the numbers that a base can stand for: a ratio for its whole or its numerator."""
    figure = layout.figures[place]
    for whole in (figure.of, figure.value):
        if whole and whole >= layout.value(part):
            yield Base(place, whole)
