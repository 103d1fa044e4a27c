"""The process that opens one file: its bytes in, an answer out.

The command names the module that opens files of this sort, and the bounds. Only that module is
imported, so that the process begins at once.
"""

import os
import resource
import sys
from importlib import import_module

from lantoa.intake.answer import packed, packed_refusal
from lantoa.intake.limits import Bounds
from lantoa.intake.refusal import Unreadable

LESS_URGENT = 5
"""Who waits for a page comes before any file."""


def main(opener: str, bounds: Bounds) -> None:
    """Open the file on the standard input within so many seconds, bytes of memory and of answer."""
    opened = import_module(opener).opened
    _bind(bounds)
    try:
        answer = packed(opened(sys.stdin.buffer.read()))
    except Unreadable as refusal:
        answer = packed_refusal(refusal)
    sys.stdout.buffer.writelines(answer)


def _bind(bounds: Bounds) -> None:
    """Let the kernel hold this process within its bounds; it can never widen them again."""
    os.nice(LESS_URGENT)
    for limit, most in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_CPU, bounds.seconds),
        (resource.RLIMIT_FSIZE, bounds.answer),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main(sys.argv[1], Bounds(*map(int, sys.argv[2:])))
