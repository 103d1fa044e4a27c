"""Checks the country against itself: totals worked out here, from files and rows, beside tally's.

`python -m bench.check_country` checks the database that `lantoa country --months 24` made.
What is expected comes from the data files and the keys of the records alone: no chart is asked.
"""

import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random

FILES = Path(__file__).parent.parent / "lantoa" / "demonstration" / "country"
DAY = date(2025, 7, 1)
DAYS = (date(2020, 1, 1), date(2025, 6, 30), DAY, date(2026, 6, 30))
FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
COLUMNS = ("events", "members_present", "members_invited", "unseparated_present")
MEASURES = ("meetings.held", "meetings.members", "meetings.invited", "meetings.unseparated")
SAMPLE = 300
Sums = list[int]


def main() -> int:
    """Print what was compared and what differs; return 1 where anything does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    import django

    django.setup()
    return sum(different for _, _, different in printed()) and 1


def printed() -> list[tuple[str, int, int]]:
    """Run the checks, print a line for each, and return them."""
    found = [("communes on 2025-07-01 against files and keys", *communes_compared())]
    for day in DAYS:
        found.append((f"units on {day}: total = own + children's", *units_compared(day)))
        found.append((f"units on {day}: figures of tally", *sheets_compared(day)))
    for what, compared, different in found:
        print(f"  {what:<48}{compared:>9,} compared,{different:>4,} differ", flush=True)
    return found


def communes_compared() -> tuple[int, int]:
    """Compare the total of each new commune with what tally counts on the chart of the day."""
    expected, counted = dict(expected_by_commune()), dict(counted_by_commune())
    with (FILES / "after.csv").open(encoding="utf-8") as lines:
        asked = [row["code"] for row in csv.DictReader(lines) if row["level"] == "commune"]
    zero = [0] * len(COLUMNS)
    wrong = [code for code in asked if counted.get(code) != expected.get(code, zero)]
    for code in sorted(wrong)[:5]:
        print(f"    {code}: expected {expected.get(code)}, counted {counted.get(code)}")
    return len(asked), len(wrong)


def expected_by_commune() -> Mapping[str, Sums]:
    """Add up the records by the commune in which the files put their unit."""
    parts: dict[str, list[str]] = defaultdict(list)
    principal: dict[str, str] = {}
    with (FILES / "succession.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            parts[row["old_code"]].append(row["new_code"])
            if row["is_principal"] == "yes":
                principal[row["old_code"]] = row["new_code"]
    totals: dict[str, Sums] = defaultdict(lambda: [0] * len(COLUMNS))
    for key, *figures in _records("key"):
        _, area, *below, _ = str(key).split(".")
        if area in parts:
            dealt = parts[area][(int(below[0]) - 1) % len(parts[area])] if below else ""
            _add(totals[dealt or principal[area]], figures)
    return totals


def counted_by_commune() -> Iterator[tuple[str, Sums]]:
    """Yield what tally counts for each commune at work on the day, by code."""
    from lantoa.figures.period import Period
    from lantoa.figures.question import Question
    from lantoa.tally.queries import sheet
    from lantoa.units.queries import portraits

    shown = portraits(_at_work("commune", DAY), on=DAY)
    for province in _at_work("province", DAY):
        lines = sheet(Question(unit=province, period=Period(FIRST, LAST), chart=DAY)).lines
        for unit, commune in shown.items():
            if commune.parent == province:
                yield commune.code, [lines[each].below.get(unit) or 0 for each in MEASURES]


def units_compared(day: date) -> tuple[int, int]:
    """Compare totals added record by record along the path upward with the pass of `Tree`."""
    from lantoa.figures.tree import Tree

    parents, own = _parents(day), _own()
    totals, rolled = climbed(day), Tree(parents).roll_up(own)
    sums: dict[int, Sums] = {unit: list(own.get(unit, _nothing())) for unit in parents}
    for unit, parent in parents.items():
        if parent is not None:
            _add(sums[parent], totals.get(unit, _nothing()))
    wrong = [
        unit
        for unit in parents
        if not sums[unit] == totals.get(unit, _nothing()) == rolled.get(unit, _nothing())
    ]
    return len(parents), len(wrong)


def sheets_compared(day: date) -> tuple[int, int]:
    """Compare tally's own, total and below with those added here: areas of all levels."""
    from lantoa.figures.period import Period
    from lantoa.figures.question import Question
    from lantoa.tally.queries import sheet

    totals, own, parents = climbed(day), _own(), _parents(day)
    children: dict[int, list[int]] = defaultdict(list)
    for unit, parent in parents.items():
        children[parent or 0].append(unit)
    asked = [*children[0], *children[children[0][0]]]
    others = sorted(set(parents) - set(asked))
    asked += Random(DAY.year).sample(others, min(SAMPLE, len(others)))
    wrong = 0
    for unit in asked:
        lines = sheet(Question(unit=unit, period=Period(FIRST, LAST), chart=day)).lines
        for place, measure in enumerate(MEASURES):
            line = lines[measure]
            below = {each: line.below.get(each) or 0 for each in children[unit]}
            expected = {each: totals.get(each, _nothing())[place] for each in children[unit]}
            wrong += (line.own or 0) != own.get(unit, _nothing())[place] or below != expected
            wrong += (line.total or 0) != totals.get(unit, _nothing())[place]
    return len(asked), wrong


def climbed(day: date) -> dict[int, Sums]:
    """Return the total of each unit: every own figure is added to all that stand above it."""
    parents = _parents(day)
    totals: dict[int, Sums] = defaultdict(_nothing)
    for unit, figures in _own().items():
        above: int | None = unit
        while above is not None:
            _add(totals[above], figures)
            above = parents[above]
    return dict(totals)


def _own() -> dict[int, Sums]:
    own: dict[int, Sums] = defaultdict(_nothing)
    for unit, *figures in _records("unit_id"):
        _add(own[int(unit)], figures)
    return dict(own)


def _records(column: str) -> Iterator[tuple[object, ...]]:
    """Yield one column of each record, and its figures."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}, {', '.join(COLUMNS)} FROM meetings_meeting "
            "WHERE superseded_at IS NULL"
        )
        while rows := cursor.fetchmany(10_000):
            yield from rows


def _parents(day: date) -> dict[int, int | None]:
    return dict(_rows("SELECT unit_id, parent_id FROM units_placement WHERE {believed}", day))


def _at_work(kind: str, day: date) -> list[int]:
    asked = (
        "SELECT unit_id FROM units_placement JOIN units_unit ON units_unit.id = unit_id "
        f"WHERE {{believed}} AND state = 'open' AND kind = '{kind}'"
    )
    return [unit for (unit,) in _rows(asked, day)]


def _rows(asked: str, day: date) -> list[tuple[int, ...]]:
    from django.db import connection

    believed = "superseded_at IS NULL AND since <= %s AND until > %s"
    with connection.cursor() as cursor:
        cursor.execute(asked.format(believed=believed), [day, day])
        return cursor.fetchall()


def _nothing() -> Sums:
    return [0] * len(COLUMNS)


def _add(total: Sums, figures: "list[int] | tuple[object, ...]") -> None:
    for place, figure in enumerate(figures):
        total[place] += int(figure or 0)  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main())
