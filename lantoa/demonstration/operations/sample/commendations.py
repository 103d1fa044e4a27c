"""Whom the simulated commune praised, awarded and proposed, month by month."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.commendations.models import AwardForm, Honour
from lantoa.units.models import Unit

Sort, Stage = Honour.Sort, Honour.Stage
YEARLY = {5: "Điển hình học tập và làm theo Bác", 12: "Hoàn thành tốt nhiệm vụ năm"}


def commendations_of(commune: Commune, month: Month, chance: Random) -> Sequence[Honour]:
    """Return what was given in one month: twice a year by the committee, now and then below."""
    return [
        *_yearly(commune, month, chance),
        *_praise(commune, month, chance),
        *_prize(commune, month, chance),
    ]


def _yearly(commune: Commune, month: Month, chance: Random) -> Iterable[Honour]:
    if month.month not in YEARLY:
        return
    title = f"{YEARLY[month.month]} {month.year}"
    decision = f"{chance.randint(40, 220)}-QĐ/ĐU" if chance.random() < 0.7 else ""
    given = {"form": _form("certificate"), "level": "commune", "decision": decision}
    counts = {"collectives": chance.randint(2, 6), "individuals": chance.randint(6, 15)}
    said = {"sort": Sort.AWARD, "title": title, **given, **counts}
    yield _given(commune.root, "giay-khen", month, 18, said)
    said = {"sort": Sort.AWARD, "stage": Stage.APPRAISED, "title": title, "level": "province"}
    counts = {"collectives": 1, "individuals": chance.randint(1, 3)}
    merit = {"form": _form("certificate-of-merit")}
    yield _given(commune.root, "de-nghi", month, 20, said | counts | merit)


def _praise(commune: Commune, month: Month, chance: Random) -> Iterable[Honour]:
    for name in sorted(chance.sample(sorted(commune.cells), 2)):
        known = chance.random() < 0.85
        said = {
            "sort": Sort.PRAISE,
            "level": "base",
            "ground": "deed",
            "title": f"Việc làm hay trong tháng {month.name}",
            "individuals": chance.randint(1, 3) if known else None,
        }
        yield _given(commune.cells[name], f"bieu-duong.{name}", month, 25, said)


def _prize(commune: Commune, month: Month, chance: Random) -> Iterable[Honour]:
    if month.month == 9:
        said = {"sort": Sort.PRIZE, "level": "commune", "title": "Hội thi kể chuyện về Bác"}
        count = {"individuals": chance.randint(3, 6)}
        yield _given(commune.bodies["CD"], "giai", month, 12, said | count)


def _form(code: str) -> AwardForm:
    return AwardForm.objects.get(code=code)


def _given(unit: Unit, code: str, month: Month, day: int, said: dict[str, Any]) -> Honour:
    on, key = month.day(day), f"mau.khen.{code}.{month.name}"
    return Honour(unit=unit, key=key[:80], first_day=on, last_day=on, **said)
