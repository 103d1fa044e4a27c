"""With whom records of the simulated commune were done, and of which movements they are."""

from collections.abc import Iterable, Sequence
from random import Random

from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.record.models import PopularMovement, Record, Ties

NAMING_PARTNERS, NAMING_OUTSIDE, NAMING_MOVEMENTS = 0.2, 0.08, 0.25
OUTSIDE = ("Chùa Mẫu", "Công ty Mẫu Lan Tỏa", "Hội Chữ thập đỏ xã Mẫu Lan Tỏa")
MOVEMENTS = {
    "works": ("new-countryside", "united-culture"),
    "giving": ("united-culture", "patriotic-emulation"),
    "outreach": ("following", "skilful-mobilising"),
    "practices": ("skilful-mobilising", "new-countryside"),
    "dialogues": ("skilful-mobilising",),
    "commendations": ("patriotic-emulation",),
}
"""Which movements records of a kind may name; every other record names none."""


def tie(code: str, entries: Sequence[Record], commune: Commune, *, seed: int) -> None:
    """Let a share of some records name partners and movements.

    Each record has a chance of its own, so that nothing else of the sample changes.
    """
    known = {each.code: each for each in PopularMovement.objects.all()}
    for entry in entries:
        chance = Random(f"{seed}.ties.{entry.key}")  # noqa: S311 - invents, keeps no secret
        others = [each for each in commune.bodies.values() if each.pk != entry.unit.pk]
        named = [known[each] for each in _named(code, chance)]
        is_joint = chance.random() < NAMING_PARTNERS
        partners = chance.sample(others, chance.randint(1, 3)) if is_joint else ()
        outside = [chance.choice(OUTSIDE)] if chance.random() < NAMING_OUTSIDE else ()
        entry.ties = Ties.of(partners=partners, outside=outside, movements=named)


def _named(code: str, chance: Random) -> Iterable[str]:
    offered = MOVEMENTS.get(code, ())
    if not offered or chance.random() >= NAMING_MOVEMENTS:
        return ()
    return chance.sample(offered, chance.randint(1, len(offered)))
