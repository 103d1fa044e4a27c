"""The months of the simulated commune."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lantoa.demonstration.operations.moments import LAST_DAY, moment

FOUNDED = date(2024, 11, 1)


@dataclass(frozen=True)
class Month:
    """One month of work, and when it was written down."""

    year: int
    month: int

    def day(self, number: int) -> date:
        """Return a day of the month."""
        return date(self.year, self.month, number)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        return self.day(monthrange(self.year, self.month)[1])

    @property
    def written_at(self) -> datetime:
        """Return when it was written down: early the next month, the last one on its last day."""
        return moment(min(self.last_day + timedelta(days=3), LAST_DAY), hour=17)

    @property
    def ends_quarter(self) -> bool:
        """Tell whether a quarter ends with it."""
        return self.month % 3 == 0

    @property
    def name(self) -> str:
        """Return how people write it."""
        return f"{self.month}/{self.year}"


def _months(first: date, last: date) -> list[Month]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    places = [first.month - 1 + step for step in range(count)]
    return [Month(first.year + place // 12, place % 12 + 1) for place in places]


MONTHS = _months(FOUNDED, LAST_DAY)
"""Twenty-four months, November 2024 to October 2026."""
