"""Percentages whose numerator and base the text states near by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import percent_check
from lantoa.reading.figure import Check, Number
from lantoa.reading.wording import whole_words

REACH = 100
LOOK_BACK = 6
NEAR_POINTS = 3.0
"""A percentage further from the quotient than this is probably one of something else."""
NEAR_SHARE = 0.25
"""The same as a share of the percentage, for small ones."""
SLIP_OF_PLAN = 10.0
"""Five of nine reached may well be all that was planned for the year."""
SLIP_SHARE = 0.6
SLIP_POINTS = 20.0
"""The same for a percentage written right beside its ratio."""
KEPT_FOR = 4000
"""How many characters further on a base that proved right still counts as the base."""

JOINS = r"(?:đạt|chiếm|bằng|tương đương|tương ứng|tương ứng với|với|=|là)?"
OF_RATE = r"(?:tỷ|tỉ) lệ"
RATE = rf"(?:[ ]?{OF_RATE})?(?: là)?[ ]?:?"
SIGNED = rf"[,(-][ ]*{JOINS}{RATE}"
WORDED = rf"(?<=[ ])(?:(?:đạt )?{OF_RATE}(?: là)?[ ]?:?|(?<!đạt )(?!đạt){JOINS}{RATE})"
BEHIND = re.compile(rf"[^,;.()\n]{{0,70}}(?:{SIGNED}|{WORDED})[ ]*$")
"""Without a sign between, "đạt" speaks of the things: "18/20 chỉ tiêu đạt 100%"."""
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
PLANNED = re.compile(
    r"(?<!\w)(?:kế hoạch|kh|chỉ tiêu|dự toán)"
    r"(?: (?:giao|năm|cả năm|đề ra|là|tỉnh giao|huyện giao))*[ :]*$"
)
OF_TOTAL = re.compile(r"[ ](?:(?:trên|trong|so với|của)?[ ]?tổng số|trong|trên)[ ]$")
SOLVED = ("giải quyết", "hòa giải thành", "hòa giải", "khám phá", "làm rõ", "xử lý", "thành công")
"""What is done with the cases of which the sentence before tells."""
PARTED = re.compile(whole_words("trong đó", "trong số đó", "tổng số", "có", "trả", *SOLVED))
SHARING = re.compile(r"(?:chiếm|tỷ lệ|tỉ lệ|\()[ :]*$")


@dataclass(frozen=True, slots=True)
class Base:
    """What a percentage may be taken of: a figure, and the number that it stands for."""

    place: int
    whole: Number
    proved: bool = False
    block: int = -1
    """Where it proved right."""


@dataclass(slots=True)
class Percentages:
    """Checks the percentages of a text in order; remembers the base that last proved right."""

    layout: Layout
    unnamed: frozenset[int] = frozenset()
    """Percentages of a whole that the text does not state: no other base proves them wrong."""
    last: list[Base] = field(default_factory=list)

    def checks(self) -> Iterator[Check]:
        """Yield the check of every percentage that stands beside what it is taken of."""
        for place, figure in enumerate(self.layout.figures):
            if figure.unit != "percent" or figure.to is not None:
                continue
            if self.layout.tells_change(place):
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
                block = self.layout.places[percent].block
                self.last = [
                    Base(self._plainly(place, figure.of), figure.of, check.holds, block),
                    Base(place, figure.value),
                ]
                return check
        return None

    def _plainly(self, ratio: int, whole: Number) -> int:
        """Return the figure before a ratio that states its whole by itself, or the ratio."""
        for place in range(ratio - 1, max(ratio - LOOK_BACK, -1), -1):
            figure = self.layout.figures[place]
            if figure.value == whole and not figure.of and self.layout.akin(place, ratio):
                return place
        return ratio

    def _comparable(self, check: Check) -> bool:
        """Tell whether a wrong percentage can be a slip, and not one of something else."""
        figure = self.layout.figures[check.members[0]]
        apart = abs(figure.value / (figure.of or 1) * 100 - self.layout.value(check.total))
        planned = OF_A_PLAN.match(self.layout.after(check.total)) is not None
        return not planned or apart <= SLIP_OF_PLAN or self._in_brackets(check)

    def _in_brackets(self, check: Check) -> bool:
        """Tell whether a bracket stands between the percentage and what it is of, and no more."""
        first = min(check.members[0], check.total)
        return "(" in self.layout.gaps[first + 1]

    def _of_two(self, percent: int) -> Check | None:
        """Return the check of a percentage against a part and a whole near by."""
        plan = self._plan(percent)
        if plan is not None:
            return self._of_plan(percent, plan)
        if OF_A_PLAN.match(self.layout.after(percent)):
            return None
        for part, joined in _neighbours(self.layout, percent):
            if not self.layout.counts(part) or self.layout.figures[part].of:
                continue
            check = self._with_base(percent, part, joined=joined)
            if check:
                return check
        return None

    def _plan(self, percent: int) -> int | None:
        """Return the figure beside a percentage that states what was planned: "(KH 850 đ/c)"."""
        layout = self.layout
        for plan in (percent + 1, percent - 1):
            inside = 0 <= plan < len(layout.figures) and layout.counts(plan)
            near = inside and layout.places[plan].block == layout.places[percent].block
            if near and PLANNED.search(layout.gaps[plan][-REACH:]):
                return plan
        return None

    def _of_plan(self, percent: int, plan: int) -> Check | None:
        """Return the check of what was reached against what was planned."""
        layout, whole = self.layout, self.layout.value(plan)
        before = range(min(plan, percent) - 1, max(percent - LOOK_BACK, -1), -1)
        akin = (place for place in before if layout.counts(place) and layout.akin(place, plan))
        part = next(akin, None)
        if part is None or not whole or layout.tells_change(part):
            return None
        check = percent_check(layout, [part, plan], percent, part=layout.value(part), whole=whole)
        apart = abs(layout.value(part) / whole * 100 - layout.value(percent))
        return check if check.holds or apart <= SLIP_OF_PLAN else None

    def _with_base(self, percent: int, part: int, *, joined: bool) -> Check | None:
        """Return the check with the base that fits best, or the alarm of a sure one."""
        kept = [*self._kept(part)]
        bases = [*_bases(self.layout, percent, part), *kept]
        fits = self._fitting(percent, part, kept[:1]) or self._fitting(percent, part, bases)
        if fits:
            check, base = fits
            block = self.layout.places[percent].block
            self.last = [Base(base.place, base.whole, proved=True, block=block)]
            return check
        sure = [base for base in bases if self._still(base, percent)] or self._sure(bases, part)
        if not sure or not joined or percent in self.unnamed:
            return None
        alarm = self._check(percent, part, sure[0])
        return alarm if self._is_close(alarm, sure[0]) else None

    def _fitting(self, percent: int, part: int, bases: Sequence[Base]) -> tuple[Check, Base] | None:
        """Return the check that holds with the base whose quotient comes nearest."""
        value, stated = self.layout.value(part), self.layout.value(percent)
        checks = [(self._check(percent, part, base), base) for base in bases]
        holding = [pair for pair in checks if pair[0].holds]
        return min(
            holding,
            key=lambda pair: (
                round(abs(value / pair[1].whole * 100 - stated), 6),
                self.layout.figures[pair[1].place].of is not None,
            ),
            default=None,
        )

    def _still(self, base: Base, percent: int) -> bool:
        """Tell whether a base proved right in this sentence or the one before."""
        return base.proved and self.layout.places[percent].block - base.block <= 1

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
            fits = 0 < base.whole >= self.layout.value(part) and base.place < part
            if fits and apart < KEPT_FOR and self.layout.akin(base.place, part):
                yield base

    def _of_one_period(self, part: int, base: int) -> bool:
        """Tell whether the part names no year or month of its own: the base was of another then."""
        period = self.layout.figures[part].period
        return period is None or period == self.layout.figures[base].period

    def _is_sibling(self, part: int, base: int) -> bool:
        """Tell whether what seems the base has a share of its own: "30 (60%), 20 (40%)"."""
        layout = self.layout
        if base > part or layout.figures[base].of or layout.unit(base + 1) != "percent":
            return False
        gap = layout.gaps[base + 1]
        own = BEHIND.match(gap) or IN_BRACKETS.match(gap) or AT_LAST.match(gap)
        return own is not None and not any(
            "trong" in gap for gap in layout.gaps[base + 2 : part + 1]
        )

    def _is_close(self, check: Check, base: Base) -> bool:
        """Tell whether a wrong percentage is near the quotient of what plainly belongs to it."""
        layout, (part, place) = self.layout, check.members
        if not self._of_one_period(part, place):
            return False
        if not base.proved and self._is_sibling(part, place):
            return False
        stated = layout.value(check.total)
        apart = abs(layout.value(part) / base.whole * 100 - stated)
        apart_by = layout.places[part].block - layout.places[place].block
        parting = PARTED.search(layout.gaps[part])
        parted = parting is not None and apart_by <= (parting.group() in SOLVED)
        shared = SHARING.search(layout.gaps[check.total]) is not None
        behind = place > check.total
        if behind and "tổng số" in layout.gaps[place]:
            return True
        if behind or (shared and (parted or base.proved)):
            return apart <= min(SLIP_POINTS, SLIP_SHARE * stated)
        near = apart <= min(NEAR_POINTS, NEAR_SHARE * stated)
        return near and (base.proved or place > part or parted)


def percentages(layout: Layout, *, unnamed: frozenset[int]) -> Iterator[Check]:
    """Yield the checks of the percentages of a text."""
    yield from Percentages(layout, unnamed).checks()


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
        if layout.value(behind):
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
