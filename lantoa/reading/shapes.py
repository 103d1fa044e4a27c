"""Runs of numbers as they are joined in the text: 54/67, 3 - 5, 18/5/2021, 7:30."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.reading.wording import whole_words

NUMBER = r"[0-9]++(?:[.,][0-9]++)*+"
SIGN = r"(?:[ ]{0,2}[-/][ ]{0,2}|[:×])"
COUNTING = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
SCALE_AHEAD = r"(?= (?:trăm|nghìn|ngàn|vạn|triệu|t[ỷỉ](?! lệ| trọng| suất| giá| số))(?!\w))"
"""Before a scale word "một" counts; elsewhere it is the article."""
RUN = re.compile(
    rf"(?P<first>{NUMBER})(?P<more>(?:{SIGN}{NUMBER})*+)"
    rf"|(?:{whole_words(*COUNTING)}|{whole_words('một')}{SCALE_AHEAD})(?=[ ]\w)"
)
JOINED = re.compile(rf"({SIGN})({NUMBER})")
LONGEST = 60
"""What is longer than this is no quantity."""


@dataclass(slots=True)
class Run:
    """Numbers joined by signs; one in words, or too long to be a quantity, has no numbers."""

    start: int
    end: int
    numbers: tuple[str, ...]
    joints: tuple[str, ...] = ()
    spelled: bool = False


def runs(low: str) -> Iterator[Run]:
    """Yield every run of numbers in order; one pass over the text."""
    return map(run_of, RUN.finditer(low))


def run_of(found: re.Match[str]) -> Run:
    """Return a run from where it is written."""
    start, end = found.span()
    first, more = found.groups()
    if first is None:
        return Run(start, end, (), spelled=True)
    if end - start >= LONGEST:
        return Run(start, end, ())
    if not more:
        return Run(start, end, (first,))
    joints, numbers = zip(*JOINED.findall(more), strict=True)
    return Run(start, end, (first, *numbers), tuple(joint.strip() for joint in joints))
