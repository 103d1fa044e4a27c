"""Runs of numbers as they are joined in the text: 54/67, 3 - 5, 18/5/2021, 7:30."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = r"[0-9]++(?:[.,][0-9]++)*+"
RUN = re.compile(
    rf"{NUMBER}(?:(?:[ ]{{0,2}}[-/][ ]{{0,2}}|[:×])[0-9]++(?:[.,][0-9]++)*+)*+"
    r"|(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một(?= trăm))(?=[ ]\w)"
)
PARTS = re.compile(rf"({NUMBER})([^0-9]*)")


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers joined by signs; one in words, or too long to be a quantity, has no numbers."""

    start: int
    end: int
    numbers: tuple[str, ...]
    joints: tuple[str, ...]
    places: tuple[int, ...]
    spelled: bool


def runs(low: str) -> Iterator[Run]:
    """Yield every run of numbers in order; one pass over the text."""
    for found in RUN.finditer(low):
        yield run_of(found.group(), found.start())


def run_of(written: str, start: int) -> Run:
    """Return a run from what is written at a place."""
    parts = [*PARTS.finditer(written)] if len(written) < 60 else []
    return Run(
        start=start,
        end=start + len(written),
        numbers=tuple(part.group(1) for part in parts),
        joints=tuple(part.group(2).strip() for part in parts[:-1]),
        places=tuple(start + part.start() for part in parts),
        spelled=not written[0].isdigit(),
    )
