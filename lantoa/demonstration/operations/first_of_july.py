"""What became of the units of An Giang on 1 July 2025, by operations dated that day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Takeover
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.units.models import Code, Kind, Unit
from lantoa.units.operations import NewUnit, Part, close, merge, move, open_unit, split
from lantoa.units.operations.reorganising import absorb
from lantoa.units.operations.rows import Change
from lantoa.units.queries import kinds_on, tree_on

AREAS = {Kind.NATION, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE}


@transaction.atomic
def reorganise(units: Mapping[str, Unit], *, by: User) -> Unit:
    """Merge the provinces and communes and end the districts; return the new province.

    The order matters, since a unit changes its place once a day: what receives others is opened
    first, what hangs below is placed before what it hangs under.
    """
    known = facts.units()
    on = date.fromisoformat(known["merged_on"])
    for_province = Change(by, WRITTEN_AT, on, known["province_basis"])
    for_communes = Change(by, WRITTEN_AT, on, known["communes_basis"])
    olds = [units[known[each]["code"]] for each in ("province", "neighbour")]
    province = _merged_province(known, units, olds, change=for_province)
    _end_bodies(units, change=for_communes)
    _merge_communes(units, under=province, change=for_communes)
    for each in known["districts"]:
        close(units[each["code"]], into=province, change=for_communes)
    for old in olds:
        absorb(old, into=province, change=for_province)
    return province


def _merged_province(
    known: Mapping[str, Any], units: Mapping[str, Unit], olds: Sequence[Unit], *, change: Change
) -> Unit:
    entry = NewUnit(
        name=known["merged_province"]["name"],
        kind=Kind.PROVINCE,
        under=units[known["root"]["code"]],
        code=known["merged_province"]["code"],
        system=Code.System.AREA,
        born_from=olds,
    )
    return open_unit(entry=entry, change=change)


def _end_bodies(units: Mapping[str, Unit], *, change: Change) -> None:
    """End what belonged to a district or commune with it; its past stays in that line."""
    day_before = change.on - timedelta(days=1)
    parents = tree_on(day_before, under=units["VN"].pk).parents
    by_pk = {unit.pk: unit for unit in units.values()}
    kinds = kinds_on(by_pk, on=day_before)
    for unit in reversed(list(units.values())):
        parent = parents[unit.pk]
        if parent is not None and kinds[unit.pk] not in AREAS:
            close(unit, into=by_pk[parent], change=change)


def _merge_communes(units: Mapping[str, Unit], *, under: Unit, change: Change) -> None:
    takeovers = facts.takeovers()
    successors: dict[str, Unit] = {}
    for code in dict.fromkeys(each.new_code for each in takeovers):
        wholes = [each for each in takeovers if each.new_code == code and each.is_whole]
        successors[code] = _take_over(wholes, units, under=under, change=change)
    for code in dict.fromkeys(each.old_code for each in takeovers if not each.is_whole):
        divided = [each for each in takeovers if each.old_code == code]
        _divide(units[code], divided, successors, change=change)


def _take_over(
    wholes: Sequence[Takeover], units: Mapping[str, Unit], *, under: Unit, change: Change
) -> Unit:
    """Return the commune from that day on: the old one moved, or a new one of several."""
    first = wholes[0]
    if len(wholes) == 1 and first.old_name == first.new_name:
        move(units[first.old_code], under=under, change=change)
        return units[first.old_code]
    entry = NewUnit(
        name=facts.committee(first.new_name),
        kind=Kind.COMMUNE,
        under=under,
        code=first.new_code,
        system=Code.System.AREA,
    )
    return merge(units=[units[each.old_code] for each in wholes], into=entry, change=change)


def _divide(
    unit: Unit, divided: Sequence[Takeover], successors: Mapping[str, Unit], *, change: Change
) -> None:
    principal = next(each for each in divided if each.is_principal)
    split(
        unit,
        parts=[Part(successors[each.new_code]) for each in divided],
        principal=successors[principal.new_code],
        change=change,
    )
