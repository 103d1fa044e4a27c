"""Sums that a text announces: "58 … (7 …, 14 …, 37 …)", "… gồm …", "…, trong đó … và …"."""

import re
from collections.abc import Iterator, Sequence

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.nearness import (
    FEWEST,
    LAST,
    NEAR,
    NEAR_SHARE,
    akin_to_whole,
    how_near,
    leaves_out,
    overlap,
)
from lantoa.reading.checks.notes import sum_check
from lantoa.reading.figure import Check
from lantoa.reading.wording import whole_words

MOST = 40
"""A list with more parts than this is a table."""
NEAR_LIST = 0.35
"""The same for three or more parts in brackets, which seldom stand there for another reason."""
COMPOSED = re.compile(whole_words("gồm", "chia ra", "cụ thể", "với hình thức", "với các hình thức"))
COLON = re.compile(r"[^;.:,]{0,60}:[ \n]*[^:;.]{0,80}$|[^;.:]{0,60}:[ \n]*[^\W\d_][^:;.]{0,80}$")
"""A colon right before a number announces nothing behind a comma: "khối 10: 34, khối 11: 35"."""
SHARED = re.compile(whole_words("trong đó", "trong số đó", "trong số này"))
OPENING = re.compile(r"[.:\n]\s*[-+•*]?\s*(?:trong đó|trong số đó|cụ thể|gồm|bao gồm)[^.]{0,60}$")
ENDS = re.compile(r"[;.)\n]|(?<!\w)(?:trong đó|ngoài ra|với|đạt|chiếm|tăng|giảm|thu hút)(?!\w)")
CHANGES = re.compile(
    whole_words(
        *("tăng", "giảm", "so với", "vượt", "nâng", "lên", "cùng kỳ", "thêm", "mỗi", "bình quân")
    )
)
EXAMPLES = re.compile(
    whole_words("như", "điển hình", "tiêu biểu", "chủ yếu", "nổi bật", "riêng"),
)
TOTALLED = re.compile(
    rf"{whole_words('tổng cộng', 'cộng lại', 'cộng chung', 'tất cả là', 'cả thảy')}[^;.]{{0,20}}$"
    r"|toàn [^\W\d_]++[ ]?: $"
)
ALONGSIDE = re.compile(r"(?:,| và| với)[^,;.()\n\d]{0,20}$")


def sums(layout: Layout) -> Iterator[Check]:
    """Yield the sums that brackets and words announce."""
    for place in range(1, len(layout.figures)):
        gap = layout.gaps[place]
        if layout.places[place].bracket and _opens_here(layout, place):
            yield from _bracketed(layout, place)
        elif announces(gap):
            yield from _announced(layout, place, near=NEAR)
        elif "trong " in gap and SHARED.search(gap):
            yield from _announced(layout, place, near=NEAR_SHARE)
        elif _totals(gap):
            yield from _totalled(layout, place)
            if place + 1 < len(layout.figures) and ALONGSIDE.match(layout.gaps[place + 1]):
                yield from _totalled(layout, place + 1)


def _totals(gap: str) -> bool:
    """Tell whether the words before a figure say that it is what goes before, taken together."""
    likely = "cộng" in gap or "toàn " in gap or "cả " in gap
    return likely and TOTALLED.search(gap) is not None


def announces(gap: str) -> bool:
    """Tell whether the words before a figure announce that parts make up a whole."""
    if ":" in gap and COLON.match(gap):
        return True
    return COMPOSED.search(gap) is not None


def _opens_here(layout: Layout, place: int) -> bool:
    """Tell whether the bracket around a figure opens between it and the figure before."""
    return layout.places[place].bracket != layout.places[place - 1].bracket and (
        "(" in layout.gaps[place]
    )


def _bracketed(layout: Layout, first: int) -> Iterator[Check]:
    """Yield the sum of a list in brackets, whose whole stands right before them."""
    total = first - 1
    opening, _, inside = layout.gaps[first].rpartition("(")
    if len(opening) > 80 or CHANGES.search(inside) or not _whole(layout, total):
        return
    parts = list(_scope(layout, first))
    announced = NEAR_LIST if len(parts) > FEWEST else NEAR
    near = NEAR_SHARE if SHARED.search(inside) or EXAMPLES.search(inside) else announced
    yield from _added(layout, total, parts, near=near)


