"""What the simulated commune told its people, month by month."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.outreach.models import Outreach
from lantoa.units.models import Unit

Sort, Channel = Outreach.Sort, Outreach.Channel
CONTESTS = {3: "DTN", 5: "PN", 9: "CD"}
"""Which union holds a contest in which month."""
BUSY = {1, 2, 5, 9}
"""Months with more to tell: the Party's day and Tết, 19 May, 2 September."""


def outreach_of(commune: Commune, month: Month, chance: Random) -> Sequence[Outreach]:
    """Return what was told in one month; some months nobody noted how often."""
    return [
        _told(commune.root, "loa", month, _broadcasts(month, chance)),
        _told(commune.root, "zalo", month, _posts(month, chance)),
        *_contest(commune, month),
        *_of_unions(commune, month, chance),
    ]


def _broadcasts(month: Month, chance: Random) -> dict[str, Any]:
    known = chance.random() < 0.9
    return {
        "sort": Sort.BROADCAST,
        "channel": Channel.RADIO,
        "title": "Chuyên mục học tập và làm theo Bác",
        "times": chance.randint(8, 14) * (2 if month.month in BUSY else 1) if known else None,
    }


def _posts(month: Month, chance: Random) -> dict[str, Any]:
    times = chance.randint(6, 20) * (2 if month.month in BUSY else 1)
    return {
        "sort": Sort.NEWS,
        "channel": Channel.ZALO,
        "title": "Tin hoạt động của xã",
        "times": times,
        "exemplars": chance.randint(0, 3),
        "refuting": chance.randint(0, 2) if month.ends_quarter else None,
    }


def _contest(commune: Commune, month: Month) -> Iterable[Outreach]:
    if month.month in CONTESTS:
        said = {"sort": Sort.CONTEST, "title": "Hội thi kể chuyện về Bác", "times": 1}
        yield _told(commune.bodies[CONTESTS[month.month]], "thi", month, said)


def _of_unions(commune: Commune, month: Month, chance: Random) -> Iterable[Outreach]:
    for code in ("DTN", "PN", "ND"):
        if chance.random() < 0.5:
            said = {
                "sort": Sort.ARTICLE,
                "channel": Channel.FACEBOOK,
                "title": "Bài viết về việc làm hay của hội viên, đoàn viên",
                "times": chance.randint(1, 6),
            }
            yield _told(commune.bodies[code], f"bai.{code}", month, said)


def _told(unit: Unit, code: str, month: Month, said: dict[str, Any]) -> Outreach:
    key = f"mau.tuyen-truyen.{code}.{month.name}"
    return Outreach(unit=unit, key=key, first_day=month.day(1), last_day=month.last_day, **said)
