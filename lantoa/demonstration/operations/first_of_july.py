"""What became of the units of An Giang on 1 July 2025, as one decision of that day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import transaction

from lantoa.acts.applying import approve
from lantoa.acts.drafting import draft, simulate
from lantoa.acts.models import Act
from lantoa.acts.steps import Citation, Reference, Sort, Step
from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import CommuneTakeover
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.figures.period import ONE_DAY, write_day
from lantoa.people.models import User
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import kinds_on

AREAS = {Kind.NATION, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE}


@transaction.atomic
def reorganise(units: Mapping[str, Unit], *, by: User, approver: User) -> Act:
    """Merge the provinces and communes and end the districts; return the decision."""
    on = date.fromisoformat(facts.units()["merged_on"])
    act = draft(heading=_heading(on), steps=_steps(units, on=on), by=by, at=WRITTEN_AT)
    found = simulate(act, by=act.author, at=WRITTEN_AT)
    found.refuse()
    return approve(act, fingerprint=found.fingerprint, by=approver, at=WRITTEN_AT)


def _heading(on: date) -> Citation:
    """Return how the decision is cited: provinces and communes merged by a resolution each.

    A unit changes its place once a day, so both are one decision here, and its number names both.
    """
    communes, province = facts.units()["communes_act"], facts.units()["province_act"]
    signed = write_day(date.fromisoformat(province["signed_on"]))
    return Citation(
        number=f"{communes['number']} (và {province['number']} ngày {signed})",
        issuer=communes["issuer"],
        signed_on=date.fromisoformat(communes["signed_on"]),
        in_force_from=on,
        title="Sắp xếp tỉnh An Giang và các xã, phường của tỉnh",
    )


def _steps(units: Mapping[str, Unit], *, on: date) -> list[Step]:
    known = facts.units()
    province: str = known["merged_province"]["code"]
    return [
        *_of_provinces(units),
        *_of_bodies(units, eve=on - ONE_DAY),
        *_of_communes(units, province=province),
        *(
            Step(sort=Sort.CLOSE, unit=units[each["code"]].pk, successor=province)
            for each in known["districts"]
        ),
    ]


def _of_provinces(units: Mapping[str, Unit]) -> Iterator[Step]:
    known = facts.units()
    for old in ("province", "neighbour"):
        yield Step(
            sort=Sort.MERGE,
            unit=units[known[old]["code"]].pk,
            code=known["merged_province"]["code"],
            name=known["merged_province"]["name"],
            parent=units[known["root"]["code"]].pk,
        )


def _of_bodies(units: Mapping[str, Unit], *, eve: date) -> Iterator[Step]:
    """End what belonged to a district or commune with it; its past stays in that line."""
    kinds = kinds_on([unit.pk for unit in units.values()], on=eve)
    for unit in units.values():
        if kinds[unit.pk] not in AREAS:
            yield Step(sort=Sort.CLOSE, unit=unit.pk)


def _of_communes(units: Mapping[str, Unit], *, province: str) -> Iterator[Step]:
    takeovers = facts.takeovers()
    receivers: dict[str, Reference] = {}
    for code in dict.fromkeys(each.new_code for each in takeovers):
        wholes = [each for each in takeovers if each.new_code == code and each.is_whole]
        receivers[code] = _receiver(wholes, units)
        yield from _of_wholes(wholes, units, province=province)
    for each in takeovers:
        if not each.is_whole:
            yield _part(each, receivers[each.new_code], units)


def _only_moves(wholes: Sequence[CommuneTakeover]) -> bool:
    """Tell whether a commune stays what it is, under another name for none of it."""
    return len(wholes) == 1 and wholes[0].old_name == wholes[0].new_name


def _receiver(wholes: Sequence[CommuneTakeover], units: Mapping[str, Unit]) -> Reference:
    """Return the commune from that day on: the old one, or the new one by its code."""
    return units[wholes[0].old_code].pk if _only_moves(wholes) else wholes[0].new_code


def _of_wholes(
    wholes: Sequence[CommuneTakeover], units: Mapping[str, Unit], *, province: str
) -> Iterator[Step]:
    if _only_moves(wholes):
        yield Step(sort=Sort.MOVE, unit=units[wholes[0].old_code].pk, parent=province)
        return
    for each in wholes:
        yield Step(
            sort=Sort.MERGE,
            unit=units[each.old_code].pk,
            code=each.new_code,
            name=facts.committee(each.new_name),
            parent=province,
        )


def _part(part: CommuneTakeover, receiver: Reference, units: Mapping[str, Unit]) -> Step:
    return Step(
        sort=Sort.SPLIT,
        unit=units[part.old_code].pk,
        into=receiver,
        successor=receiver if part.is_principal else None,
    )
