"""The units of An Giang as they were until 30 June 2025."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.units.models import Code, Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_many
from lantoa.units.operations.rows import Change

AREA = Code.System.AREA


@transaction.atomic
def lay_ground(*, by: User) -> dict[str, Unit]:
    """Found the root and open provinces, districts, communes and bodies; return them by code."""
    known = facts.units()
    change = Change(
        by, WRITTEN_AT, date.fromisoformat(known["assumed_founding"]), known["assumed_basis"]
    )
    units = {known["root"]["code"]: _found(known["root"], by=by)}
    root = units[known["root"]["code"]]
    _open(
        units,
        [
            NewUnit(known[province]["name"], Kind.PROVINCE, root, known[province]["code"], AREA)
            for province in ("province", "neighbour")
        ],
        change=change,
    )
    _open(units, _districts(known, units), change=change)
    _open(units, _communes(units), change=change)
    _open(units, _bodies(known, units, "groups", "bodies"), change=change)
    _open(units, _unnamed(known, units), change=change)
    return units


def _found(root: Mapping[str, str], *, by: User) -> Unit:
    change = Change(by, WRITTEN_AT, date.fromisoformat(root["founded"]))
    return found_root(name=root["name"], kind=Kind.NATION, code=root["code"], change=change)


def _open(units: dict[str, Unit], entries: list[NewUnit], *, change: Change) -> None:
    opened = open_many(entries=entries, change=change)
    units.update(zip((entry.code for entry in entries), opened, strict=True))


def _districts(known: Mapping[str, Any], units: Mapping[str, Unit]) -> list[NewUnit]:
    province = units[known["province"]["code"]]
    return [
        NewUnit(each["name"], Kind.DISTRICT, province, each["code"], AREA)
        for each in known["districts"]
    ]


def _communes(units: Mapping[str, Unit]) -> list[NewUnit]:
    return [
        NewUnit(facts.committee(each.old_name), Kind.COMMUNE, units[each.district_code], code, AREA)
        for code, each in facts.old_communes().items()
    ]


def _bodies(known: Mapping[str, Any], units: Mapping[str, Unit], *sorts: str) -> list[NewUnit]:
    return [
        NewUnit(each["name"], Kind(each["kind"]), units[each["under"]], each["code"])
        for sort in sorts
        for each in known[sort]
    ]


def _unnamed(known: Mapping[str, Any], units: Mapping[str, Unit]) -> list[NewUnit]:
    """Return organisations that the article counts but does not name: numbered, and saying so."""
    return [
        NewUnit(
            each["name"].format(number=f"{number:0{len(str(each['count']))}d}"),
            Kind(each["kind"]),
            units[each["under"]],
            f"{each['code']}.{number:03d}",
        )
        for each in known["unnamed"]
        for number in range(1, each["count"] + 1)
    ]
