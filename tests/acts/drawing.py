"""What the recorders of random rows share: numbers that may be unknown, keys, days, codes."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from random import Random
from typing import Any

from lantoa.units.models import Unit

_numbers = count(1)
Added = dict[str, int]


def some(draw: Random, most: int = 9) -> int | None:
    """Return a number, or None as people do who do not know one."""
    return draw.choice([None, draw.randint(0, most)])


def part_of(draw: Random, whole: int | None) -> int | None:
    """Return a number that is no more than another, or None."""
    return some(draw, 9 if whole is None else whole)


def whole_of(draw: Random, *parts: int | None) -> int | None:
    """Return a number that holds all of some parts, or None."""
    return draw.choice([None, sum(part or 0 for part in parts) + draw.randint(0, 9)])


def placed(at: Unit, on: date) -> dict[str, Any]:
    """Return what every record says: a key of its own, its unit and its day."""
    return {"key": f"r{next(_numbers)}", "unit": at, "first_day": on, "last_day": on}


def coded(family: str, added: Mapping[str, int | None]) -> Added:
    """Return what is known of what a record adds, by the code of the measure."""
    return {f"{family}.{each}": figure for each, figure in added.items() if figure is not None}


def known_sum(*figures: int | None) -> int | None:
    """Return the sum of what is known; None where nothing is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None
