"""Reading a stranger's file in a process of its own, with bounds of time and memory.

What opens the file may be old, large and written in C; a file made to break it ends that process
and not the one that serves pages. It sees no setting of ours: its environment is empty.
"""

import json
import logging
import subprocess
import sys
from pathlib import Path

from lantoa.reader.texts.kinds import Kind
from lantoa.reader.texts.limits import SECONDS
from lantoa.reader.texts.text import Stretch, Text, Unreadable

LOG = logging.getLogger(__name__)
HOME = Path(__file__).parents[3]
COMMAND = (sys.executable, "-P", "-m", "lantoa.reader.texts")
ENVIRONMENT = {"PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
TOO_SLOW = (
    "Đọc tệp này quá lâu nên đã dừng. Tệp quá phức tạp hoặc hỏng; hãy lưu lại, hoặc tách nhỏ."
)
GAVE_UP = "Tệp hỏng hoặc quá nặng, không đọc được. Hãy mở bằng phần mềm gốc, lưu lại rồi gửi."


def read(kind: Kind, content: bytes) -> Text:
    """Return the text of a file; raises Unreadable, also where the other process came to harm."""
    done = ended(kind, content)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        LOG.warning("Reading a .%s ended with %s: %s", kind.value, done.returncode, last[:200])
        raise Unreadable(GAVE_UP)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    stretches = tuple(Stretch(*each) for each in answer["stretches"])
    return Text(answer["content"], stretches, tuple(answer["remarks"]))


def ended(kind: Kind, content: bytes) -> "subprocess.CompletedProcess[bytes]":
    """Return how the process ended that read a file; raises Unreadable where it took too long."""
    try:
        return subprocess.run(  # noqa: S603 - our own module, and the kind is one of our own words
            [*COMMAND, kind.value],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env=ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_SLOW) from None
