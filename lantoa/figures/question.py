"""What is asked of figures: of which unit, over which period, on which chart, as known when."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from lantoa.figures.period import Period


@dataclass(frozen=True)
class Question:
    """One question, the same from page and command down to the statements of the database.

    `unit` is its row, `chart` the day of the chart where one was chosen, `as_known` the moment
    whose knowledge counts; without them the chart is that of the last day of the period, and what
    is known now counts. `movement` is the code of the movement whose records alone count; empty is
    all of them.
    """

    unit: int
    period: Period
    chart: date | None = None
    as_known: datetime | None = None
    movement: str = ""

    @property
    def day(self) -> date:
        """Return the day of the chart: the one chosen, or the last of the period."""
        return self.chart or self.period.last

    def over(self, period: Period) -> Self:
        """Ask the same over another period: a chart that was chosen stays, else it follows."""
        return replace(self, period=period)
