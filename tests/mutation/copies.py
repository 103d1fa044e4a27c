"""Copies of the project to change: one for each worker, each with a folder of its own for tests."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from time import monotonic, sleep

from tests.mutation.areas import HOME

TAKEN = ("lantoa", "tests", "bench", "docs", "README.md", "README.vi.md", "CONTRIBUTING.md",
         "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "requirements.lock",
         "requirements-dev.lock")  # fmt: skip
LIMITED = 'ulimit -t {seconds}; ulimit -v 6000000 2>/dev/null; exec "$@"'
"""Limits the seconds of the processor and, where the system can, the memory to 6 GB."""
PYTEST = ["pytest", "-x", "-q", "--tb=line", "-p", "no:cacheprovider"]
QUICK = ["-m", "not browser and not office", "-k", "not test_time_grows"]
"""What measures time would fail by chance, beside other runs."""


@dataclass(frozen=True)
class Outcome:
    """How a run of tests ended: its code, None when it took too long, its seconds, its words."""

    code: int | None
    seconds: float
    printed: str


@dataclass(frozen=True)
class Copy:
    """A copy of the project in a folder."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Copy":
        """Copy what tests need."""
        folder.mkdir()
        for name in TAKEN:
            if (HOME / name).is_dir():
                shutil.copytree(HOME / name, folder / name)
            elif (HOME / name).exists():
                shutil.copy2(HOME / name, folder / name)
        return cls(folder)

    @contextmanager
    def changed(self, path: str, text: str) -> Iterator[None]:
        """Put another text in the place of a file, and the old one back with its time."""
        (self.folder / path).write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            shutil.copy2(HOME / path, self.folder / path)

    def run(self, under: Sequence[str], tests: Sequence[str], *, seconds: float) -> Outcome:
        """Run tests until the first failure, at most some seconds of computing and waiting.

        Seconds are those of the processor, which a busy machine does not stretch; whatever waits
        without computing is ended after ten times as many.
        """
        python = [sys.executable, "-m", *under, *PYTEST, *QUICK, *tests]
        with tempfile.TemporaryFile("w+") as printed:
            running = subprocess.Popen(
                ["sh", "-c", LIMITED.format(seconds=ceil(seconds)), "sh", *python],
                cwd=self.folder,
                env=os.environ | self.settings(),
                stdout=printed,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            code, used = ended(running, by=monotonic() + 10 * seconds)
            printed.seek(0)
            outcome = Outcome(code, used, printed.read())
        if code == -signal.SIGTERM:  # somebody else ended it, which says nothing of the tests
            return self.run(under, tests, seconds=seconds)
        return outcome

    def settings(self) -> dict[str, str]:
        """Return the environment of a run: this copy's code, files and nothing compiled kept."""
        return {
            "PYTHONPATH": str(self.folder),
            "LANTOA_VAR": str(self.folder / "var"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }


def ended(running: subprocess.Popen[bytes], *, by: float) -> tuple[int | None, float]:
    """Wait for a run; return its code and its seconds of the processor.

    The code is None where it was killed: at its limit of seconds, or not ended by a moment.
    """
    while True:
        found, status, usage = os.wait4(running.pid, os.WNOHANG)
        if found:
            break
        if monotonic() > by:
            os.killpg(running.pid, signal.SIGKILL)
        sleep(0.05)
    code = running.returncode = os.waitstatus_to_exitcode(status)
    used = usage.ru_utime + usage.ru_stime
    return (None if code in {-signal.SIGKILL, -signal.SIGXCPU} else code), used
