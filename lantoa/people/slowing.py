"""Wrong tries to sign in make the next ones wait: a little, then longer, never for good.

SlowedBy in the database, so for all workers. Neither names nor addresses are kept, only what our
secret makes of them. A browser that signed in before is counted by itself: nobody else can make
it wait.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from lantoa.people.models import Slowing
from lantoa.people.room import though_full
from lantoa.people.secret import bound
from lantoa.people.waiting import MustWait

KEPT = timedelta(days=1)


class TooSoon(MustWait):
    """A try that came before its time; it was not looked at and does not count."""

    why = "Vừa nhập sai nhiều lần liên tiếp."

    def __init__(self, seconds: int, *, is_for_all: bool) -> None:
        """Take how long to wait, and whether the whole address must."""
        super().__init__(seconds)
        self.is_for_all = is_for_all


@dataclass(frozen=True)
class Pace:
    """How tries are slowed: some are free, then each wait is twice the last one, up to a bound.

    After each `forgotten` seconds of quiet one try is forgotten.
    """

    free: int
    longest: int
    forgotten: int

    def wait(self, tries: int) -> int:
        """Return how many seconds after so many wrong tries the next may come."""
        over = tries - self.free
        return 0 if over < 0 else min(self.longest, 2 ** min(over, 20))

    def left(self, tries: int, *, quiet: timedelta) -> int:
        """Return how many tries still count after some time of quiet."""
        return max(0, tries - int(quiet.total_seconds() // self.forgotten))


BY_BROWSER = Pace(free=10, longest=300, forgotten=300)
BY_NAME_AND_ADDRESS = Pace(free=5, longest=600, forgotten=300)
BY_NAME = Pace(free=30, longest=60, forgotten=60)
BY_ADDRESS = Pace(free=20, longest=60, forgotten=60)


@dataclass(frozen=True)
class SlowedBy:
    """One thing by which tries are counted: its sort and what it is, and its pace."""

    what: tuple[str, ...]
    pace: Pace

    @property
    def key(self) -> str:
        """Return under what it is kept, from which it cannot be read."""
        return bound("\0".join(self.what), to="slowing").hex()


def counted_strangers(*, name: str, address: str) -> list[SlowedBy]:
    """Return by what a try of a browser is counted that never signed in under a name."""
    return [
        SlowedBy(("name and address", name, address), BY_NAME_AND_ADDRESS),
        SlowedBy(("name", name), BY_NAME),
        *counted_address(address),
    ]


def counted_address(address: str) -> list[SlowedBy]:
    """Return by what a try is counted that bears no name."""
    return [SlowedBy(("address", address), BY_ADDRESS)]


def counted_browser(browser: str, *, name: str) -> list[SlowedBy]:
    """Return by what a try is counted of a browser that signed in under a name before."""
    return [SlowedBy(("browser", browser, name), BY_BROWSER)]


@contextmanager
def slowed(by: Sequence[SlowedBy], *, at: datetime) -> Iterator[None]:
    """Count a try before the block looks at it; only a refusal (ValidationError) stays counted.

    Raises TooSoon, without running the block, where one must still wait.
    """
    before: list[Slowing] = []
    with though_full():  # whoever cleans up a full disk must be able to sign in
        before = _count(by, at=at)
    try:
        yield
    except ValidationError:
        raise
    except BaseException:
        _take_back(before, at=at)
        raise
    else:
        _take_back(before, at=at)


def _count(by: Sequence[SlowedBy], *, at: datetime) -> list[Slowing]:
    """Count a try and return the counts as they were; the first look locks nobody else."""
    paces = {each.key: each.pace for each in by}
    _refuse_hurry(Slowing.objects.filter(key__in=paces), paces, at=at)
    with transaction.atomic():
        Slowing.objects.filter(last_at__lt=at - KEPT).delete()
        fresh = [Slowing(key=key, last_at=at) for key in sorted(paces)]
        Slowing.objects.bulk_create(fresh, ignore_conflicts=True)
        rows = Slowing.objects.filter(key__in=paces).order_by("key").select_for_update()
        before = _refuse_hurry(rows, paces, at=at)
        for row in before:
            tries = paces[row.key].left(row.tries, quiet=at - row.last_at) + 1
            Slowing.objects.filter(pk=row.pk).update(tries=tries, last_at=at)
    return before


def _refuse_hurry(
    rows: Iterable[Slowing], paces: Mapping[str, Pace], *, at: datetime
) -> list[Slowing]:
    found = list(rows)
    left = {
        row.key: paces[row.key].wait(row.tries) - (at - row.last_at).total_seconds()
        for row in found
    }
    longest = max(left, key=left.__getitem__, default="")
    if longest and left[longest] > 0:
        is_for_all = any(left[key] > 0 for key in left if paces[key] is BY_ADDRESS)
        raise TooSoon(math.ceil(left[longest]), is_for_all=is_for_all)
    return found


def _take_back(before: Sequence[Slowing], *, at: datetime) -> None:
    """Leave each count as if the try had not been, whatever others tried meanwhile."""
    for row in before:
        with though_full():
            mine = Slowing.objects.filter(pk=row.pk)
            if not mine.filter(last_at=at).update(tries=row.tries, last_at=row.last_at):
                mine.filter(tries__gt=0).update(tries=F("tries") - 1)
