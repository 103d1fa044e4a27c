"""How far many units have come: some measures, each over a period of its own, below one unit."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from lantoa.figures.period import Period
from lantoa.records.record.sums import Own, Scope, Wanted
from lantoa.tally.catalogue import Family, families
from lantoa.units.queries import tree_on

Reached = tuple[str, Period]
"""The code of a measure, and the period over which it is asked."""


def reached_under(
    unit: int, asked: Collection[Reached], *, on: date
) -> dict[Reached, Mapping[int, int | None]]:
    """Return, for each measure and period, the figure of every unit below one on a day's chart.

    A figure is what a unit did with all below it; who said nothing is left out. One SELECT a kind
    of record, however many measures, periods and units there are. What does not add is left out.
    """
    if not asked:
        return {}
    tree = tree_on(on, under=unit)
    found: dict[Reached, Mapping[int, int | None]] = {}
    for family, wanted in _by_family(asked).items():
        stretches = [Scope(tree.parents, period) for _, period in wanted]
        if family.kind is None:
            continue
        own = family.kind.counted.count(family.measures, Wanted(stretches)).own
        for place, each in enumerate(wanted):
            found[each] = {
                unit: figures[0]
                for unit, figures in tree.roll_up(_only(own[place], family, each[0])).items()
            }
    return found


def _by_family(asked: Collection[Reached]) -> dict[Family, list[Reached]]:
    found: dict[Family, list[Reached]] = defaultdict(list)
    every = families()
    adding = {
        measure.code: family
        for family in every.values()
        for measure in family.measures
        if measure.adds
    }
    for each in dict.fromkeys(asked):
        if each[0] in adding:
            found[adding[each[0]]].append(each)
    return found


def _only(own: Own, family: Family, code: str) -> Own:
    place = [each.code for each in family.measures].index(code)
    return {unit: [figures[place]] for unit, figures in own.items()}
