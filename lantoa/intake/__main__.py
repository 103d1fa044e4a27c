"""The process that opens one file: its bytes in, an answer out.

The command names the module that opens files of this sort, and the bounds. Only that module is
imported, so that the process begins at once.
"""

import resource
import sys
from importlib import import_module

from lantoa.intake.answer import packed, packed_refusal
from lantoa.intake.refusal import Unreadable


def main(opener: str, seconds: int, memory: int) -> None:
    """Open the file on the standard input within so many seconds and bytes of memory."""
    opened = import_module(opener).opened
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = packed(opened(sys.stdin.buffer.read()))
    except Unreadable as refusal:
        answer = packed_refusal(refusal)
    sys.stdout.buffer.writelines(answer)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
