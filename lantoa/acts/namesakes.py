"""Names that become ambiguous by a decision."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lantoa.acts.picture import OPEN
from lantoa.acts.plan import Plan
from lantoa.acts.shown import Shown, shown
from lantoa.figures.words import fold
from lantoa.units.models import Name
from lantoa.units.queries import Portrait, portraits
from lantoa.units.queries.chart import held_on
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
            yield _as_shown(each)


def _beside(plan: Plan, given: Collection[str]) -> Iterator[list[Shown]]:
    groups: dict[tuple[int | None, str], list[Shown]] = defaultdict(list)
    for unit in plan.causes:
        place, each = plan.after[unit].place_on(plan.on), shown(plan.after, unit, plan.on)
        if place.state == OPEN and fold(each.name) not in given:
            groups[place.parent, fold(each.name)].append(each)
    for parent, each in _there_already(plan, {parent for parent, _ in groups}):
        if (parent, fold(each.name)) in groups:
            groups[parent, fold(each.name)].append(each)
    yield from (units for units in groups.values() if len(units) > 1)


def _there_already(plan: Plan, parents: Collection[int | None]) -> Iterator[tuple[int, Shown]]:
    """Yield the units at work under some others that the decision neither moves nor renames."""
    rows = held_on(plan.on).filter(state=OPEN)
    existing = [parent for parent in parents if parent is not None and parent > 0]
    hung = dict(among(rows, "parent_id", existing).values_list("unit_id", "parent_id"))
    left = set(hung) - set(plan.causes) - set(plan.names)
    for each in portraits(left, on=plan.on).values():
        yield hung[each.pk], _as_shown(each)


def _as_shown(each: Portrait) -> Shown:
    return Shown(each.pk, each.uuid, each.name, each.code, each.kind)
