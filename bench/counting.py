"""Live counting of a unit's figures beside the same sums asked of the database by hand."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connection

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.meetings.measures import MEASURES as OF_MEETINGS
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sums import sums_of
from lantoa.records.works.measures import MEASURES as OF_WORKS
from lantoa.records.works.models import Work
from lantoa.tally.queries import sheet
from lantoa.units.models import Unit
from lantoa.units.queries.within import meets

ROUNDS = 7
PERIOD = Period.year(2025)
WITHIN = "superseded_at IS NULL AND first_day >= %s AND last_day <= %s"
UNDER = "unit_id IN (SELECT unit_id FROM down)"
TREE = f"""
WITH RECURSIVE down(unit_id) AS (
    SELECT unit_id FROM units_placement
    WHERE unit_id = %s AND superseded_at IS NULL AND since <= %s AND until > %s
    UNION ALL
    SELECT below.unit_id
    FROM down CROSS JOIN units_placement below
    WHERE {meets("below.parent_id", "down.unit_id")} AND below.superseded_at IS NULL
      AND below.since <= %s AND below.until > %s
)
"""


def measure(places: dict[str, Unit]) -> list[dict[str, Any]]:
    """Return, for each place, milliseconds of counting and of asking by hand: sums, everything."""
    return [_measured(name, unit) for name, unit in places.items()]


def _measured(name: str, unit: Unit) -> dict[str, Any]:
    counted, sums = sheet(Question(unit=unit.pk, period=PERIOD)), _sums(unit)
    for code, total in _answers(sums).items():
        if (counted.total(code) or 0) != (total or 0):  # a count of nothing is unknown to us
            raise AssertionError(f"{name}, {code}: {counted.total(code)} is not {total}")
    everything = [*sums, *_the_rest(unit)]
    live = _milliseconds(lambda: sheet(Question(unit=unit.pk, period=PERIOD)))
    alone = _milliseconds(lambda: _answers(sums))
    whole = _milliseconds(lambda: _answers(everything))
    return {"place": name, "live": live, "sums alone": alone, "same answers": whole}


def _milliseconds(run: Callable[[], object]) -> float:
    """Return the median of some runs, in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


Asked = tuple[list[str], str, list[Any]]
"""Codes of the measures, the statement that sums them, and its values."""


def _answers(asked: list[Asked]) -> dict[str, int | None]:
    """Ask each statement; where it names measures, return their sums."""
    sums: dict[str, int | None] = {}
    for codes, statement, values in asked:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            rows = cursor.fetchall()
            if codes:
                sums |= dict(zip(codes, rows[0], strict=True))
    return sums


def _sums(unit: Unit) -> list[Asked]:
    """Write, as somebody at a database prompt would, every sum of meetings and of works."""
    asked = []
    for model, measures in ((Meeting, OF_MEETINGS), (Work, OF_WORKS)):
        columns, values = sums_of(model, measures)
        words = f"SELECT {columns} FROM {model._meta.db_table} WHERE {WITHIN} AND {UNDER}"
        statement, chosen = _over(words, unit)
        codes = [measure.code for measure in measures]
        asked.append((codes, statement, [*chosen, *values, PERIOD.first, PERIOD.last]))
    return asked


def _the_rest(unit: Unit) -> list[Asked]:
    """Write what else a sheet answers: the silent, the cut, members, units on the chart."""
    day, tables = PERIOD.last, (Meeting._meta.db_table, Work._meta.db_table)
    asked: list[tuple[str, list[Any]]] = []
    for table in tables:
        said = f"SELECT 1 FROM {table} said WHERE said.unit_id = down.unit_id AND {WITHIN}"
        silent = f"SELECT unit_id FROM down WHERE NOT EXISTS ({said})"
        asked.append((silent, [PERIOD.first, day]))
        sums = f"SELECT unit_id, COUNT(*) FROM {table} WHERE {WITHIN} AND {UNDER} GROUP BY unit_id"
        asked.append((sums, [PERIOD.first, day]))
        cut = "superseded_at IS NULL AND last_day > first_day"
        cut += " AND first_day <= %s AND last_day >= %s"
        asked.append((f"SELECT id FROM {table} WHERE {cut} AND {UNDER}", [day, PERIOD.first]))
    members = f"SELECT SUM(members) FROM units_strength WHERE superseded_at IS NULL AND {UNDER}"
    kinds = (
        "SELECT kind, COUNT(*) FROM units_unit WHERE id IN (SELECT unit_id FROM down) GROUP BY kind"
    )
    stated = (
        "SELECT unit_id, sort_id, SUM(value), SUM(whole) FROM indicators_indicator "
        f"WHERE {WITHIN} AND {UNDER} GROUP BY unit_id, sort_id"
    )
    asked += [(members, []), (kinds, []), (stated, [PERIOD.first, day])]
    return [([], _over(words, unit)[0], [*_over(words, unit)[1], *more]) for words, more in asked]


def _over(words: str, unit: Unit) -> tuple[str, list[Any]]:
    """Put the unit and everything under it before a statement."""
    return TREE + words, [unit.pk, *[PERIOD.last] * 4]
