"""A country of made-up units and records to measure on: the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db import transaction

from lantoa.guidance.operations import adopt_known
from lantoa.people.models import User
from lantoa.people.operations import open_card_accounts
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.works import operations as works
from lantoa.records.works.models import Work
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_many
from lantoa.units.operations.rows import Change

AT = datetime(2026, 11, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FOUNDED = date(2024, 1, 1)
FIRST, DAYS = date(2024, 6, 1), 730
SEED = 2026
BATCH = 10_000
E = TypeVar("E")


@transaction.atomic
def build(*, units: int, records: int) -> tuple[Unit, list[Unit], list[Unit]]:
    """Build units and records through the same operations as pages use.

    Returns the root, the provinces and the communes. One record in ten is a work.
    """
    adopt_known()  # who owes what, as every installation holds it
    chance = random.Random(SEED)
    by = open_card_accounts(["Người ghi"])[0]
    change = Change(by=by, at=AT, on=FOUNDED)
    root = found_root(name="Cả nước", kind=Kind.NATION, code="VN", change=change, is_simulated=True)
    right = Post.Right.CLERK
    give_post(user=by, unit=root, right=right, since=FOUNDED, by=None, at=AT)
    provinces = _open(root, Kind.PROVINCE, [root] * 20, change)
    communes = _open(root, Kind.COMMUNE, [p for p in provinces for _ in range(40)], change)
    left = units - 1 - len(provinces) - len(communes)
    cells = _open(root, Kind.CELL, [communes[n % len(communes)] for n in range(left)], change)
    _record(cells, records, by, chance)
    return root, provinces, communes


def _open(root: Unit, kind: Kind, above: Sequence[Unit], change: Change) -> list[Unit]:
    entries = [
        NewUnit(f"{kind.label} {n}", kind, under, code=f"{kind}{n}", members=20)
        for n, under in enumerate(above)
    ]
    return open_many(entries=entries, change=change)


def batches(entries: Iterator[E]) -> Iterator[list[E]]:
    """Cut a stream of entries into batches."""
    while batch := list(islice(entries, BATCH)):
        yield batch


def _record(cells: Sequence[Unit], records: int, by: User, chance: random.Random) -> None:
    for batch in batches(_meetings(cells, records * 9 // 10, chance)):
        meetings.DONE.record_unasked(by=by, at=AT, entries=batch)
    for batch in batches(_works(cells, records // 10, chance)):
        works.DONE.record_unasked(by=by, at=AT, entries=batch)


def _meetings(cells: Sequence[Unit], wanted: int, chance: random.Random) -> Iterator[Meeting]:
    for number in range(wanted):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        present = chance.randrange(8, 20)
        yield Meeting(
            unit=cells[number % len(cells)],
            key=f"m{number}",
            first_day=day,
            last_day=day,
            sort="regular",
            topic="Sinh hoạt thường kỳ",
            members_present=present,
            members_invited=20,
            nonmembers_present=chance.choice([None, 0, 3]),
        )


def _works(cells: Sequence[Unit], wanted: int, chance: random.Random) -> Iterator[Work]:
    for number in range(wanted):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        yield Work(
            unit=cells[number % len(cells)],
            key=f"w{number}",
            first_day=day,
            last_day=day,
            sort="gift",
            title="Tặng quà",
            quantity=chance.randrange(1, 50),
            people_money=chance.randrange(1, 900) * 100_000,
        )
