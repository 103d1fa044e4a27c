"""Runs every test: on SQLite, on PostgreSQL where it answers, in a browser where there is one.

What asks for no database, or asks the browser rather than the database, is run once. Three runs go
on at a time, so that two cores are busy to the end; the first shows its progress, the others are
printed when they have ended.
What was left out is said in one line at the end. Where LANTOA_TEST_ALL is set, leaving anything out
is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg

ALL = bool(os.environ.get("LANTOA_TEST_ALL"))
AT_A_TIME = 3
NOTHING_COLLECTED = 5
ON_EACH = "not own_file and not once"
"""What is run on each database; the marks are set by tests/conftest.py and tests/browser."""


@dataclass(frozen=True)
class Run:
    """One pytest: what it is about, which marks it takes, and on which database."""

    about: str
    marks: str
    database: str = ""


def main() -> int:
    """Run the tests, on both databases at once; return the exit code of the whole."""
    postgres = os.environ.get("LANTOA_TEST_POSTGRES", "")
    left_out = list(missing(postgres))
    asked = list(runs(postgres if answers(postgres) else ""))
    codes = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_A_TIME) as some:
        print(f"== Tests: {asked[0].about}", flush=True)
        ended = some.map(partial(done, folder=Path(folder), first=asked[0]), asked)
        for run, (code, printed) in zip(asked, ended, strict=True):
            if run is not asked[0]:
                print(f"\n== Tests: {run.about}\n{printed}", flush=True)
            codes.append(code)
    print("Left out: " + ("; ".join(left_out) or "nothing") + ".")
    return worst(codes) or int(ALL and bool(left_out))


def runs(postgres: str) -> Iterator[Run]:
    """Yield the runs, the longest first; on SQLite each test is in one of them."""
    yield Run("what asks a database, on SQLite", ON_EACH)
    if postgres:
        yield Run("what asks a database, on PostgreSQL", ON_EACH, postgres)
    yield Run("what asks for no database", "own_file")
    yield Run("what asks the browser, on SQLite", "once")


def done(run: Run, *, folder: Path, first: Run) -> tuple[int, str]:
    """Run pytest in a folder of its own; return its exit code, and what it printed."""
    own = {"LANTOA_VAR": tempfile.mkdtemp(dir=folder)}
    own |= {"LANTOA_DATABASE": run.database} if run.database else {}
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-m", run.marks, *sys.argv[1:]]
    if run is first:
        return subprocess.run(command, env=os.environ | own, check=False).returncode, ""
    command += ["-p", "no:cacheprovider"]
    with tempfile.TemporaryFile("w+") as printed:
        ended = subprocess.run(
            command, env=os.environ | own, stdout=printed, stderr=subprocess.STDOUT, check=False
        )
        printed.seek(0)
        return ended.returncode, printed.read()


def worst(codes: list[int]) -> int:
    """Return the worst exit code; that a run had nothing to do is none, unless all had."""
    told = [abs(code) for code in codes if code != NOTHING_COLLECTED]
    return max(told, default=NOTHING_COLLECTED)


def answers(postgres: str) -> bool:
    """Tell whether PostgreSQL answers at an address."""
    if not postgres:
        return False
    try:
        with psycopg.connect(postgres, connect_timeout=5):
            return True
    except psycopg.Error:
        return False


def missing(postgres: str) -> Iterator[str]:
    """Yield what cannot be tested on this machine."""
    if not answers(postgres):
        yield "PostgreSQL (none answers at LANTOA_TEST_POSTGRES)"
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        yield "the browser (no Chromium installed)"
    if not shutil.which("soffice"):
        yield "documents in LibreOffice (soffice not installed)"
    if not shutil.which("strace"):
        yield "waiting for the disk (strace not installed)"


if __name__ == "__main__":
    sys.exit(main())
