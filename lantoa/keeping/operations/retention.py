"""Which copies in a folder stay: some days, weeks and months back, and always what was proven."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from django.utils.timezone import localtime

from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.proven import last_proven

NAMED = "lantoa-%Y-%m-%d-%H%M%S.zip"
OURS = re.compile(r"lantoa-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)\.zip", re.ASCII)


@dataclass(frozen=True)
class Keep:
    """How many days, weeks and months back one copy each is kept."""

    days: int
    weeks: int
    months: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what "14,8,24" asks for; raises BackupRefused for anything else."""
        told = re.fullmatch(r"(\d{1,4}),(\d{1,4}),(\d{1,4})", text)
        if not told or not int(told[1]):
            raise BackupRefused("--keep gồm ba số ngày,tuần,tháng, ít nhất một ngày: 14,8,24.")
        return cls(*map(int, told.groups()))


@dataclass(frozen=True)
class DatedCopy:
    """A copy that was named by us, and the moment in its name."""

    path: Path
    moment: datetime


def name_at(at: datetime) -> str:
    """Return the name of a copy written at a moment."""
    return localtime(at).strftime(NAMED)


def copies_in(folder: Path) -> list[DatedCopy]:
    """Return the copies in a folder that bear a name of ours, latest first; no other file."""
    found = [DatedCopy(path, moment) for path in folder.iterdir() if (moment := _moment(path))]
    return sorted(found, key=lambda copy: copy.moment, reverse=True)


def _moment(path: Path) -> datetime | None:
    """Return the moment that a name of ours tells, by the clock on the wall; None for others."""
    named = OURS.fullmatch(path.name)
    if not named or path.is_symlink() or not path.is_file():
        return None
    year, month, day, hour, minute, second = map(int, named.groups())
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the wall's clock
    except ValueError:
        return None


def staying(copies: Iterable[DatedCopy], keep: Keep) -> set[Path]:
    """Return the latest copy of each of the last days, weeks and months that have any."""
    listed = sorted(copies, key=lambda copy: copy.moment, reverse=True)
    days = _latest_of(listed, keep.days, lambda moment: moment.date())
    weeks = _latest_of(listed, keep.weeks, lambda moment: moment.isocalendar()[:2])
    months = _latest_of(listed, keep.months, lambda moment: (moment.year, moment.month))
    return days | weeks | months


def _latest_of(
    listed: list[DatedCopy], most: int, stretch: Callable[[datetime], Hashable]
) -> set[Path]:
    latest: dict[Hashable, Path] = {}
    for copy in listed:
        latest.setdefault(stretch(copy.moment), copy.path)
    return set(list(latest.values())[:most])


def remove_surplus(folder: Path, *, keep: Keep) -> list[Path]:
    """Remove the copies that need not stay, and return them.

    The copy that was last proven stays, and nothing goes while none is proven.
    """
    proven = last_proven()
    copies = copies_in(folder)
    if proven is None or proven.copy not in {each.path.name for each in copies}:
        return []
    stays = staying(copies, keep) | {folder / proven.copy}
    surplus = [each.path for each in copies if each.path not in stays]
    for path in surplus:
        path.unlink()
    return surplus
