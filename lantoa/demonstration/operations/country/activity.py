"""Made-up meetings of the country, month by month, on both sides of 1 July 2025."""

from collections.abc import Iterator
from datetime import date
from random import Random

from lantoa.demonstration.operations.country.ground import SEED, Ground, Recorder, batches
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.records.meetings.operations import MeetingEntry, record_many

DAY = date(2025, 7, 1)
"""The first day on which nothing is as it was."""
MOST_MONTHS = 24
BATCH = 10_000
MONTHLY, QUARTERLY = "Sinh hoạt thường kỳ (số liệu mẫu)", "Hội nghị học tập (số liệu mẫu)"


def months_around(count: int) -> list[date]:
    """Return the first days of so many months, half of them before 1 July 2025."""
    first = DAY.year * 12 + DAY.month - 1 - count // 2
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, first + count)]


def record_activity(ground: Ground, *, months: int, by: User) -> int:
    """Record a meeting a month for every cell, one a quarter for every area.

    Units that end on 1 July 2025 record until then. Returns how many meetings there are.
    """
    recorded = 0
    for batch in batches(_entries(ground, months_around(months)), BATCH):
        recorded += len(record_many(by=by, at=WRITTEN_AT, entries=batch))
    return recorded


def _entries(ground: Ground, months: list[date]) -> Iterator[MeetingEntry]:
    chance = Random(SEED)  # noqa: S311 - made-up numbers, the same each time
    cells = [each for each in ground.cells if each.members is not None]
    areas = [Recorder(unit, code, None) for code, unit in ground.areas.items()]
    for month in months:
        ending = month < DAY
        yield from (_monthly(each, month, chance) for each in cells)
        yield from (_monthly(each, month, chance) for each in ground.offices if ending)
        quarterly = ending and month.month % 3 == 0
        yield from (_quarterly(each, month, chance) for each in areas if quarterly)


def _monthly(cell: Recorder, month: date, chance: Random) -> MeetingEntry:
    day = month.replace(day=chance.randint(1, 28))
    invited = cell.members or 0
    return MeetingEntry(
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


def _quarterly(area: Recorder, month: date, chance: Random) -> MeetingEntry:
    day = month.replace(day=chance.randint(1, 28))
    return MeetingEntry(
        unit=area.unit,
        key=f"mau.{area.code}.{month:%Y-%m}",
        first_day=day,
        last_day=day,
        sort="conference",
        topic=QUARTERLY,
        unseparated_present=chance.randint(40, 400),
    )
