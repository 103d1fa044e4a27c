"""Opening a stranger's file in a process of its own, with bounds of time and memory.

What opens the file may be old, large and written in C; a file made to break it ends that process
and not the one that serves pages. It sees no setting of ours: its environment is empty.
"""

import logging
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from lantoa.intake.answer import FileContents, unpacked
from lantoa.intake.limits import FILE, Bounds
from lantoa.intake.refusal import CameToHarm
from lantoa.intake.turns import turn

LOG = logging.getLogger(__name__)
HOME = Path(__file__).parents[2]
CLOCK = 2
"""Seconds of the clock for each of the processor: others may be at work on the machine."""
COMMAND = (sys.executable, "-P", "-m", "lantoa.intake")
ENVIRONMENT = {"PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
TOO_SLOW = (
    "Đọc tệp này quá lâu nên đã dừng. Tệp quá phức tạp hoặc hỏng; hãy lưu lại, hoặc tách nhỏ."
)
GAVE_UP = "Tệp hỏng hoặc quá nặng, không đọc được. Hãy mở bằng phần mềm gốc, lưu lại rồi gửi."


def opened(opener: str, content: bytes, *, within: Bounds = FILE) -> FileContents:
    """Return what a file holds, as the function `opened` of the module `opener` says.

    That module is one of ours and imports no Django. Raises its Unreadable; CameToHarm where the
    other process ended otherwise; Busy where too many files are being opened at this moment.
    """
    with turn():
        code, answer, complaint = _ended(command(opener, within=within), content, within=within)
    if code:
        last = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        LOG.warning("Opening by %s ended with %s: %s", opener, code, last[:200])
        raise CameToHarm(GAVE_UP)
    return unpacked(answer)


def command(opener: str, *, within: Bounds = FILE) -> list[str]:
    """Return the command that starts the process."""
    return [*COMMAND, opener, *map(str, within)]


def _ended(command: list[str], content: bytes, *, within: Bounds) -> tuple[int, bytes, bytes]:
    """Return how the process ended, its answer and its complaint.

    Both are written into files, which the kernel lets grow no further than the bounds say. Raises
    CameToHarm where it took too long.
    """
    with TemporaryFile() as sent, TemporaryFile() as answer, TemporaryFile() as complaint:
        sent.write(content)
        sent.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 - our own module, named by us
                command,
                stdin=sent,
                stdout=answer,
                stderr=complaint,
                timeout=CLOCK * within.seconds,
                env=ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise CameToHarm(TOO_SLOW) from None
        return done.returncode, _written(answer), _written(complaint)


def _written(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
