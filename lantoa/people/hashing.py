"""Passwords are hashed few at a time on a whole machine, whatever the number of its workers.

A place is a locked file: the system takes the lock back when a process dies, however it dies.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from lantoa.people.waiting import MustWait

PATIENCE = 3.0
"""Seconds for which one request at a time may wait for a place to hash in."""
WAITERS = 1
"""Requests that may wait; each holds a thread that others would be served by."""
GLANCE = 0.02
SECONDS = 5
"""After which it is worth asking again."""


class HashingBusy(MustWait):
    """Too many passwords are being hashed on this machine; nothing was looked at."""

    status = 503
    why = "Đang có nhiều người đăng nhập cùng lúc."


@contextmanager
def _first_free(sort: str, *, count: int) -> Iterator[bool]:
    """Take one of some places while the block runs; yield whether there was one."""
    held = _take(sort, count=count)
    try:
        yield held is not None
    finally:
        if held:
            held.close()


def _take(sort: str, *, count: int) -> IO[bytes] | None:
    folder = Path(settings.VAR) / "hashing"
    folder.mkdir(exist_ok=True)
    for number in range(count):
        file = (folder / f"{sort}-{number}").open("wb")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
        else:
            return file
    return None


@contextmanager
def hashing_place() -> Iterator[None]:
    """Hold one of the places to hash in while the block runs.

    Raises HashingBusy at once where somebody waits already, and after a few seconds of waiting.
    """
    with _first_free("place", count=settings.HASHING_PLACES) as free:
        if free:
            yield
            return
    with _waited_for():
        yield


@contextmanager
def _waited_for() -> Iterator[None]:
    with _first_free("waiting", count=WAITERS) as may_wait:
        held = _awaited() if may_wait else None
    if held is None:
        raise HashingBusy(SECONDS)
    with held:
        yield


def _awaited() -> IO[bytes] | None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if held := _take("place", count=settings.HASHING_PLACES):
            return held
        time.sleep(GLANCE)
    return None


class BoundedHasher(PBKDF2PasswordHasher):
    """Hashes as Django does, in a place of its own; passwords hashed before stay good."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        """Return the hash of a password; raises HashingBusy as `hashing_place`."""
        with hashing_place():
            return super().encode(password, salt, iterations)
