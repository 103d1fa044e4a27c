"""Names that become ambiguous by a decision."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lantoa.figures.words import fold
from lantoa.units.acts.picture import OPEN
from lantoa.units.acts.plan import Plan
from lantoa.units.acts.shown import Shown, shown
from lantoa.units.models import Name
from lantoa.units.queries import portraits
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Ambiguity:
    """A name that several open units bear after the decision."""

    name: str
    units: tuple[Shown, ...]


def ambiguities(plan: Plan) -> Iterator[Ambiguity]:
    """Yield each name that a unit newly bears, or brings under another unit, where others bear it.

    A new name is compared with all of the organisation, a moved unit's with those beside it.
    """
    given = {fold(name) for name in plan.names.values()}
    for units in _same_name(plan, given):
        yield Ambiguity(units[0].name, tuple(units))
    for units in _beside(plan, given):
        yield Ambiguity(units[0].name, tuple(units))


def _same_name(plan: Plan, given: Collection[str]) -> Iterator[list[Shown]]:
    groups: dict[str, list[Shown]] = defaultdict(list)
    for unit in plan.after.lives:
        if plan.after[unit].is_open(plan.on):
            each = shown(plan.after, unit, plan.on)
            if fold(each.name) in given:
                groups[fold(each.name)].append(each)
    for each in _strangers(plan, given):
        groups[fold(each.name)].append(each)
    yield from (units for units in groups.values() if len(units) > 1)


def _strangers(plan: Plan, given: Collection[str]) -> Iterator[Shown]:
    """Yield open units that the decision does not touch and that bear one of some names."""
    homes = {plan.after[unit].home for unit in plan.names}
    live = Name.objects.filter(superseded_at__isnull=True, unit__home__in=homes)
    bearers = set(among(live, "folded", given).values_list("unit_id", flat=True))
    others = bearers - set(plan.after.lives)
    for each in portraits(others, on=plan.on).values():
        if fold(each.name) in given and each.is_open(plan.on):
            yield Shown(each.pk, each.uuid, each.name, each.code, each.kind)


def _beside(plan: Plan, given: Collection[str]) -> Iterator[list[Shown]]:
    groups: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for unit in plan.causes:
        place = plan.after[unit].place_on(plan.on)
        name = fold(plan.after.name(unit, plan.on))
        if place.state == OPEN and name not in given:
            groups[place.parent, name].append(unit)
    for units in groups.values():
        if len(units) > 1:
            yield [shown(plan.after, each, plan.on) for each in units]
