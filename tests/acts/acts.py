"""Builds a small country and passes decisions about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

from lantoa.acts.applying import approve
from lantoa.acts.drafting import draft, simulate
from lantoa.acts.models import Act
from lantoa.acts.steps import Citation, Sort, Step
from lantoa.units.models import Kind, Unit
from tests import build

DAY = date(2025, 7, 1)
_numbers = count(1)


@dataclass(frozen=True)
class Country:
    """One province of one district with three communes, each with two cells, and a neighbour."""

    root: Unit
    province: Unit
    neighbour: Unit
    district: Unit
    communes: tuple[Unit, ...]
    cells: tuple[tuple[Unit, ...], ...]


def country() -> Country:
    root = build.root("Toàn quốc", kind=Kind.NATION, code="VN")
    province, neighbour = (
        build.unit(name, under=root, kind=Kind.PROVINCE, code=code)
        for name, code in (("Tỉnh Đông", "89"), ("Tỉnh Tây", "91"))
    )
    district = build.unit("Huyện Sơn", under=province, kind=Kind.DISTRICT, code="894")
    communes = tuple(
        build.unit(f"Xã {name}", under=district, kind=Kind.COMMUNE, code=code)
        for name, code in (("Núi Sập", "30682"), ("Thoại Giang", "30706"), ("Bình Thành", "30710"))
    )
    cells = tuple(
        tuple(build.unit(f"Chi bộ {n}", under=each, code=f"{each.pk}-{n}") for n in (1, 2))
        for each in communes
    )
    return Country(root, province, neighbour, district, communes, cells)


def heading(on: date = DAY, **more: Any) -> Citation:
    known = {
        "number": f"{next(_numbers)}/NQ-UBTVQH15",
        "issuer": "Ủy ban Thường vụ Quốc hội",
        "signed_on": date(2025, 6, 16),
        "in_force_from": on,
        "title": "Sắp xếp đơn vị hành chính",
    }
    return Citation(**known | more)


def drafted(steps: Sequence[Step], on: date = DAY, *, at: datetime = build.NOW) -> Act:
    return draft(heading=heading(on), steps=steps, by=build.person(), at=at)


def passed(steps: Sequence[Step], on: date = DAY, *, at: datetime = build.NOW) -> Act:
    """Draft, simulate and approve a decision; the steps must be right."""
    act = drafted(steps, on, at=at)
    plan = simulate(act, by=act.author, at=at)
    plan.refuse()
    return approve(act, fingerprint=plan.fingerprint, by=build.person(), at=at)


def reorganised(land: Country) -> Act:
    """Merge two communes, divide the third and end the district."""
    first, second, third = land.communes
    return passed([
        Step(sort=Sort.MERGE, unit=first.pk, code="30682", name="Xã Thoại Sơn",
             parent=land.province.pk),
        Step(sort=Sort.MERGE, unit=second.pk, code="30682"),
        Step(sort=Sort.SPLIT, unit=third.pk, into="30682", successor="30682",
             receives=(land.cells[2][0].pk,)),
        Step(sort=Sort.SPLIT, unit=third.pk, code="30688", name="Xã Óc Eo",
             parent=land.province.pk, receives=(land.cells[2][1].pk,)),
        Step(sort=Sort.CLOSE, unit=land.district.pk, successor=land.province.pk),
    ])  # fmt: skip
