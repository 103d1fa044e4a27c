"""`python -m bench country`: the whole country built, reorganised, undone and read, with time and
peak memory.

Each part runs in a process and a database of its own, so that its memory is its own. Sizes come
from the environment: LANTOA_BENCH_CELLS cells a commune in the replay with records, and
LANTOA_BENCH_FULL cells where only the organisation is measured (24 make 295,000 units).
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any, TypeVar

CELLS = int(os.environ.get("LANTOA_BENCH_CELLS", "2"))
FULL = int(os.environ.get("LANTOA_BENCH_FULL", "24"))
MERGED_CELLS = 14_000
MONTHS = 24
MOVES = 20
DAYS = (date(2020, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 1))
T = TypeVar("T")


def main() -> int:
    """Run every part on SQLite, and those without records on PostgreSQL where it is named."""
    codes = [_run(part, "") for part in PARTS]
    if postgres := os.environ.get("LANTOA_TEST_POSTGRES", ""):
        codes += [_run_on_postgres(part, postgres) for part in ("merge", "chart")]
    else:
        print("\nPostgreSQL was left out: LANTOA_TEST_POSTGRES names none.")
    return max(codes)


def _run(part: str, database: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        own = {"LANTOA_VAR": folder}
        own |= {"LANTOA_DATABASE": database} if database else {}
        command = [sys.executable, "-m", "bench.country", part]
        return subprocess.run(command, env=os.environ | own, check=False).returncode  # noqa: S603


def _run_on_postgres(part: str, address: str) -> int:
    import psycopg

    name = f"lantoa_bench_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
        try:
            return _run(part, f"{address.rsplit('/', 1)[0]}/{name}")
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


def prepare(part: str) -> int:
    """Make the tables of this process's own database and run a part in it."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(f"\n== {connection.vendor}: {PARTS[part].__doc__}", flush=True)
    result = PARTS[part]()
    connection.close()
    return result


@contextmanager
def measured(what: str, *, target: float | None = None) -> Iterator[None]:
    """Print how long a block took, the most memory this process ever held, and the target.

    Beside the time stands what this process worked of it: on a busy machine the rest is waiting.
    """
    start, worked = time.perf_counter(), time.process_time()
    yield
    taken, worked = time.perf_counter() - start, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figure = f"{taken:>9.1f} s  worked {worked:>7.1f} s  {peak:>6,.0f} MB"
    _say(what, figure, _verdict(taken, target, "s"))


def _verdict(seen: float, target: float | None, unit: str) -> str:
    if target is None:
        return ""
    return f"target {target:g} {unit}" + ("" if seen < target else "  MISSED")


def _say(what: str, figure: str, more: str = "") -> None:
    print(f"  {what:<56}{figure}  {more}".rstrip(), flush=True)


def _build(cells: int, provinces: Sequence[str] = ()) -> tuple[Any, Any, Any, Any]:
    from lantoa.demonstration.operations.country.areas import read_country
    from lantoa.demonstration.operations.country.ground import lay_ground
    from lantoa.demonstration.operations.country.loading import give_posts, open_accounts

    country = read_country()
    country = country.within(provinces) if provinces else country
    author, approver = open_accounts()
    with measured(f"build, {cells} cells a commune"):
        ground = lay_ground(country, cells=cells, by=author)
    give_posts([author, approver], ground.root)
    _say("units before 1 July 2025", f"{len(ground):>9,}")
    return country, ground, author, approver


def replay() -> int:
    """1 July 2025 with monthly records in place (LANTOA_BENCH_CELLS=24 is the whole country)"""
    from bench.check_country import printed
    from lantoa.acts.state import state_hash
    from lantoa.demonstration.operations.country.activity import record_activity

    country, ground, author, approver = _build(CELLS)
    with measured(f"{MONTHS} months of records"):
        recorded = record_activity(ground, months=MONTHS, by=author)
    _say("records", f"{recorded:>9,}")
    at_first, before = _root_totals(ground.root.pk), state_hash()
    acts = _applied(country, ground, author, approver, "apply all acts")
    after = state_hash()
    totals = [_root_totals(ground.root.pk)]
    _reversed(acts, approver)
    same = [state_hash() == before]
    totals.append(_root_totals(ground.root.pk))
    _applied(country, ground, author, approver, "apply all acts again")
    same.append(state_hash() == after)
    totals.append(_root_totals(ground.root.pk))
    _say("state after reversing as before, after again as after", str(same))
    _say("root totals: measures, days, times compared", f"{len(at_first)} figures × {len(totals)}")
    _say("root totals identical before and after", str(all(each == at_first for each in totals)))
    with measured("check against files and records"):
        wrong = sum(different for _, _, different in printed())
    return int(wrong > 0 or not all(same) or any(each != at_first for each in totals))


def _applied(country: Any, ground: Any, author: Any, approver: Any, what: str) -> Any:
    from lantoa.demonstration.operations.country.replay import approve_acts, draft_acts

    with measured("write the acts down"):
        acts = draft_acts(ground.root, country, by=author)
    with measured(f"{what} ({len(acts)}): simulate, approve", target=120):
        return approve_acts(acts, by=approver)


