"""Comparing every row with the trail, beside a plain read of the same rows and lines."""

import time
from collections.abc import Callable

from django.db import connection

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.seals.queries import sealed_tables

ROUNDS = 3
MOST = 6
"""How many times a plain read it may take."""
NATION = 5_800_000


def measure() -> None:
    """Print seconds of the processor, the best of some rounds, and their ratio."""
    found = verified(InDatabase())
    if found.faults:
        raise AssertionError(found.faults[0])
    compared, read = _seconds(lambda: verified(InDatabase())), _seconds(_read)
    per_million = compared / found.rows * 1_000_000
    print(f"{found.rows:,} rows, {found.lines:,} lines compared in {compared:.2f} s, ", end="")
    print(f"read in {read:.2f} s: {compared / read:.2f} times (at most {MOST}).")
    print(f"At {NATION:,} rows, if it goes on like this: {per_million * NATION / 1e6:.0f} s.")


def _seconds(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def _read() -> None:
    """Read every column of every sealed row and of every line, as a driver gives them."""
    tables = [each.model._meta.db_table for each in sealed_tables().values()]
    for table in [*tables, "trail_entry", "trail_home"]:
        with connection.chunked_cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            while cursor.fetchmany(5000):
                pass
