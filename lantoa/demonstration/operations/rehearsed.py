"""Made-up meetings of the rehearsal, so that figures can be read before and after its decision."""

from collections.abc import Iterator, Mapping
from random import Random

from lantoa.demonstration.operations.made_up import (
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
from lantoa.records.meetings.operations import record_many
from lantoa.units.models import Kind, Unit

MONTHS = 12
CONFERRING = (Kind.DISTRICT, Kind.COMMUNE)


def record_meetings(units: Mapping[str, Unit], *, members: Mapping[str, int], by: User) -> int:
    """Record a meeting a month for every cell, and a conference a quarter for every committee.

    Committees of districts and communes confer until the eve of the decision, which ends nearly all
    of them. `members` gives the cells by their code. Returns how many meetings there are.
    """
    cells = [Recorder(units[code], code, count) for code, count in members.items()]
    committees = [
        Recorder(unit, code, None) for code, unit in units.items() if unit.kind in CONFERRING
    ]
    entries = list(_entries(cells, committees))
    record_many(by=by, at=WRITTEN_AT, entries=entries)
    return len(entries)


def _entries(cells: list[Recorder], committees: list[Recorder]) -> Iterator[Meeting]:
    chance = Random(SEED)  # noqa: S311 - made-up numbers, the same each time
    for month in months_around(MONTHS):
        yield from (monthly(each, month, chance) for each in cells)
        yield from (quarterly(each, month, chance) for each in committees if confers(month))
