"""Passwords are hashed few at a time on a whole machine, whatever the number of its workers.

A place is a locked file: the system takes the lock back when a process dies, however it dies.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from lantoa.intake.locks import lock_one
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
def hashing_place() -> Iterator[None]:
    """Hold one of the places to hash in while the block runs.

    Raises HashingBusy at once where somebody waits already, and after a few seconds of waiting.
    """
    with ExitStack() as held:
        if not _placed(held):
            _waited(held)
        yield


def _placed(held: ExitStack) -> bool:
    return lock_one(_folder(), "place", held, of=settings.HASHING_PLACES)


def _folder() -> Path:
    return Path(settings.VAR) / "hashing"


def _waited(held: ExitStack) -> None:
    """Wait for a place where few wait; raises HashingBusy where none came free."""
    until = time.monotonic() + PATIENCE
    with ExitStack() as waiting:
        may_wait = lock_one(_folder(), "waiting", waiting, of=WAITERS)
        while may_wait and time.monotonic() < until:
            if _placed(held):
                return
            time.sleep(GLANCE)
    raise HashingBusy(SECONDS)


class BoundedHasher(PBKDF2PasswordHasher):
    """Hashes as Django does, in a place of its own; passwords hashed before stay good."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        """Return the hash of a password; raises HashingBusy as `hashing_place`."""
        with hashing_place():
            return super().encode(password, salt, iterations)
