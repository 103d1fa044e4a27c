"""The works of the simulated commune, month by month."""

from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.works.models import Work
from lantoa.units.models import Unit

Sort, House = Work.Sort, Work.House
MILLION = 1_000_000
HOUSES = {4: House.GRATITUDE, 8: House.UNITY, 12: House.CHARITY}
"""In which months of a year a house is built, and for whom."""


def works_of(commune: Commune, month: Month, chance: Random) -> list[Work]:
    """Return what was made and given in one month."""
    return [
        *_in_hamlets(commune, month, chance),
        *_gifts(commune, month, chance),
        *(_houses(commune, month, chance) if month.month in HOUSES else ()),
    ]


def _in_hamlets(commune: Commune, month: Month, chance: Random) -> Iterable[Work]:
    for code in sorted(chance.sample(sorted(commune.hamlets), 2)):
        invent = chance.choice((_road, _lights, _canal))
        yield _entry(commune.hamlets[code], code, month, chance, invent(chance))


def _gifts(commune: Commune, month: Month, chance: Random) -> Iterable[Work]:
    givers: dict[str, Callable[[Random], dict[str, Any]]] = {
        "MT": _gifts_to_households,
        "DTN": _gifts_to_pupils,
        "PN": _gifts_to_people,
    }
    code = sorted(givers)[month.month % len(givers)]
    yield _entry(commune.bodies[code], code, month, chance, givers[code](chance))


def _houses(commune: Commune, month: Month, chance: Random) -> Iterable[Work]:
    words = {
        "sort": Sort.HOUSE,
        "house": HOUSES[month.month],
        "title": "Cất nhà cho hộ khó khăn về nhà ở",
        "quantity": 1,
        "state_money": 60 * MILLION if chance.random() < 0.5 else None,
        "members_money": chance.randint(4, 15) * MILLION,
        "sponsors_money": chance.randint(10, 40) * MILLION,
        "partners": "Chùa Mẫu",
    }
    yield _entry(commune.root, "nha", month, chance, words)


def _road(chance: Random) -> dict[str, Any]:
    return {
        "sort": Sort.ROAD,
        "title": "Nâng cấp đường liên tổ",
        "quantity": chance.randint(12, 60) * 10,
        "state_money": chance.randint(30, 120) * MILLION,
        "people_money": chance.randint(5, 40) * MILLION,
        "sponsors_money": chance.randint(5, 30) * MILLION if chance.random() < 0.4 else None,
        "workdays": chance.randint(20, 120),
    }


def _lights(chance: Random) -> dict[str, Any]:
    return {
        "sort": Sort.LIGHT,
        "title": "Thắp sáng đường quê",
        "quantity": chance.randint(10, 60),
        "people_money": chance.randint(4, 18) * MILLION,
        "members_money": chance.randint(1, 5) * MILLION,
    }


def _canal(chance: Random) -> dict[str, Any]:
    known = chance.random() < 0.7
    return {
        "sort": Sort.CANAL,
        "title": "Nạo vét kênh nội đồng",
        "quantity": chance.randint(20, 90) * 10,
        "unsplit_money": chance.randint(10, 50) * MILLION if known else None,
        "workdays": chance.randint(30, 90),
    }


def _gifts_to_households(chance: Random) -> dict[str, Any]:
    poor, near_poor = chance.randint(5, 20), chance.randint(5, 20)
    return _gift(chance, poor + near_poor) | {
        "title": "Tặng quà hộ nghèo, hộ cận nghèo",
        "poor_households": poor,
        "near_poor_households": near_poor,
    }


def _gifts_to_pupils(chance: Random) -> dict[str, Any]:
    pupils = chance.randint(10, 60)
    return _gift(chance, pupils) | {"title": "Tiếp sức học sinh đến trường", "pupils": pupils}


def _gifts_to_people(chance: Random) -> dict[str, Any]:
    people = chance.randint(10, 40)
    return _gift(chance, people) | {"title": "Hũ gạo tình thương", "people": people}


def _gift(chance: Random, quantity: int) -> dict[str, Any]:
    return {
        "sort": Sort.GIFT,
        "quantity": quantity,
        "sponsors_money": quantity * chance.choice((200, 300, 500)) * 1000,
    }


def _entry(unit: Unit, code: str, month: Month, chance: Random, words: dict[str, Any]) -> Work:
    day = month.day(chance.randint(5, 25))
    return Work(unit=unit, key=f"mau.{code}.{month.name}", first_day=day, last_day=day, **words)
