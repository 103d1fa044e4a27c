"""Opening a stranger's file in a process of its own, with bounds of time and memory.

What opens the file may be old, large and written in C; a file made to break it ends that process
and not the one that serves pages. It sees no setting of ours: its environment is empty.
"""

import logging
import subprocess
import sys
from pathlib import Path

from lantoa.intake.answer import FileContents, unpacked
from lantoa.intake.limits import FILE, Bounds
from lantoa.intake.refusal import CameToHarm

LOG = logging.getLogger(__name__)
HOME = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", "lantoa.intake")
ENVIRONMENT = {"PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
TOO_SLOW = (
    "Đọc tệp này quá lâu nên đã dừng. Tệp quá phức tạp hoặc hỏng; hãy lưu lại, hoặc tách nhỏ."
)
GAVE_UP = "Tệp hỏng hoặc quá nặng, không đọc được. Hãy mở bằng phần mềm gốc, lưu lại rồi gửi."


def opened(opener: str, content: bytes, *, within: Bounds = FILE) -> FileContents:
    """Return what a file holds, as the function `opened` of the module `opener` says.

    That module is one of ours and imports no Django. Raises its Unreadable, or CameToHarm where the
    other process ended otherwise.
    """
    done = _ended(command(opener, within=within), content, seconds=within.seconds)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        LOG.warning("Opening by %s ended with %s: %s", opener, done.returncode, last[:200])
        raise CameToHarm(GAVE_UP)
    return unpacked(done.stdout)


def command(opener: str, *, within: Bounds = FILE) -> list[str]:
    """Return the command that starts the process."""
    return [*COMMAND, opener, *map(str, within)]


def _ended(
    command: list[str], content: bytes, *, seconds: int
) -> "subprocess.CompletedProcess[bytes]":
    """Return how the process ended; raises CameToHarm where it took too long."""
    try:
        return subprocess.run(  # noqa: S603 - our own module, named by us
            command,
            input=content,
            capture_output=True,
            timeout=seconds,
            env=ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CameToHarm(TOO_SLOW) from None
