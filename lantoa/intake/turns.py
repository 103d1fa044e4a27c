"""Whose turn it is: one file at a time for an account, few at once for the installation.

Turns are locks on empty files, which every worker on this machine sees and which the kernel lets go
where a process dies. Who waits holds a thread that serves pages, so that few may wait, and briefly:
`MOST_OPEN` and `MOST_WAITING` together stay below the threads of the service.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from lantoa.intake.locks import lock, lock_one
from lantoa.intake.refusal import Busy

MOST_OPEN = 2
"""Files opened at once, whoever sent them."""
MOST_WAITING = 1
"""Requests that wait for a turn."""
LONGEST_WAIT = 20.0
"""Seconds that one waits."""
PAUSE = 0.05
OWN_FILE = (
    "Tệp bạn gửi trước đó còn đang được đọc. Chờ khoảng nửa phút rồi chọn lại tệp và gửi lại; "
    "những gì đã ghi trên trang vẫn còn."
)
OTHERS = (
    "Máy đang đọc tệp của nhiều người nên chưa nhận thêm được. Chờ khoảng nửa phút rồi chọn lại "
    "tệp và gửi lại; những gì đã ghi trên trang vẫn còn."
)


class Sender(NamedTuple):
    """Who asks, and the folder where turns of the installation are kept."""

    account: Callable[[], str]
    """Asked only where a file is opened: it may cost a statement."""
    folder: Path


SENDER: ContextVar[Sender | None] = ContextVar("sender", default=None)
"""Set around each request; commands have none and wait for nobody."""


@contextmanager
def turn() -> Iterator[None]:
    """Hold a turn; raises Busy where none came in time."""
    sender = SENDER.get()
    with ExitStack() as held:
        if sender and not _at_once(sender, held):
            _waited(sender, held)
        yield


def _at_once(sender: Sender, held: ExitStack) -> bool:
    """Take the turn of an account and one of the installation, both or none."""
    with ExitStack() as taken:
        if _lock_account(sender, taken) and lock_one(sender.folder, "open", taken, of=MOST_OPEN):
            held.push(taken.pop_all())
            return True
    return False


def _lock_account(sender: Sender, held: ExitStack) -> bool:
    return lock(sender.folder, f"account-{sender.account()}", held)


def _waited(sender: Sender, held: ExitStack) -> None:
    """Wait for a turn where few wait; raises Busy, which says whose file is in the way."""
    end = time.monotonic() + LONGEST_WAIT
    with ExitStack() as waiting:
        queued = lock_one(sender.folder, "waiting", waiting, of=MOST_WAITING)
        while queued and time.monotonic() < end:
            time.sleep(PAUSE)
            if _at_once(sender, held):
                return
    with ExitStack() as looked:
        own = not _lock_account(sender, looked)
    raise Busy(OWN_FILE if own else OTHERS)
