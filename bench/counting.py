"""Live counting of a unit's figures beside the same sums asked of the database by hand."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from django.db import connection

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.meetings.measures import COUNTED as MEETINGS
from lantoa.records.outreach.measures import COUNTED as OUTREACH
from lantoa.records.record.sums import sums_of
from lantoa.records.works.measures import COUNTED as WORKS
from lantoa.tally.queries import sheet
from lantoa.units.models import Unit
from lantoa.units.queries.within import meets

ROUNDS = 7
SUMMED = (MEETINGS, WORKS, OUTREACH)
OWING = """
    JOIN units_unit ON units_unit.id = down.unit_id JOIN guidance_obligation owed
      ON owed.unit_kind = units_unit.kind AND owed.superseded_at IS NULL AND owed.since <= %s
"""
PERIOD = Period.year(2025)
WITHIN = "superseded_at IS NULL AND first_day >= %s AND last_day <= %s"
OVERLAPS = "superseded_at IS NULL AND first_day <= %s AND last_day >= %s"
UNDER = "unit_id IN (SELECT unit_id FROM down)"
KINDS = "SELECT kind, COUNT(*) FROM units_unit WHERE id IN (SELECT unit_id FROM down) GROUP BY kind"
STATED = (
    "SELECT unit_id, sort_id, SUM(value), SUM(whole) FROM indicators_indicator "
    f"WHERE {WITHIN} AND {UNDER} GROUP BY unit_id, sort_id"
)
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
    """Write, as somebody at a database prompt would, every sum of each kind of record."""
    asked = []
    for kind in SUMMED:
        columns, values = sums_of(kind.model, kind.sums)
        words = f"SELECT {columns} FROM {kind.model._meta.db_table} WHERE {WITHIN} AND {UNDER}"
        statement, chosen = _over(words, unit)
        codes = [measure.code for measure in kind.sums]
        asked.append((codes, statement, [*chosen, *values, PERIOD.first, PERIOD.last]))
    return asked


def _the_rest(unit: Unit) -> list[Asked]:
    """Write what else a sheet answers: of each kind, who owes it, members, units on the chart."""
    asked = [each for kind in SUMMED for each in _of_kind(kind.model._meta.db_table)]
    said_nothing = (
        f"SELECT record_kind, unit_id FROM record_nothinghappened WHERE {OVERLAPS} AND {UNDER}"
    )
    asked += [
        (said_nothing, [PERIOD.last, PERIOD.first]),
        ("SELECT * FROM guidance_obligation WHERE superseded_at IS NULL", []),
        (f"SELECT * FROM units_kindchange WHERE superseded_at IS NULL AND {UNDER}", []),
        (f"SELECT SUM(members) FROM units_strength WHERE superseded_at IS NULL AND {UNDER}", []),
        (KINDS, []),
        (STATED, [PERIOD.first, PERIOD.last]),
    ]
    return [([], _over(words, unit)[0], [*_over(words, unit)[1], *more]) for words, more in asked]


def _of_kind(table: str) -> list[tuple[str, list[Any]]]:
    """Write of one kind: who owes it and is silent, how many each unit recorded, what is cut."""
    said = f"SELECT 1 FROM {table} said WHERE said.unit_id = down.unit_id AND {WITHIN}"
    silent = f"SELECT down.unit_id, record_kind FROM down {OWING} WHERE NOT EXISTS ({said})"
    each = f"SELECT unit_id, COUNT(*) FROM {table} WHERE {WITHIN} AND {UNDER} GROUP BY unit_id"
    cut = f"SELECT id FROM {table} WHERE {OVERLAPS} AND last_day > first_day AND {UNDER}"
    days = [PERIOD.first, PERIOD.last]
    return [(silent, [PERIOD.last, *days]), (each, days), (cut, [PERIOD.last, PERIOD.first])]


def _over(words: str, unit: Unit) -> tuple[str, list[Any]]:
    """Put the unit and everything under it before a statement."""
    return TREE + words, [unit.pk, *[PERIOD.last] * 4]
