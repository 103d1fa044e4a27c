"""Locks that all workers on a machine see: empty files, let go by the system where a process dies.

Never waits: who finds none free decides whether to look again.
"""

import fcntl
import os
from contextlib import ExitStack
from pathlib import Path


def lock(folder: Path, name: str, held: ExitStack) -> bool:
    """Take the lock of a name until `held` ends; tell whether it was free."""
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return False
    held.callback(os.close, file)
    return True


def lock_one(folder: Path, sort: str, held: ExitStack, *, of: int) -> bool:
    """Take the first free one of several locks of a sort; tell whether there was one."""
    return any(lock(folder, f"{sort}-{place}", held) for place in range(of))
