"""Counting the funds that units of a chart have in use on its day."""

from collections.abc import Collection
from datetime import datetime

from lantoa.money.queries import fund_lives, fund_sorts
from lantoa.records.record.sums import Own
from lantoa.tally.queries.chart import OPEN, Ground

SORTS = [code for code, _ in fund_sorts()]


class FundsInUse:
    """Which funds units had in use, over all days; asked once for all charts."""

    def __init__(self, grounds: Collection[Ground], as_known: datetime | None) -> None:
        """Ask for all the units of some charts; one SELECT."""
        units = {unit for each in grounds for unit in each.tree.parents}
        self.lives = fund_lives(units, as_known=as_known)

    def on(self, ground: Ground) -> Own:
        """Return, for each unit at work that has any, how many funds, and how many of each sort.

        What a unit opened none of has no figure: nobody said that there is none. Funds of a unit
        that has ended are in use no more.
        """
        counts: dict[int, list[int | None]] = {}
        for life in self.lives:
            if life.is_in_use(ground.day) and ground.states.get(life.unit) == OPEN:
                row = counts.setdefault(life.unit, [None] * (1 + len(SORTS)))
                for place in (0, 1 + SORTS.index(life.sort)):
                    row[place] = (row[place] or 0) + 1
        return counts
