"""Reads a file as the pages do and prints what that took, as JSON: of both processes.

It is a small process of its own, because the peak of memory that a child reports begins with what
its parent takes at that moment.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lantoa.intake.apart import ENVIRONMENT, HOME, command
from lantoa.intake.documents import OPENERS, text_of
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.kinds import FileKind

MEGABYTE = 1024
"""Kilobytes, in which Linux counts the memory of a process."""


@dataclass(frozen=True)
class Cost:
    """Seconds of work and peak of memory of the process that reads, and growth of the other."""

    seconds: float
    megabytes: float
    growth: float


def cost_of(name: str, content: bytes) -> Cost:
    """Return what reading a file takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "tests.reader.measured", str(path)],
            capture_output=True,
            check=True,
            env=ENVIRONMENT,
            cwd=HOME,
        )
    return Cost(**json.loads(done.stdout))


def _child(path: Path) -> tuple[float, float]:
    """Run the process that reads a file."""
    with path.open("rb") as file, tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(
            command(OPENERS[FileKind(path.suffix[1:])]),
            stdin=file,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )
        _, child.returncode, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE


def _growth(path: Path) -> float:
    """Read a file as the pages do; return by how much the peak of this process rises."""
    content = path.read_bytes()
    before = _peak()
    with contextlib.suppress(Unreadable):
        text_of(path.name, content)
    return (_peak() - before) / MEGABYTE


def _peak() -> int:
    """Return the peak of memory of this program, without that of the one which started it."""
    (line,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(line)


def main() -> None:
    """Measure the file that the command names."""
    path = Path(sys.argv[1])
    seconds, megabytes = _child(path)
    found = {"seconds": seconds, "megabytes": megabytes, "growth": _growth(path)}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
