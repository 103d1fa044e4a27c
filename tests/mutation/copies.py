"""Copies of the project to change: one for each worker, each with a folder of its own for tests."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.areas import HOME

TAKEN = ("lantoa", "tests", "bench", "docs", "README.md", "README.vi.md", "CONTRIBUTING.md",
         "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "requirements.lock",
         "requirements-dev.lock")  # fmt: skip
PYTEST = ["pytest", "-x", "-q", "--tb=line", "-p", "no:cacheprovider"]
QUICK = ["-m", "not browser and not office", "-k", "not test_time_grows"]
"""What measures time would fail by chance, beside other runs."""


@dataclass(frozen=True)
class Outcome:
    """How a run of tests ended: its code, None when it took too long, and what it printed."""

    code: int | None
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
        """Run tests until the first failure; end them and what they started when it takes too long."""
        running = subprocess.Popen(
            [sys.executable, "-m", *under, *PYTEST, *QUICK, *tests],
            cwd=self.folder,
            env=os.environ | self.settings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            printed, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return Outcome(None, running.communicate()[0])
        return Outcome(running.returncode, printed)

    def settings(self) -> dict[str, str]:
        """Return the environment of a run: this copy's code, files and nothing compiled kept."""
        return {
            "PYTHONPATH": str(self.folder),
            "LANTOA_VAR": str(self.folder / "var"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
