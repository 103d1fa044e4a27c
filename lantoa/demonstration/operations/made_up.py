"""Made-up meetings of units on both sides of 1 July 2025."""

from dataclasses import dataclass
from datetime import date
from random import Random

from lantoa.records.meetings.models import Meeting
from lantoa.units.models import Unit

SEED = 20250701
DAY = date(2025, 7, 1)
"""The first day on which nothing is as it was."""
MONTHLY, QUARTERLY = "Sinh hoạt thường kỳ (số liệu mẫu)", "Hội nghị học tập (số liệu mẫu)"


@dataclass(frozen=True)
class Recorder:
    """A unit that may record, with its code and its members (None for a committee)."""

    unit: Unit
    code: str
    members: int | None


def months_around(count: int) -> list[date]:
    """Return the first days of so many months, half of them before 1 July 2025."""
    first = DAY.year * 12 + DAY.month - 1 - count // 2
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, first + count)]


def confers(month: date) -> bool:
    """Tell whether committees confer in a month: once a quarter, until the eve of the day."""
    return month < DAY and month.month % 3 == 0


def monthly(cell: Recorder, month: date, chance: Random) -> Meeting:
    """Make up the regular meeting of a cell in a month."""
    day = month.replace(day=chance.randint(1, 28))
    invited = cell.members or 0
    return Meeting(
        unit=cell.unit,
        key=f"mau.{cell.code}.{month:%Y-%m}",
        first_day=day,
        last_day=day,
        sort="regular",
        topic=MONTHLY,
        members_present=chance.randint(invited // 2, invited),
        members_invited=invited,
        nonmembers_present=chance.choice([None, 0, 3]),
    )


def quarterly(area: Recorder, month: date, chance: Random) -> Meeting:
    """Make up a study conference of a committee in a month."""
    day = month.replace(day=chance.randint(1, 28))
    return Meeting(
        unit=area.unit,
        key=f"mau.{area.code}.{month:%Y-%m}",
        first_day=day,
        last_day=day,
        sort="conference",
        topic=QUARTERLY,
        unseparated_present=chance.randint(40, 400),
    )
