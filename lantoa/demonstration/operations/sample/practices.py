"""The models and services of the simulated commune, and what its services did month by month."""

from collections.abc import Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.people.models import User
from lantoa.records.practices.models import Output, Practice, PracticeField, ServiceMeasure
from lantoa.records.practices.operations import OUTPUTS
from lantoa.units.models import Unit

HEAD = "mau.mo-hinh."
RICE, MEALS, RIDES = f"{HEAD}hu-gao", f"{HEAD}bep-an", f"{HEAD}xe"
QUIET = {(2025, 2), (2026, 2)}
"""Months of Tết in which nobody noted what the services did."""


def practices_of(commune: Commune, month: Month, chance: Random) -> Sequence[Practice]:
    """Return what was begun in one month: services first, then copies in hamlets, and models."""
    begun = (month.year, month.month)
    made: list[Practice] = []
    if begun == (2024, 11):
        made += _services(commune, month)
    if month.ends_quarter and begun != (2024, 12):
        hamlet = sorted(commune.hamlets)[(month.year * 12 + month.month) // 3 % 20]
        made.append(_copy(commune.hamlets[hamlet], hamlet, month))
    if chance.random() < 0.3:
        made.append(_model(commune, month, chance))
    return made


def _services(commune: Commune, month: Month) -> list[Practice]:
    front, women = commune.bodies["MT"], commune.bodies["PN"]
    shared: dict[str, Any] = {"sort": "service", "sharing": "root"}
    rice = {"title": "Hũ gạo tình thương", "carrier": "collective", "field": _field("welfare")}
    meals = {"title": "Bếp ăn tình thương", "carrier": "people", "field": _field("welfare")}
    rides = {"title": "Xe chuyển bệnh miễn phí", "carrier": "outside", "field": _field("health")}
    return [
        _begun(women, RICE, month, **rice, **shared),
        _begun(front, MEALS, month, **meals, **shared),
        _begun(front, RIDES, month, **rides, **shared),
    ]


def _copy(hamlet: Unit, code: str, month: Month) -> Practice:
    said: dict[str, Any] = {"sort": "service", "title": "Hũ gạo tình thương", "origin": RICE}
    said |= {"carrier": "collective", "field": _field("welfare")}
    return _begun(hamlet, f"{RICE}.{code}.{month.name}", month, **said)


def _model(commune: Commune, month: Month, chance: Random) -> Practice:
    titles = {"Tuyến đường hoa": "environment", "Camera an ninh": "order", "Ngày thứ Bảy vì dân": (
        "administration"
    )}  # fmt: skip
    title = chance.choice(sorted(titles))
    cost = chance.randint(3, 40) * 1_000_000 if chance.random() < 0.6 else None
    field = _field(titles[title])
    code = chance.choice(("DTN", "ND", "CCB"))
    said: dict[str, Any] = {"title": title, "cost": cost, "field": field, "carrier": "collective"}
    return _begun(commune.bodies[code], f"{HEAD}{code}.{month.name}", month, **said)


def _begun(unit: Unit, key: str, month: Month, **said: Any) -> Practice:
    return Practice(unit=unit, key=key, first_day=month.day(5), last_day=month.day(5), **said)


def _field(code: str) -> PracticeField:
    return PracticeField.objects.get(code=code)


def record_services(month: Month, chance: Random, *, by: User) -> None:
    """Record what the three services did in one month; what nobody noted stays unknown."""
    if (month.year, month.month) in QUIET:
        return
    held = {row.key: row for row in Practice.objects.filter(key__in=(RICE, MEALS, RIDES))}
    measures = {row.code: row for row in ServiceMeasure.objects.all()}
    said = [
        (RICE, "rice", chance.randint(180, 320)),
        (MEALS, "meals", chance.randint(900, 1500)),
        (RIDES, "trips", chance.randint(6, 18)),
    ]
    entries = [
        Output(
            unit=held[key].unit,
            key=f"{key}.{month.name}",
            practice=held[key].uuid,
            measure=measures[code],
            quantity=quantity,
            first_day=month.day(1),
            last_day=month.last_day,
        )
        for key, code, quantity in said
    ]
    OUTPUTS.record_many(by=by, at=month.written_at, entries=entries)
