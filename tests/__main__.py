"""Runs every test: on SQLite, on PostgreSQL where it answers, in a browser where there is one.

What asks for no database, or asks the browser rather than the database, is run once, on SQLite.
What was left out is said in one line at the end. Where LANTOA_TEST_ALL is set, leaving anything out
is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import psycopg

ALL = bool(os.environ.get("LANTOA_TEST_ALL"))
NOT_AGAIN = "not own_file and not once"
"""What is run on PostgreSQL too; the marks are set by tests/conftest.py and tests/browser."""


def main() -> int:
    """Run the tests on both databases at once; return the exit code of the whole."""
    postgres = os.environ.get("LANTOA_TEST_POSTGRES", "")
    left_out = list(missing(postgres))
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as printed:
        second = start(f"{folder}/second", postgres, printed) if answers(postgres) else None
        print("== Tests on SQLite", flush=True)
        codes = [start(f"{folder}/first", "", None).wait()]
        if second:
            codes.append(second.wait())
            printed.seek(0)
            print("\n== Tests on PostgreSQL: all that ask a database", flush=True)
            sys.stdout.buffer.write(printed.read())
            sys.stdout.flush()
    print("Left out: " + ("; ".join(left_out) or "nothing") + ".")
    return max(map(abs, codes)) or int(ALL and bool(left_out))


def start(var: str, database: str, printed: "tempfile._TemporaryFileWrapper[bytes] | None"):  # type: ignore[no-untyped-def]
    """Start pytest in a folder of its own, on a database."""
    settings = {"LANTOA_VAR": var} | ({"LANTOA_DATABASE": database} if database else {})
    command = [sys.executable, "-m", "pytest", "-q", "-rs", *sys.argv[1:]]
    if printed is None:
        return subprocess.Popen(command, env=os.environ | settings)
    return subprocess.Popen(
        [*command, "-p", "no:cacheprovider", "-m", NOT_AGAIN],
        env=os.environ | settings,
        stdout=printed,
        stderr=subprocess.STDOUT,
    )


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
