"""`python -m bench durable`: what waiting for the disk costs, each way of SQLite beside the other.

Another connection is open all the while, as in a server with several threads: whoever closes the
last one writes everything down, and that would hide the difference.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import count

POSTS, BATCHES, BATCH = 300, 5, 2000
WAYS = ("NORMAL", "FULL", "NORMAL", "FULL")
_numbers = count()


def main() -> int:
    """Measure recording one by one and many at once; print the times of each way."""
    print(f"{'synchronous':<14}{'one by one':>14}{'median ms':>12}{'record_many':>14}")
    for way in WAYS:
        with tempfile.TemporaryDirectory(dir=os.environ.get("LANTOA_BENCH_DISK")) as folder:
            single, median, many = _measured(folder, way)
        print(f"{way:<14}{single:>10,.0f} a s{median:>12.2f}{many:>10,.0f} a s")
    return 0


def _measured(folder: str, way: str) -> tuple[float, float, float]:
    record = _installation(folder, way)
    with closing(sqlite3.connect(f"{folder}/lantoa.sqlite3")) as beside:
        beside.execute("SELECT count(*) FROM meetings_meeting").fetchone()
        each = [_timed(lambda: record(1)) for _ in range(POSTS)]
        batches = [_timed(lambda: record(BATCH)) for _ in range(BATCHES)]
    return POSTS / sum(each), statistics.median(each) * 1000, BATCHES * BATCH / sum(batches)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _installation(folder: str, way: str) -> Callable[[int], object]:
    """Lay an installation with one cell; return what records so many meetings there."""
    os.environ |= {"LANTOA_VAR": folder, "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.ground import AT, FIRST, build
    from lantoa.people.models import User
    from lantoa.records.meetings import operations as meetings
    from lantoa.records.meetings.models import Meeting

    held = connection.settings_dict
    laid = f"PRAGMA journal_mode=WAL;PRAGMA synchronous={way};PRAGMA cache_size=-65536;"
    held["NAME"], held["OPTIONS"]["init_command"] = f"{folder}/lantoa.sqlite3", laid
    connection.close()
    call_command("migrate", verbosity=0)
    _, _, communes = build(units=900, records=0)
    by = User.objects.get(name="Người ghi")

    def record(many: int) -> None:
        day = {"first_day": FIRST, "last_day": FIRST, "sort": "conference", "topic": "Chuyên đề"}
        entries = [Meeting(unit=communes[0], key=str(next(_numbers)), **day) for _ in range(many)]
        meetings.record_many(by=by, at=AT, entries=entries)
        connection.close()

    return record
