"""Score sheets: read from lines, filled with marks, added up. Points are kept in tenths.

A sheet is a text of lines. `3.1 | Nội dung | 3` is a criterion: its number, words and most points,
and where it applies only now and then a fourth cell says when. `= 2 | Gửi chậm` below it is a mark
that may be given; without any, every number up to the most may be. `* 90 | Tốt` is a band: from
which percentage of the points that could be had it is reached. Criteria under another make up its
points, so only the lowest are marked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lantoa.figures.writing import write_number, write_scaled

NUMBERED = re.compile(r"\d{1,2}(\.\d{1,2}){0,3}")
POINTS = re.compile(r"(\d{1,4})(?:[.,](\d))?")
MOST_LINES = 200
NONE_APPLIES = "-"
Marks = Mapping[str, int | None]
"""By the number of a criterion: the points in tenths, None where it does not apply this time."""


class SheetFlawError(ValueError):
    """A line of a sheet that says nothing that can be used, with words to mend it."""


@dataclass(frozen=True)
class Option:
    """A mark that may be given, and for what."""

    points: int
    words: str


@dataclass(frozen=True)
class Criterion:
    """What is judged, with how many points at most; `when` says when it applies, if not always."""

    number: str
    words: str
    most: int
    when: str = ""
    options: tuple[Option, ...] = ()

    @property
    def depth(self) -> int:
        """Return how many criteria it stands under."""
        return self.number.count(".")

    def is_under(self, other: "Criterion") -> bool:
        """Tell whether it belongs to another."""
        return self.number.startswith(f"{other.number}.")


@dataclass(frozen=True)
class Criteria:
    """What a sheet says: its criteria in their order, and its bands, the best first."""

    criteria: tuple[Criterion, ...]
    bands: tuple[Option, ...] = ()

    @cached_property
    def marked(self) -> tuple[Criterion, ...]:
        """Return the criteria that are marked: the lowest, each with when it applies."""
        return tuple(
            replace(each, when=self._when(each))
            for each in self.criteria
            if not any(other.is_under(each) for other in self.criteria)
        )

    def _when(self, one: Criterion) -> str:
        above = [each.when for each in self.criteria if each == one or one.is_under(each)]
        return next((each for each in reversed(above) if each), "")

    @property
    def most(self) -> int:
        """Return the points of the whole sheet."""
        return sum(each.most for each in self.marked)

    def band(self, points: int | None, of: int | None) -> str:
        """Return the words of the band that points reach; nothing where none is known."""
        if points is None or not of:
            return ""
        reached = (each for each in self.bands if points * 1000 >= each.points * of)
        return next((each.words for each in reached), "")


@dataclass(frozen=True)
class Scored:
    """What marks add up to: points, of how many that could be had."""

    points: int
    points_of: int


def scored(sheet: Criteria, marks: Marks) -> Scored:
    """Add up marks; a criterion that does not apply leaves the points that could be had."""
    given = {
        each: marks[each.number] for each in sheet.marked if marks.get(each.number) is not None
    }
    return Scored(sum(points or 0 for points in given.values()), sum(each.most for each in given))


def mark_flaws(sheet: Criteria, marks: Marks) -> Iterator[tuple[str, str]]:
    """Yield the number of each criterion that is marked wrongly, with words to mend it."""
    known = {each.number for each in sheet.marked}
    for number in marks:
        if number not in known:
            yield number, f"Bảng điểm không có tiêu chí {number}."
    for each in sheet.marked:
        if words := _flaw(each, marks.get(each.number)):
            yield each.number, words


def _flaw(one: Criterion, points: int | None) -> str:
    if points is None:
        return "" if one.when else f"Hãy chấm tiêu chí {one.number}."
    if one.options and points not in {each.points for each in one.options}:
        return f"Tiêu chí {one.number} không có mức {write_points(points)} điểm."
    if points > one.most:
        return f"Tiêu chí {one.number} tối đa {write_points(one.most)} điểm."
    return ""


def write_points(tenths: int) -> str:
    """Write points as people do: 90, or 4,5."""
    return write_scaled(tenths, scale=1) if tenths % 10 else write_number(tenths // 10)


def write_marks(marks: Marks) -> str:
    """Write marks as they are kept."""
    return ";".join(
        f"{number}={NONE_APPLIES if points is None else points}" for number, points in marks.items()
    )


def read_marks(text: str) -> Marks:
    """Return marks as they are kept; raises ValueError for what is none."""
    pairs = [each.split("=") for each in text.split(";") if each]
    return {number: None if points == NONE_APPLIES else int(points) for number, points in pairs}


def read_criteria(text: str) -> Criteria:
    """Return what a sheet says; raises SheetFlawError with the line that must be mended."""
    lines = [each.strip() for each in text.splitlines()]
    if len(lines) > MOST_LINES:
        raise SheetFlawError(f"Bảng dài {len(lines)} dòng, tối đa {MOST_LINES}.")
    criteria: list[Criterion] = []
    bands: list[Option] = []
    for place, line in enumerate(lines, start=1):
        try:
            _read(line, criteria, bands)
        except SheetFlawError as flaw:
            raise SheetFlawError(f"Dòng {place}: {flaw}") from None
    _refuse_sums(criteria)
    return Criteria(tuple(criteria), tuple(sorted(bands, key=lambda each: -each.points)))


def _read(line: str, criteria: list[Criterion], bands: list[Option]) -> None:
    if line.startswith("="):
        _add_option(line[1:], criteria)
    elif line.startswith("*"):
        bands.append(_option(line[1:]))
    elif line:
        criteria.append(_criterion(line, criteria))


def _add_option(line: str, criteria: list[Criterion]) -> None:
    if not criteria:
        raise SheetFlawError("mức điểm phải đứng sau một tiêu chí.")
    option, last = _option(line), criteria[-1]
    if option.points > last.most:
        raise SheetFlawError(f"mức này nhiều hơn {write_points(last.most)} điểm của tiêu chí.")
    if option.points in {each.points for each in last.options}:
        raise SheetFlawError(f"mức {write_points(option.points)} điểm đã có ở tiêu chí này.")
    criteria[-1] = replace(last, options=(*last.options, option))


def _option(line: str) -> Option:
    cells = [each.strip() for each in line.split("|", 1)]
    if len(cells) != 2 or not cells[1]:
        raise SheetFlawError("hãy viết “số điểm | nội dung”.")
    return Option(_points(cells[0]), cells[1])


def _criterion(line: str, criteria: list[Criterion]) -> Criterion:
    cells = [each.strip() for each in line.split("|")]
    if len(cells) not in (3, 4) or not cells[1] or not NUMBERED.fullmatch(cells[0]):
        raise SheetFlawError("hãy viết “số thứ tự | tiêu chí | điểm tối đa”.")
    number, above = cells[0], cells[0].rpartition(".")[0]
    known = {each.number: each for each in criteria}
    if number in known:
        raise SheetFlawError(f"tiêu chí {number} đã có.")
    if above and above not in known:
        raise SheetFlawError(f"chưa có tiêu chí {above} ở trên.")
    if above and known[above].options:
        raise SheetFlawError(f"tiêu chí {above} đã có mức điểm, không chia nhỏ được nữa.")
    if not (most := _points(cells[2])):
        raise SheetFlawError("điểm tối đa phải lớn hơn 0.")
    return Criterion(number, cells[1], most, "".join(cells[3:]))


def _points(text: str) -> int:
    found = POINTS.fullmatch(text)
    if not found:
        raise SheetFlawError(f"“{text}” không phải số điểm (tối đa một chữ số sau dấu phẩy).")
    return int(found[1]) * 10 + int(found[2] or 0)


def _refuse_sums(criteria: list[Criterion]) -> None:
    if not criteria:
        raise SheetFlawError("Hãy ghi ít nhất một tiêu chí.")
    for each in criteria:
        below = [o for o in criteria if o.is_under(each) and o.depth == each.depth + 1]
        total = sum(one.most for one in below)
        if below and total != each.most:
            raise SheetFlawError(
                f"Tiêu chí {each.number}: {write_points(each.most)} điểm, mà các tiêu chí trong nó "
                f"cộng lại {write_points(total)}."
            )
