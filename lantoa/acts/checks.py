"""Whether a picture is sound from a day on: open parents, no circle, no code borne twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from lantoa.acts.picture import CLOSED, OPEN, Life, Picture, Place
from lantoa.figures.period import write_day
from lantoa.units.models import END

Code = tuple[str, str]
Wrong = tuple[int, str, str]
"""The unit, the field of a step, and what is wrong."""


def wrongs(
    picture: Picture, *, since: date, placed: Collection[int], codes: Collection[Code]
) -> Iterator[Wrong]:
    """Yield what is wrong from a day on with some units and the codes that they bear."""
    yield from _orphans(picture, since, placed)
    yield from _closed_parents(picture, since, placed)
    yield from _circles(picture, since, placed)
    yield from _codes_twice(picture, since, set(codes))


def _orphans(picture: Picture, since: date, placed: Iterable[int]) -> Iterator[Wrong]:
    """Yield units that end while others, not placed anew, still hang under them."""
    moved = set(placed)
    for unit in moved:
        ended = next((each for each in picture[unit].places if each.state == CLOSED), None)
        if ended is None:
            continue
        hung = {child for child, _ in picture.hung_under(unit, since=ended.since)}
        left = sorted(hung - moved)
        if left:
            names = ", ".join(picture.name(each, since) for each in left[:5])
            more = f" và {len(left) - 5} đơn vị khác" if len(left) > 5 else ""
            words = f"{picture.name(unit, since)} kết thúc mà chưa nêu nơi đến của: {names}{more}."
            yield unit, "unit", words


def _closed_parents(picture: Picture, since: date, placed: Iterable[int]) -> Iterator[Wrong]:
    for unit in placed:
        for place in picture[unit].places:
            if place.until > since and place.parent is not None:
                yield from _closed_parent(picture, unit, place, since)


def _closed_parent(picture: Picture, unit: int, place: Place, since: date) -> Iterator[Wrong]:
    first = max(place.since, since)
    if place.state == OPEN:
        last = place.until
    elif place.state == CLOSED and place.since >= since:
        last = date.fromordinal(place.since.toordinal() + 1)
        if _ended_together(picture, unit, place):
            return
    else:
        return
    above = picture[place.parent or 0]
    crossing = [each for each in above.places if each.since < last and each.until > first]
    if any(each.state != OPEN for each in crossing):
        words = f"{above.name_on(first)} không hoạt động suốt thời gian từ {write_day(first)}"
        words += f"{_until(above, first)}."
        yield unit, "parent" if place.state == OPEN else "successor", words


def _until(above: Life, first: date) -> str:
    """Say from when a unit ends that is still at work on a day: another decision may end it."""
    ended = next((each.since for each in above.places if each.state == CLOSED), None)
    return f", vì kết thúc từ ngày {write_day(ended)}" if ended and ended > first else ""


def _ended_together(picture: Picture, unit: int, place: Place) -> bool:
    """Tell whether a unit ends into the one above it, which ends the same day."""
    day_before = date.fromordinal(place.since.toordinal() - 1)
    return picture[unit].place_on(day_before).parent == place.parent


def _circles(picture: Picture, since: date, placed: Collection[int]) -> Iterator[Wrong]:
    later = {each.since for life in picture.lives.values() for each in life.places}
    for day in sorted({since} | {each for each in later if each > since}):
        for unit in _in_circle(picture, day, placed):
            words = f"{picture.name(unit, day)} không thể trực thuộc chính đơn vị dưới mình."
            yield unit, "parent", words
            return


def _in_circle(picture: Picture, day: date, placed: Iterable[int]) -> Iterator[int]:
    sound: set[int] = set()
    for unit in placed:
        path: list[int] = []
        at: int | None = unit
        while at is not None and at not in sound and at not in path:
            path.append(at)
            at = picture[at].place_on(day).parent
        if at is not None and at in path:
            yield unit
        sound.update(path)


def _codes_twice(picture: Picture, since: date, codes: set[Code]) -> Iterator[Wrong]:
    """Yield codes that two units under one root bear on a day; other roots give their own."""
    spans: dict[tuple[UUID, Code], list[Span]] = defaultdict(list)
    for unit, life in picture.lives.items():
        for code in {code for _, code in life.codes} & codes:
            spans[life.home, code] += _borne(unit, life, code, since)
    for (_, code), held in spans.items():
        held.sort(key=lambda each: (each.first, each.last))
        for one, other in pairwise(held):
            if other.first < one.last and one.unit != other.unit:
                yield _twice(picture, code, one, other)


@dataclass(frozen=True)
class Span:
    """From when to when a unit bears a code while at work, and since when it has had it."""

    unit: int
    given: date
    first: date
    last: date

    @property
    def rank(self) -> tuple[date, bool, int]:
        """Return what tells the one who got the code last."""
        return self.given, self.unit < 0, abs(self.unit)


def _borne(unit: int, life: Life, code: Code, since: date) -> Iterator[Span]:
    """Yield the stretches from a day on over which a unit bears a code while at work."""
    ends = [each for each, _ in life.codes[1:]] + [END]
    for (begins, held), ends_on in zip(life.codes, ends, strict=True):
        for place in life.places:
            first = max(begins, place.since, since)
            last = min(ends_on, place.until)
            if held == code and place.state == OPEN and first < last:
                yield Span(unit, begins, first, last)


def _twice(picture: Picture, code: Code, one: Span, other: Span) -> Wrong:
    older, newer = sorted((one, other), key=lambda each: each.rank)
    day = max(one.first, other.first)
    bearer = picture.name(older.unit, day)
    return newer.unit, "code", f"mã {code[1]} đang do {bearer} mang trong ngày {write_day(day)}."
