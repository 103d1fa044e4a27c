"""The units of the country as they were until 30 June 2025, with made-up cells below."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from random import Random
from typing import TypeVar

from django.db import transaction

from lantoa.demonstration.operations.country.areas import Area, Country
from lantoa.demonstration.operations.made_up import SEED, Recorder
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.units.models import Code, Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_many
from lantoa.units.operations.rows import Change

ROOT_CODE = "VN.MAU"
ROOT_NAME = "Cả nước (số liệu mẫu)"
FOUNDED = date(2020, 1, 1)
BASIS = "ngày giả định, sớm hơn mọi kỳ được xem"
OFFICES = 5
"""How many cells the offices of a district have."""
CELLS_TO_A_BASE = 6
"""Of so many cells of a commune, two stand under a base organisation."""
BATCH = 20_000
T = TypeVar("T")


@dataclass
class Land:
    """The root, the areas by code, the cells of district offices, and all below the communes."""

    root: Unit
    areas: dict[str, Unit] = field(default_factory=dict)
    offices: list[Recorder] = field(default_factory=list)
    cells: list[Recorder] = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many units there are."""
        return 1 + len(self.areas) + len(self.offices) + len(self.cells)


def lay_ground(country: Country, *, cells: int, by: User) -> Land:
    """Found the root and open every area with `cells` cells a commune, the same for the same seed.

    All of it is marked as simulated, since its root is.
    """
    chance = Random(SEED)  # noqa: S311 - made-up numbers, the same each time
    change = Change(by, WRITTEN_AT, FOUNDED, BASIS)
    with transaction.atomic():
        ground = Land(_found(change))
        for level in (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE):
            _open_areas(ground, country.old_areas(level), change=change)
        districts = country.old_areas(Kind.DISTRICT)
        ground.offices = _open(_offices(ground, districts, chance), change=change)
        communes = country.old_areas(Kind.COMMUNE)
        ground.cells = _open(_cells(ground, communes, cells, chance), change=change)
        bases = {each.code: each.unit for each in ground.cells if each.unit.kind == Kind.BASE}
        ground.cells += _open(_cells_of_bases(bases, chance), change=change)
    return ground


def bases_among(cells: int) -> int:
    """Return how many base organisations a commune with so many cells has."""
    return (cells + CELLS_TO_A_BASE // 2) // CELLS_TO_A_BASE


def _found(change: Change) -> Unit:
    return found_root(
        name=ROOT_NAME, kind=Kind.NATION, code=ROOT_CODE, change=change, is_simulated=True
    )


def _open_areas(ground: Land, areas: Iterable[Area], *, change: Change) -> None:
    entries = [
        NewUnit(
            name=each.committee,
            kind=each.level,
            under=ground.areas[each.above] if each.above else ground.root,
            code=each.code,
            system=Code.System.AREA,
        )
        for each in areas
    ]
    opened = open_many(entries=entries, change=change)
    ground.areas |= zip((each.code for each in entries), opened, strict=True)


def _open(entries: Iterator[NewUnit], *, change: Change) -> list[Recorder]:
    opened: list[Recorder] = []
    for batch in batches(entries, BATCH):
        units = open_many(entries=batch, change=change)
        opened += [
            Recorder(unit, each.code, each.members) for unit, each in zip(units, batch, strict=True)
        ]
    return opened


def _offices(ground: Land, districts: Iterable[Area], chance: Random) -> Iterator[NewUnit]:
    for district in districts:
        for number in range(1, OFFICES + 1):
            yield _cell(
                f"Chi bộ cơ quan cấp huyện số {number}",
                ground.areas[district.code],
                f"{district.code}.{number:03d}",
                chance,
            )


def _cells(ground: Land, communes: Iterable[Area], cells: int, chance: Random) -> Iterator[NewUnit]:
    """Yield what hangs directly under each commune: cells, then base organisations."""
    bases = bases_among(cells)
    directly = cells - 2 * bases
    for commune in communes:
        under = ground.areas[commune.code]
        for number in range(1, directly + 1):
            yield _cell(f"Chi bộ số {number}", under, f"{commune.code}.{number:03d}", chance)
        for number in range(1, bases + 1):
            code = f"{commune.code}.{directly + number:03d}"
            yield NewUnit(f"Đảng bộ cơ sở số {number}", Kind.BASE, under, code)


def _cells_of_bases(bases: dict[str, Unit], chance: Random) -> Iterator[NewUnit]:
    for code, base in bases.items():
        for number in (1, 2):
            yield _cell(f"Chi bộ trực thuộc số {number}", base, f"{code}.{number:02d}", chance)


def _cell(name: str, under: Unit, code: str, chance: Random) -> NewUnit:
    return NewUnit(name, Kind.CELL, under, code, members=chance.randint(5, 34))


def batches(entries: Iterator[T], size: int) -> Iterator[list[T]]:
    """Cut a stream into lists."""
    while batch := list(islice(entries, size)):
        yield batch
