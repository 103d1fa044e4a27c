"""Building the simulated commune: its units first, then month after month of work."""

from random import Random

from django.db import transaction

from lantoa.demonstration.operations.sample.amendments import amend
from lantoa.demonstration.operations.sample.calendar import MONTHS
from lantoa.demonstration.operations.sample.giving import open_funds, take_one_back
from lantoa.demonstration.operations.sample.making import make_the_rest
from lantoa.demonstration.operations.sample.matters import raise_matters
from lantoa.demonstration.operations.sample.meetings import meetings_of
from lantoa.demonstration.operations.sample.statements import set_out, state_indicators
from lantoa.demonstration.operations.sample.tasks import ask_of_cells, set_themes
from lantoa.demonstration.operations.sample.together import tie
from lantoa.demonstration.operations.sample.units import (
    CODE,
    UNDER_THE_FRONT,
    Commune,
    move_under_the_front,
    open_commune,
)
from lantoa.demonstration.operations.sample.works import works_of
from lantoa.people.models import User
from lantoa.records.meetings import operations as meetings
from lantoa.records.works import operations as works

__all__ = ["CODE", "build_sample"]
SEED = 20261031


@transaction.atomic
def build_sample(*, by: User, approver: User) -> Commune:
    """Build the commune and all that its units recorded; the same seed gives the same figures.

    `approver` approves what `by` decides about its units.
    """
    chance = Random(SEED)  # noqa: S311 - invents figures, keeps no secret
    commune = open_commune(chance, by=by)
    set_themes(commune, by=by)
    recorded = []
    for month in MONTHS:
        if month.day(1) == UNDER_THE_FRONT:
            move_under_the_front(commune, by=by, approver=approver)
        held = meetings_of(commune, month, chance)
        recorded += meetings.record_many(by=by, at=month.written_at, entries=held)
        made = works_of(commune, month, chance)
        tie("works", made, commune, seed=SEED)
        works.record_many(by=by, at=month.written_at, entries=made)
    open_funds(commune, by=by)
    make_the_rest(commune, seed=SEED, by=by)
    ask_of_cells(commune, Random(f"{SEED}.guidance"), by=by)  # noqa: S311 - invents figures
    raise_matters(commune, seed=SEED, by=by)
    take_one_back(by=by)
    state_indicators(commune, by=by)
    set_out(commune, by=by)
    amend(commune, recorded, by=by)
    return commune
