"""A quantity read at a run of numbers, before its noun and place are settled."""

from dataclasses import dataclass
from decimal import Decimal

from lantoa.reading.figure import Approximation
from lantoa.reading.nouns import CountedNoun

PLACES = frozenset(("commune", "village", "district", "province", "school"))
TIMES = frozenset(("year_count", "month_count", "day_count", "age"))


@dataclass(slots=True)
class Quantity:
    """Value, whole or upper end, and unit; the unit is "" while no noun stands beside it."""

    start: int
    end: int
    value: Decimal
    unit: str = ""
    noun: CountedNoun | None = None
    digits: int = 0
    """Where the number itself begins, after "gần" or "thứ"."""
    approx: Approximation = "exact"
    of: Decimal | None = None
    to: Decimal | None = None
