"""What the simulated commune does month by month, beside its meetings and works: a line a kind."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import MONTHS, Month
from lantoa.demonstration.operations.sample.commendations import commendations_of
from lantoa.demonstration.operations.sample.commitments import commitments_of
from lantoa.demonstration.operations.sample.dialogues import dialogues_of
from lantoa.demonstration.operations.sample.giving import giving_of
from lantoa.demonstration.operations.sample.inspections import inspections_of
from lantoa.demonstration.operations.sample.outreach import outreach_of
from lantoa.demonstration.operations.sample.practices import practices_of, record_services
from lantoa.demonstration.operations.sample.ratings import ratings_of
from lantoa.demonstration.operations.sample.together import tie
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.people.models import User
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import Record

Maker = Callable[[Commune, Month, Random], Sequence[Record]]

MAKERS: dict[str, Maker] = {
    "commendations": commendations_of,
    "commitments": commitments_of,
    "inspections": inspections_of,
    "giving": giving_of,
    "outreach": outreach_of,
    "dialogues": dialogues_of,
    "practices": practices_of,
    "ratings": ratings_of,
}
"""By the code of a kind: what its records of one month are."""


def make_the_rest(commune: Commune, *, seed: int, by: User) -> None:
    """Record every month of every kind; each kind has a chance of its own.

    So a kind that is added changes no figure of those that are there.
    """
    for code, made_of in MAKERS.items():
        chance = Random(f"{seed}.{code}")  # noqa: S311 - invents figures, keeps no secret
        for month in MONTHS:
            entries: list[Any] = list(made_of(commune, month, chance))
            tie(code, entries, commune, seed=seed)
            kind_of(code).done.record_many(by=by, at=month.written_at, entries=entries)
    chance = Random(f"{seed}.services")  # noqa: S311 - invents figures, keeps no secret
    for month in MONTHS:
        record_services(month, chance, by=by)
