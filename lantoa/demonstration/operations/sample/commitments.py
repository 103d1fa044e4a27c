"""What the simulated commune took on: pledges in January, results in December, examples, pacts."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.commitments.models import Commitment
from lantoa.units.models import Unit

Sort, Who, Outcome = Commitment.Sort, Commitment.Who, Commitment.Outcome
PRESSING = ("Rác ở chợ Mẫu", "Hồ sơ đất đai trễ hẹn", "Ngập đường liên ấp", "Lấn chiếm lòng đường")
SILENT = 7
"""Of so many cells one signs and tells nobody."""


def commitments_of(commune: Commune, month: Month, chance: Random) -> Sequence[Commitment]:
    """Return what was taken on in one month."""
    if month.month == 1:
        return [*_pledges(commune, month, chance), _pact(commune, month)]
    if month.ends_quarter:
        return [_pressing(commune, month, chance), *_examples(commune, month, chance)]
    return [_standard(commune, month)] if month.month == 2 else []


def _pledges(commune: Commune, month: Month, chance: Random) -> Iterable[Commitment]:
    for number, name in enumerate(commune.cells):
        members = commune.members_of(name, month.day(20))
        if number % SILENT == SILENT - 1 or members is None:
            continue
        signed = members - (chance.randint(0, 2) if members > 2 else 0)
        said = {
            "sort": Sort.PLEDGES,
            "title": f"Bản cam kết tu dưỡng, rèn luyện năm {month.year}",
            "to_sign": members,
            "signed": signed,
            "fulfilled": signed - chance.randint(0, 1) if month.year < 2026 else None,
        }
        yield _taken(commune.cells[name], f"ban.{name}", month, 20, said)


def _pact(commune: Commune, month: Month) -> Commitment:
    said = {"sort": Sort.PACT, "title": "Giao ước xây dựng chi bộ bốn tốt", "units_involved": 31}
    return _taken(commune.root, "giao-uoc", month, 25, said)


def _standard(commune: Commune, month: Month) -> Commitment:
    said = {
        "sort": Sort.STANDARD,
        "scope": "cells",
        "title": f"Chuẩn mực đạo đức, bản năm {month.year}",
        "units_involved": 31,
        "units_posted": 28,
        "posted_at": "Trụ sở ấp, nhà văn hóa",
        "text": "Nói đi đôi với làm; Giữ lời hứa với dân; Không nhận quà khi giải quyết việc dân",
    }
    return _taken(commune.root, "chuan-muc", month, 3, said)


def _pressing(commune: Commune, month: Month, chance: Random) -> Commitment:
    said = {
        "sort": Sort.PRESSING,
        "who": Who.LEADERS,
        "title": f"{chance.choice(PRESSING)}, quý {month.month // 3}/{month.year}",
        "outcome": chance.choice((Outcome.DONE, Outcome.DONE, Outcome.NOT_DONE, "")),
    }
    return _taken(commune.root, "noi-com", month, 15, said)


def _examples(commune: Commune, month: Month, chance: Random) -> Iterable[Commitment]:
    for code in sorted(chance.sample(("MT", "DTN", "PN", "ND"), 2)):
        said = {
            "sort": Sort.EXAMPLE,
            "who": Who.HEAD,
            "post": "Người đứng đầu đoàn thể",
            "title": "Mỗi tháng một ngày xuống ấp nghe dân",
            "outcome": Outcome.DONE if chance.random() < 0.8 else Outcome.NOT_DONE,
        }
        yield _taken(commune.bodies[code], f"guong.{code}", month, 22, said)


def _taken(unit: Unit, code: str, month: Month, day: int, said: dict[str, Any]) -> Commitment:
    on, key = month.day(day), f"mau.cam-ket.{code}.{month.name}"
    return Commitment(unit=unit, key=key[:80], first_day=on, last_day=on, **said)
