"""Counting the funds that units of a chart have in use on its day."""

from datetime import datetime

from lantoa.money.queries import fund_sorts, sorts_open
from lantoa.records.record.sums import Own
from lantoa.tally.queries.chart import OPEN, Ground

SORTS = [code for code, _ in fund_sorts()]


def funds_in_use(ground: Ground, as_known: datetime | None) -> Own:
    """Return, for each unit at work that has any, how many funds, and how many of each sort.

    What a unit opened none of has no figure: nobody said that there is none. Funds of a unit that
    has ended are in use no more. One SELECT.
    """
    counts: dict[int, list[int | None]] = {}
    for unit, sort in sorts_open(ground.tree.parents, on=ground.day, as_known=as_known):
        if ground.states[unit] == OPEN:
            row = counts.setdefault(unit, [None] * (1 + len(SORTS)))
            for place in (0, 1 + SORTS.index(sort)):
                row[place] = (row[place] or 0) + 1
    return counts
