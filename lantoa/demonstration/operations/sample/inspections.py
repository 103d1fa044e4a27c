"""What the simulated committee inspected and supervised, quarter by quarter."""

from collections.abc import Sequence
from random import Random

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.inspections.models import Inspection

Sort, Manner, Body = Inspection.Sort, Inspection.Manner, Inspection.Body


def inspections_of(commune: Commune, month: Month, chance: Random) -> Sequence[Inspection]:
    """Return what was concluded in a month that ends a quarter; one quarter nobody counted."""
    if not month.ends_quarter:
        return []
    return [
        _held(commune, month, chance, Sort.INSPECTION),
        _held(commune, month, chance, Sort.SUPERVISION),
    ]


def _held(commune: Commune, month: Month, chance: Random, sort: Inspection.Sort) -> Inspection:
    on, known = month.day(20), chance.random() < 0.9
    inspected, faulty = chance.randint(2, 5), chance.randint(0, 1)
    return Inspection(
        unit=commune.root,
        key=f"mau.kiem-tra.{sort.value}.{month.name}",
        first_day=on,
        last_day=on,
        sort=sort,
        manner=chance.choice((Manner.REGULAR, Manner.THEMATIC)),
        body=Body.COMMITTEE if sort == Sort.INSPECTION else Body.COMMISSION,
        announced_on=on,
        times=1,
        organisations=inspected if known else None,
        members=inspected * 2 if known else None,
        good_organisations=inspected - faulty if known else None,
        faulty_organisations=faulty if known else None,
        disciplined_members=0,
    )
