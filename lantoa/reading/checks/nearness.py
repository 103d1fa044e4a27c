"""How near the parts of an announced sum must come to be worth an alarm, and when none is."""

import re
from collections.abc import Iterable, Sequence

from lantoa.reading.amounts import MEASURES
from lantoa.reading.checks.layout import Layout
from lantoa.reading.wording import whole_words

FEWEST = 2
NEAR = 0.2
"""An announced sum further off than this was probably never meant as one."""
NEAR_SHARE = 0.08
"""The same after "trong đó", which need not name all parts."""
NEAR_MANY = 0.15
"""The same after "trong đó" where four or more things of one kind are named."""
MANY = 4
NEAR_LOOSE = 0.03
"""The same where two parts stand side by side without "và": they may overlap."""
NEAR_PENALTIES = 0.6
"""The same where all parts are penalties: whoever is punished bears one of them."""
LAST = re.compile(whole_words("và", "còn"))
PENALTY = re.compile(
    whole_words("khiển trách", "cảnh cáo", "cách chức", "khai trừ", "giải tán"),
)
BODIES = frozenset(("đảng bộ", "chi bộ"))
MEASURED = MEASURES | {"other"}
REST = re.compile(
    r"^[^.\n]{0,120}(?:\.\.\.|…|v\.v"
    r"|(?<!\w)(?:còn lại|(?:các|những|một số) [^,;.]{1,30} khác)(?!\w))"
)
"""Words behind a list that say that it does not name all."""
OVERLAPPING = re.compile(
    whole_words(
        *("nữ", "nam", "dân tộc", "dtts", "thiểu số", "tôn giáo", "trẻ", "tuổi", "trình độ"),
        *("đại học", "cao đẳng", "thạc sĩ", "chính thức", "dự bị", "mới", "người khmer"),
        *("có đạo", "xuất sắc tiêu biểu"),
    )
)
DIVIDING = (frozenset(("nam", "nữ")), frozenset(("chính thức", "dự bị")))
"""Attributes of which everyone has exactly one."""


def how_near(layout: Layout, total: int, parts: Sequence[int], *, near: float) -> float:
    """Return how near these parts must come to their whole, as a share of it."""
    if len(parts) < FEWEST:
        return near
    if near == NEAR_SHARE:
        near = _near_share(layout, parts)
    return max(near, _near_all(layout, total, parts))


def _near_share(layout: Layout, parts: Sequence[int]) -> float:
    """Return how near parts behind "trong đó" must come: money and fields are seldom all named."""
    if not _closed(layout, parts) or layout.unit(parts[0]) in MEASURED:
        return NEAR_LOOSE
    return NEAR_MANY if len(parts) >= MANY else NEAR_SHARE


def akin_to_whole(layout: Layout, total: int, parts: Sequence[int]) -> Sequence[int]:
    """Return the parts that count the same sort of thing as the whole.

    Bodies and persons divide whatever is commended, and penalties whoever is punished: "khai
    trừ 1 trường hợp" is one of the members.
    """
    if are_penalties(layout, parts) or divide_the_commended(layout, parts):
        return parts
    return [place for place in parts if layout.akin(place, total)]


def are_penalties(layout: Layout, parts: Sequence[int]) -> bool:
    """Tell whether all parts are penalties of the Party's rules."""
    return bool(parts) and all(PENALTY.search(layout.gaps[part]) for part in parts)


def divide_the_commended(layout: Layout, parts: Sequence[int]) -> bool:
    """Tell whether the parts are bodies and persons, which divide whatever is commended."""
    return sorted(layout.unit(part) for part in parts) == ["collective", "individual"]


def _near_all(layout: Layout, total: int, parts: Sequence[int]) -> float:
    """Return how near parts must come that are of a kind of which there is no other, else 0.

    The penalties of the Party's rules; and its bodies, which are đảng bộ or chi bộ.
    """
    if are_penalties(layout, parts):
        return 0 if PENALTY.search(layout.gaps[total]) else NEAR_PENALTIES
    nouns = {_body(layout, part) for part in parts}
    return NEAR if nouns == BODIES else 0


def _body(layout: Layout, place: int) -> str:
    """Return "đảng bộ" or "chi bộ" if a figure counts these, or ""."""
    text = layout.figures[place].text.lower()
    return next((body for body in BODIES if text.endswith(body)), "")


def _closed(layout: Layout, parts: Sequence[int]) -> bool:
    """Tell whether the parts are told as a list that ends: "a, b và c", "a; b", three or more."""
    last = layout.gaps[parts[-1]]
    return len(parts) > FEWEST or ";" in last or LAST.search(last) is not None


def leaves_out(layout: Layout, total: int, parts: Sequence[int]) -> bool:
    """Tell whether the text itself says that the parts are not all, or parts of another whole."""
    if REST.match(_rest_of_sentence(layout, parts[-1])):
        return True
    wholes = {layout.figures[part].of for part in parts} - {None}
    return not wholes <= {layout.value(total), layout.figures[total].of}


def _rest_of_sentence(layout: Layout, place: int) -> str:
    """Return the words behind a figure to the end of its sentence, a few figures on."""
    block, words = layout.places[place].block, layout.gaps[place + 1]
    for following in range(place + 1, min(place + 5, len(layout.figures))):
        if layout.places[following].block != block:
            break
        words += layout.gaps[following + 1]
    return words


def overlap(layout: Layout, parts: Iterable[int]) -> bool:
    """Tell whether one and the same person may be counted in several of the parts."""
    said = {word for place in parts for word in OVERLAPPING.findall(_said_of(layout, place))}
    return bool(said) and not any(pair <= said for pair in DIVIDING)


def _said_of(layout: Layout, place: int) -> str:
    """Return a figure with the words behind it."""
    return layout.figures[place].text.lower() + layout.after(place, 40)
