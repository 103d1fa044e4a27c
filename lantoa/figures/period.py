"""A stretch of days, both ends included, and its name in Vietnamese."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1930, 1, 1), date(2200, 12, 31)
"""The days that people may ask about: from the founding of the Party, and far enough ahead."""
OUTSIDE = "Năm phải từ 1930 đến 2200."


@dataclass(frozen=True, order=True)
class Period:
    """Days from `first` to `last`, both included, as people say them.

    Raises ValueError when it would end before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a stretch that ends before it begins."""
        if self.last < self.first:
            raise ValueError("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")

    @classmethod
    def year(cls, year: int) -> Self:
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Self:
        """Return whole months of one year, numbered 1 to 12."""
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def on(cls, day: date) -> Self:
        """Return a single day."""
        return cls(day, day)

    @property
    def days(self) -> int:
        """Return the number of days."""
        return (self.last - self.first).days + 1

    def holds(self, other: "Period") -> bool:
        """Tell whether another period lies wholly within this one."""
        return self.first <= other.first and other.last <= self.last

    def whole_months(self) -> tuple[int, int] | None:
        """Return (first month, last month) where the period is whole months of one year."""
        starts = self.first.day == 1 and self.first.year == self.last.year
        ends = self.last.day == monthrange(self.last.year, self.last.month)[1]
        return (self.first.month, self.last.month) if starts and ends else None

    def months_within(self) -> list[Self]:
        """Return the calendar months that lie wholly within it, earliest first."""
        first, last = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        found = [self.months(n // 12, n % 12 + 1, n % 12 + 1) for n in range(first, last + 1)]
        return [month for month in found if self.holds(month)]

    @property
    def is_whole_years(self) -> bool:
        """Tell whether it runs from a New Year's Day to the end of a year."""
        starts = (self.first.month, self.first.day) == (1, 1)
        return starts and (self.last.month, self.last.day) == (12, 31)

    def before(self) -> "Period":
        """Return what people compare it with: the years, half, quarter or month before it.

        Whole months that do not follow one another evenly (9 months) are compared with the same
        months of the year before; any other stretch with as many days just before it.
        """
        months = self.whole_months()
        if months is None and self.is_whole_years:
            first = 2 * self.first.year - self.last.year - 1
            return Period(date(first, 1, 1), self.first - ONE_DAY)
        if months is None:
            return Period(self.first - self.days * ONE_DAY, self.first - ONE_DAY)
        length = months[1] - months[0] + 1
        if length not in {1, 3, 6} or (months[0] - 1) % length:
            return Period.months(self.first.year - 1, *months)
        if months[0] == 1:
            return Period.months(self.first.year - 1, 13 - length, 12)
        return Period.months(self.first.year, months[0] - length, months[1] - length)

    def before_as_of(self, today: date) -> "Period":
        """Return what an unfinished period is fairly compared with: as many days of the one before.

        A period that is over is compared with the whole of the one before it.
        """
        whole = self.before()
        if not self.first <= today < self.last:
            return whole
        return Period(whole.first, min(whole.first + (today - self.first), whole.last))

    def __str__(self) -> str:
        """Name it the way reports do: "năm 2023", "quý I/2026", "6 tháng đầu năm 2026"."""
        if self.first == self.last:
            return f"ngày {write_day(self.first)}"
        months = self.whole_months()
        if months in NAMED_MONTHS:
            return NAMED_MONTHS[months].format(year=self.first.year)
        if months and months[0] == months[1]:
            return f"tháng {months[0]}/{self.first.year}"
        if self.is_whole_years:
            return f"từ năm {self.first.year} đến năm {self.last.year}"
        return f"từ {write_day(self.first)} đến {write_day(self.last)}"


NAMED_MONTHS: dict[tuple[int, int] | None, str] = {
    (1, 12): "năm {year}",
    (1, 6): "6 tháng đầu năm {year}",
    (7, 12): "6 tháng cuối năm {year}",
    (1, 9): "9 tháng đầu năm {year}",
    (1, 3): "quý I/{year}",
    (4, 6): "quý II/{year}",
    (7, 9): "quý III/{year}",
    (10, 12): "quý IV/{year}",
}


def write_day(day: date) -> str:
    """Write a day the way people do: 19/5/2026."""
    return f"{day.day}/{day.month}/{day.year}"
