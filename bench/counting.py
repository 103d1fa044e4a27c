"""Live counting of a unit's figures beside the same sums asked of the database by hand."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connection

from lantoa.figures.period import Period
from lantoa.records.meetings.measures import MEASURES as OF_MEETINGS
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sums import sums_of
from lantoa.records.works.measures import MEASURES as OF_WORKS
from lantoa.records.works.models import Work
from lantoa.tally.queries import sheet
from lantoa.units.models import Unit
from lantoa.units.queries.chart import DOWN

ROUNDS = 7
PERIOD = Period.year(2025)


def measure(places: dict[str, Unit]) -> list[dict[str, Any]]:
    """Return, for each place, the milliseconds of counting, of asking by hand, and their ratio."""
    return [_measured(name, unit) for name, unit in places.items()]


def _measured(name: str, unit: Unit) -> dict[str, Any]:
    counted, asked = sheet(unit=unit.pk, period=PERIOD), _statements(unit)
    for code, total in _by_hand(asked).items():
        if (counted.total(code) or 0) != (total or 0):  # a count of nothing is unknown to us
            raise AssertionError(f"{name}, {code}: {counted.total(code)} is not {total}")
    live = _milliseconds(lambda: sheet(unit=unit.pk, period=PERIOD))
    hand = _milliseconds(lambda: _by_hand(asked))
    return {"place": name, "live": live, "by hand": hand, "ratio": live / hand}


def _milliseconds(run: Callable[[], object]) -> float:
    """Return the median of some runs, in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def _by_hand(asked: list[tuple[list[str], str, list[Any]]]) -> dict[str, int | None]:
    """Ask one statement a kind of record: every sum over the unit and all under it."""
    sums: dict[str, int | None] = {}
    for codes, statement, values in asked:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            sums |= dict(zip(codes, cursor.fetchone(), strict=True))
    return sums


def _statements(unit: Unit) -> list[tuple[list[str], str, list[Any]]]:
    """Write the statements once, as somebody at a database prompt would."""
    asked = []
    for model, measures in ((Meeting, OF_MEETINGS), (Work, OF_WORKS)):
        columns, values = sums_of(model, measures)
        statement = (
            f"{DOWN.split('SELECT unit_id, parent_id FROM down')[0]}"
            f"SELECT {columns} FROM {model._meta.db_table} "
            "WHERE superseded_at IS NULL AND first_day >= %s AND last_day <= %s "
            "AND unit_id IN (SELECT unit_id FROM down)"
        )
        day = PERIOD.last
        chosen = [unit.pk, day, day, day, day, *values, PERIOD.first, day]
        asked.append(([measure.code for measure in measures], statement, chosen))
    return asked
