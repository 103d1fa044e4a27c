"""What reading finds: figures at their places, and checks between them."""

from typing import Literal, NamedTuple

Approximation = Literal["exact", "about", "over", "under"]
Number = int | float


class FoundFigure(NamedTuple):
    """One stated quantity.

    `start` and `end` are code points of the text as it was given, and `text` is what stands
    there. `value` is a number in the unit: money in đồng, percentages as printed. `of` is the
    whole of a ratio or the number of ranks, `to` the upper end of a range.
    """

    start: int
    end: int
    text: str
    value: Number
    unit: str
    approx: Approximation = "exact"
    of: Number | None = None
    to: Number | None = None
    subject: str = ""
    period: str | None = None


class Check(NamedTuple):
    """What two sides of one text say of one quantity.

    `members` and `total` are indexes into the list of figures. `note` ends with the computed
    and the stated value. `approximate` says that the tolerance was that of "gần" or "hơn".
    """

    kind: Literal["sum", "percent"]
    members: tuple[int, ...]
    total: int
    holds: bool
    note: str
    approximate: bool = False