def _reversed(acts: Any, by: Any) -> None:
    from lantoa.demonstration.operations.country.replay import reverse_acts

    with measured("reverse all acts"):
        reverse_acts(acts, by=by)


def _root_totals(root: int) -> dict[tuple[date, str], int | None]:
    """Return every flow of meetings at the root, on the charts of several days."""
    from lantoa.figures.period import Period
    from lantoa.figures.question import Question
    from lantoa.tally.queries import sheet

    period = Period(date(2024, 1, 1), date(2026, 12, 31))
    return {
        (day, code): line.total
        for day in DAYS
        for code, line in sheet(Question(unit=root, period=period, chart=day)).lines.items()
        if code.startswith("meetings.")
    }


def merge() -> int:
    """two provinces of 14,000 cells each (An Giang, Kiên Giang) merge, communes and all"""
    from lantoa.acts.applying import approve
    from lantoa.acts.drafting import simulate
    from lantoa.demonstration.operations.country.replay import draft_acts, reverse_acts
    from lantoa.demonstration.operations.moments import WRITTEN_AT

    fewest = 143  # communes of Kiên Giang
    country, ground, author, approver = _build(-(-MERGED_CELLS // fewest), ["91"])
    [act] = draft_acts(ground.root, country, by=author)
    with measured("simulate", target=10):
        found = simulate(act, by=act.author, at=WRITTEN_AT)
    found.refuse()
    _say("steps; units that change their place", f"{len(found.steps):,}; {len(found.causes):,}")
    with measured("apply", target=10):
        act = approve(act, fingerprint=found.fingerprint, by=approver, at=WRITTEN_AT)
    with measured("reverse", target=10):
        reverse_acts([act], by=approver)
    return 0


def chart() -> int:
    """the organisation at its full size, read on any day"""
    from django.db import connection

    country, ground, author, approver = _build(FULL)
    _applied(country, ground, author, approver, "apply all acts, no records,")
    _read("as loaded")
    _moved(ground, "as loaded", first=date(2026, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    _read("after ANALYZE")
    _moved(ground, "after ANALYZE", first=date(2026, 2, 1))
    return 0


def _moved(ground: Any, when: str, *, first: date) -> None:
    """Place one cell in commune after commune, a day each: what the guard against circles costs."""
    from django.db import transaction

    from lantoa.demonstration.operations.moments import WRITTEN_AT
    from lantoa.units.models import Placement

    cell = ground.cells[0].unit
    communes = islice(iter(_at_work("commune")), MOVES)
    days = {commune: first + timedelta(days=place) for place, commune in enumerate(communes)}

    @transaction.atomic
    def place(commune: int, *, on: date) -> None:
        last = Placement.objects.filter(unit=cell, superseded_at=None, until=date.max).get()
        Placement.objects.filter(pk=last.pk).update(until=days[commune])
        Placement.objects.create(
            unit=cell, parent_id=commune, since=days[commune], state="open", recorded_at=WRITTEN_AT
        )

    _percentile(f"place one cell, {when}", list(days), 100, place)


def _read(when: str) -> None:
    from lantoa.units.queries import tree_on
    from lantoa.units.queries.chart import parents_under, path_above

    for day in DAYS:
        with measured(f"whole tree on {day}, {when}", target=3):
            tree = tree_on(day)
        _say("units on it", f"{len(tree.parents):>9,}")
    communes, provinces = _at_work("commune"), _at_work("province")
    for what, units, target, ask in (
        ("ancestors of any unit", sorted(tree.parents), 20, path_above),
        ("descendants of a commune", communes, 20, parents_under),
        ("descendants of a province", provinces, 150, parents_under),
    ):
        chosen = Random(2025).sample(units, min(len(units), 500))
        _percentile(f"{what}, {when}", chosen, target, ask)


def _at_work(kind: str) -> list[int]:
    """Return the units of a kind that are at work on the last of the days."""
    from lantoa.units.models import Placement

    open_then = Placement.objects.filter(
        superseded_at__isnull=True,
        state="open",
        since__lte=DAYS[-1],
        until__gt=DAYS[-1],
        unit__kind=kind,
    )
    return list(open_then.order_by("unit_id").values_list("unit_id", flat=True))


def _percentile(what: str, units: Sequence[int], target: float, ask: Callable[..., Any]) -> None:
    """Print the median, the 95th percentile and the worst of asking on the days in turn."""
    taken = []
    for unit, day in zip(units, islice(cycle(DAYS), len(units)), strict=True):
        start = time.perf_counter()
        ask(unit, on=day)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    figure = f"p50 {middle:.1f}, p95 {late:.1f}, worst {taken[-1]:.1f} ms of {len(taken)}"
    _say(what, figure, _verdict(late, target, "ms"))


PARTS: dict[str, Callable[[], int]] = {"replay": replay, "merge": merge, "chart": chart}

if __name__ == "__main__":
    sys.exit(prepare(sys.argv[1]) if len(sys.argv) > 1 else main())
