"""Made-up meetings of the country, month by month, on both sides of 1 July 2025."""

from collections.abc import Iterator
from datetime import date
from random import Random

from lantoa.demonstration.operations.country.ground import Land, batches
from lantoa.demonstration.operations.made_up import (
    DAY,
    SEED,
    Recorder,
    confers,
    monthly,
    months_around,
    quarterly,
)
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.records.meetings.models import Meeting
from lantoa.records.meetings.operations import DONE

MOST_MONTHS = 24
BATCH = 10_000


def record_activity(ground: Land, *, months: int, by: User) -> int:
    """Record a meeting a month for every cell, one a quarter for every area.

    Units that end on 1 July 2025 record until then. Returns how many meetings there are.
    """
    recorded = 0
    for batch in batches(_entries(ground, months_around(months)), BATCH):
        recorded += len(DONE.record_unasked(by=by, at=WRITTEN_AT, entries=batch))
    return recorded


def _entries(ground: Land, months: list[date]) -> Iterator[Meeting]:
    chance = Random(SEED)  # noqa: S311 - made-up numbers, the same each time
    cells = [each for each in ground.cells if each.members is not None]
    areas = [Recorder(unit, code, None) for code, unit in ground.areas.items()]
    for month in months:
        ending = month < DAY
        yield from (monthly(each, month, chance) for each in cells)
        yield from (monthly(each, month, chance) for each in ground.offices if ending)
        yield from (quarterly(each, month, chance) for each in areas if confers(month))