def _totalled(layout: Layout, total: int) -> Iterator[Check]:
    """Yield the sum of what stands before "tổng cộng", in its sentence or the one before."""
    parts = _before(layout, total, blocks=0) or _before(layout, total, blocks=1)
    if _whole(layout, total):
        yield from _added(layout, total, parts, near=NEAR)


def _before(layout: Layout, total: int, *, blocks: int) -> list[int]:
    """Return the figures of a kind before a total, in its sentence or so many before it."""
    block = layout.places[total].block - blocks
    first = total
    while first and layout.places[first - 1].block >= block and total - first < MOST:
        first -= 1
    here = [place for place in range(first, total) if not layout.places[place].bracket]
    return [place for place in here if layout.akin(place, total)]


def _announced(layout: Layout, first: int, *, near: float) -> Iterator[Check]:
    """Yield the sums of the parts behind "gồm" or "trong đó", one for each kind of thing."""
    parts = list(_scope(layout, first))
    seen: set[str] = set()
    for part in parts:
        if layout.unit(part) in seen:
            continue
        akin = akin_to_whole(layout, part, parts)
        seen.update(layout.unit(other) for other in akin)
        total = _whole_before(layout, first, part)
        if total is not None:
            yield from _added(layout, total, akin, near=near)


def _scope(layout: Layout, first: int) -> Iterator[int]:
    """Yield the figures of the list that begins at a figure, without parts of parts."""
    here = layout.places[first]
    nested = -1
    for place in range(first, min(first + MOST, len(layout.figures))):
        there = layout.places[place]
        inside = here.bracket in {there.bracket, there.outer} if here.bracket else True
        if there.block != here.block or not inside:
            return
        if place > first and SHARED.search(layout.gaps[place]):
            nested = there.item
        if there.bracket == here.bracket and there.item != nested:
            yield place


def _whole_before(layout: Layout, first: int, part: int) -> int | None:
    """Return the nearest figure before the list that can be the whole of its parts."""
    for place in range(first - 1, max(first - 5, -1), -1):
        apart = layout.places[first].block - layout.places[place].block
        if apart > 1 or (apart and not OPENING.search(layout.gaps[first])):
            return None
        outside = layout.places[place].bracket in {0, layout.places[first].bracket}
        if layout.tells_change(place):
            continue
        if outside and layout.akin(place, part) and _whole(layout, place):
            return place if layout.value(place) > layout.value(part) else None
    return None


def _whole(layout: Layout, place: int) -> bool:
    """Tell whether a figure can be the whole of a list."""
    return layout.counts(place) and layout.value(place) > 1


def _added(layout: Layout, total: int, listed: Sequence[int], *, near: float) -> Iterator[Check]:
    """Yield the sum that holds for the list or its beginning, or else a near miss."""
    steady = [p for p in listed if layout.counts(p) and not layout.tells_change(p)]
    parts = [place for place in steady if layout.value(place) <= layout.value(total)]
    akin = akin_to_whole(layout, total, steady)
    for candidate in (parts, akin):
        for length in _lengths(layout, candidate):
            check = sum_check(layout, candidate[:length], total)
            if check.holds:
                yield check
                return
    yield from _near_miss(layout, total, akin, near=how_near(layout, total, akin, near=near))


def _lengths(layout: Layout, parts: Sequence[int]) -> Iterator[int]:
    """Yield how many of the parts may make up the whole: all, or up to where a list ends."""
    if len(parts) >= FEWEST:
        yield len(parts)
    for length in range(len(parts) - 1, FEWEST - 1, -1):
        behind, before = layout.gaps[parts[length - 1] + 1], layout.gaps[parts[length - 1]]
        if ENDS.search(behind) or LAST.search(before):
            yield length


def _near_miss(layout: Layout, total: int, parts: Sequence[int], *, near: float) -> Iterator[Check]:
    """Yield an alarm if the parts plainly should make up the whole and nearly do."""
    whole = layout.value(total)
    for length in _lengths(layout, parts):
        missed = sum(layout.value(place) for place in parts[:length]) - whole
        allowed = NEAR if missed > 0 and length > FEWEST else near
        if abs(missed) <= max(near, allowed) * whole:
            if not (overlap(layout, parts) or leaves_out(layout, total, parts)):
                yield sum_check(layout, parts[:length], total)
            return
