"""Sums that a text announces: "58 … (7 …, 14 …, 37 …)", "… gồm …", "…, trong đó … và …"."""

import re
from collections.abc import Iterable, Iterator

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.notes import sum_check
from lantoa.reading.figure import Check
from lantoa.reading.wording import whole_words

FEWEST = 2
MOST = 40
"""A list with more parts than this is a table."""
NEAR = 0.2
"""An announced sum further off than this was probably never meant as one."""
NEAR_LIST = 0.35
"""The same for three or more parts in brackets, which seldom stand there for another reason."""
NEAR_SHARE = 0.08
"""The same after "trong đó", which need not name all parts."""
NEAR_LOOSE = 0.03
"""The same where two parts stand side by side without "và": they may overlap."""

COMPOSED = re.compile(whole_words("gồm", "chia ra", "cụ thể"))
INTRODUCED = re.compile(r"[^;.:]{0,60}:[ \n]*[^:;.]{0,80}$")
SHARED = re.compile(whole_words("trong đó", "trong số đó", "trong số này"))
OPENING = re.compile(r"[.:\n]\s*[-+•*]?\s*(?:trong đó|trong số đó|cụ thể|gồm|bao gồm)[^.]{0,60}$")
ENDS = re.compile(r"[;.)\n]|(?<!\w)(?:trong đó|ngoài ra|với|đạt|chiếm|tăng|giảm|thu hút)(?!\w)")
LAST = re.compile(whole_words("và", "còn"))
CHANGES = re.compile(
    whole_words(
        *("tăng", "giảm", "so với", "vượt", "nâng", "lên", "cùng kỳ", "thêm", "mỗi", "bình quân")
    )
)
EXAMPLES = re.compile(
    whole_words("như", "điển hình", "tiêu biểu", "chủ yếu", "nổi bật", "riêng"),
)
TOTALLED = re.compile(
    rf"{whole_words('tổng cộng', 'cộng lại', 'tất cả là', 'cả thảy')}[^;.]{{0,20}}$"
)
OVERLAPPING = re.compile(
    whole_words(
        *("nữ", "nam", "dân tộc", "dtts", "thiểu số", "tôn giáo", "trẻ", "tuổi", "trình độ"),
        *("đại học", "cao đẳng", "thạc sĩ", "chính thức", "dự bị", "mới", "người khmer"),
        *("có đạo", "xuất sắc tiêu biểu"),
    )
)

DIVIDING = (frozenset(("nam", "nữ")), frozenset(("chính thức", "dự bị")))
"""Attributes of which everyone has exactly one."""


def sums(layout: Layout) -> Iterator[Check]:
    """Yield the sums that brackets and words announce."""
    for place in range(1, len(layout.figures)):
        gap = layout.gaps[place]
        if layout.places[place].bracket and _opens_here(layout, place):
            yield from _bracketed(layout, place)
        elif COMPOSED.search(gap) or (":" in gap and INTRODUCED.match(gap)):
            yield from _announced(layout, place, near=NEAR)
        elif SHARED.search(gap):
            yield from _announced(layout, place, near=NEAR_SHARE)
        elif TOTALLED.search(gap):
            yield from _totalled(layout, place)


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
    """Yield the sum of what stands before "tổng cộng" in the same sentence."""
    first = total
    while first and layout.places[first - 1].block == layout.places[total].block:
        first -= 1
        if total - first >= MOST:
            return
    parts = [place for place in range(first, total) if layout.akin(place, total)]
    if _whole(layout, total):
        yield from _added(layout, total, parts, near=NEAR)


def _announced(layout: Layout, first: int, *, near: float) -> Iterator[Check]:
    """Yield the sums of the parts behind "gồm" or "trong đó", one for each kind of thing."""
    parts = list(_scope(layout, first))
    seen: set[str] = set()
    for part in parts:
        if layout.unit(part) in seen:
            continue
        akin = [other for other in parts if layout.akin(part, other)]
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
        if outside and layout.akin(place, part) and _whole(layout, place):
            return place if layout.value(place) > layout.value(part) else None
    return None


def _whole(layout: Layout, place: int) -> bool:
    """Tell whether a figure can be the whole of a list."""
    return layout.counts(place) and layout.value(place) > 1


def _added(layout: Layout, total: int, listed: list[int], *, near: float) -> Iterator[Check]:
    """Yield the sum that holds for the list or its beginning, or else a near miss."""
    parts = [
        place
        for place in listed
        if layout.counts(place) and layout.value(place) <= layout.value(total)
    ]
    akin = [place for place in parts if layout.akin(place, total)]
    for candidate in (parts, akin):
        for length in _lengths(layout, candidate):
            check = sum_check(layout, candidate[:length], total)
            if check.holds:
                yield check
                return
    loose = near == NEAR_SHARE and not _closed(layout, akin)
    yield from _near_miss(layout, total, akin, near=NEAR_LOOSE if loose else near)


def _closed(layout: Layout, parts: list[int]) -> bool:
    """Tell whether the parts are told as a list that ends: "a, b và c", "a; b", three or more."""
    last = layout.gaps[parts[-1]] if parts else ""
    return len(parts) > FEWEST or ";" in last or LAST.search(last) is not None


def _lengths(layout: Layout, parts: list[int]) -> Iterator[int]:
    """Yield how many of the parts may make up the whole: all, or up to where a list ends."""
    if len(parts) >= FEWEST:
        yield len(parts)
    for length in range(len(parts) - 1, FEWEST - 1, -1):
        behind, before = layout.gaps[parts[length - 1] + 1], layout.gaps[parts[length - 1]]
        if ENDS.search(behind) or LAST.search(before):
            yield length


def _near_miss(layout: Layout, total: int, parts: list[int], *, near: float) -> Iterator[Check]:
    """Yield an alarm if the parts plainly should make up the whole and nearly do."""
    if overlap(layout, parts):
        return
    for length in _lengths(layout, parts):
        check = sum_check(layout, parts[:length], total)
        computed = sum(layout.value(place) for place in parts[:length])
        if abs(computed - layout.value(total)) <= near * layout.value(total):
            yield check
            return


def overlap(layout: Layout, parts: Iterable[int]) -> bool:
    """Tell whether one and the same person may be counted in several of the parts."""
    said = {word for place in parts for word in OVERLAPPING.findall(_said_of(layout, place))}
    return bool(said) and not any(pair <= said for pair in DIVIDING)


def _said_of(layout: Layout, place: int) -> str:
    """Return a figure with the words behind it."""
    return layout.figures[place].text.lower() + layout.after(place, 40)
