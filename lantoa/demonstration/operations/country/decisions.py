"""What the decisions of 1 July 2025 say: for each new province, the steps of one act."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.acts.steps import Citation, Reference, Sort, Step
from lantoa.demonstration.operations.country.areas import Area, Country, Takeover
from lantoa.demonstration.operations.made_up import DAY
from lantoa.units.models import Code, Kind, Unit
from lantoa.units.queries import kinds_on
from lantoa.units.queries.chart import held_on
from lantoa.units.queries.within import among

ISSUER = "Ủy ban Thường vụ Quốc hội"
SIGNED_ON = date(2025, 6, 16)


@dataclass(frozen=True)
class DayBefore:
    """The units of the day before: the root, the areas by code, and what hangs under some areas."""

    root: int
    areas: Mapping[str, int]
    below: Mapping[int, Sequence[int]]


def standing(root: Unit, country: Country) -> DayBefore:
    """Return the units of the day before; below divided communes and districts, in code order."""
    codes = Code.objects.filter(superseded_at__isnull=True, unit__home=root.home)
    areas = dict(codes.filter(since__lt=DAY, system=Code.System.AREA).values_list("value", "unit"))
    named = {areas[code] for code in country.divided()}
    named |= {areas[each.code] for each in country.old_areas(Kind.DISTRICT)}
    return DayBefore(root.pk, areas, _below(named))


def _below(units: set[int]) -> dict[int, list[int]]:
    day_before = DAY - timedelta(days=1)
    rows = among(held_on(day_before), "parent_id", units).order_by("unit__codes__value", "unit_id")
    placed = list(rows.values_list("unit_id", "parent_id"))
    kinds = kinds_on({unit for unit, _ in placed}, on=day_before)
    below: dict[int, list[int]] = defaultdict(list)
    for unit, parent in placed:
        if kinds[unit] not in {Kind.DISTRICT, Kind.COMMUNE}:
            below[parent or 0].append(unit)
    return dict(below)


def heading(province: Area, country: Country) -> Citation:
    """Return how the act about a new province is cited: as its resolution, where that is known.

    It holds from the first day of the new units; the title says that they are filled with samples.
    """
    known = country.resolutions.get(province.code)
    return Citation(
        number=known.number if known else f"MẪU-{province.code}/2025",
        issuer=ISSUER if known else f"{ISSUER} (số liệu mẫu)",
        signed_on=known.signed_on if known else SIGNED_ON,
        in_force_from=DAY,
        title=f"Sắp xếp các đơn vị hành chính của {province.name} (diễn lại trên số liệu mẫu)",
    )


def steps(province: Area, country: Country, units: DayBefore) -> list[Step]:
    """Return the steps by which a new province and its communes came about, and districts ended."""
    into: Reference = province.code
    if kept := country.unchanged(province.code):
        into = units.areas[kept.code]
    return [
        *_of_province(province, country, units),
        *_of_districts(province, country, units, into=into),
        *_of_communes(province, country, units, into=into),
    ]


def _of_province(province: Area, country: Country, units: DayBefore) -> Iterator[Step]:
    if country.unchanged(province.code) is None:
        for origin in country.origins[province.code]:
            yield _merge(origin, province, units, into=units.root)


def _of_districts(
    province: Area, country: Country, units: DayBefore, *, into: Reference
) -> Iterator[Step]:
    for district in country.districts_of(province.code):
        unit = units.areas[district.code]
        if district.code in country.successors:
            [taken] = country.successors[district.code]
            yield _merge(taken, country.after[taken.new_code], units, into=into)
            continue
        for office in units.below.get(unit, ()):
            yield Step(sort=Sort.CLOSE, unit=office)
        yield Step(sort=Sort.CLOSE, unit=unit, successor=into)


def _of_communes(
    province: Area, country: Country, units: DayBefore, *, into: Reference
) -> Iterator[Step]:
    for commune in country.communes_of(province.code):
        if kept := country.unchanged(commune.code):
            yield from _moved(kept, commune, units, into=into)
            continue
        for origin in country.origins[commune.code]:
            if origin.is_whole and country.before[origin.old_code].level == Kind.COMMUNE:
                yield _merge(origin, commune, units, into=into)
            elif not origin.is_whole:
                yield _part(origin, commune, country, units, into=into)


def _moved(old: Area, new: Area, units: DayBefore, *, into: Reference) -> Iterator[Step]:
    unit = units.areas[old.code]
    yield Step(sort=Sort.MOVE, unit=unit, parent=into)
    if old.name != new.name:
        yield Step(sort=Sort.RENAME, unit=unit, name=new.committee)
    if old.code != new.code:
        yield Step(sort=Sort.RECODE, unit=unit, code=new.code)


def _merge(origin: Takeover, new: Area, units: DayBefore, *, into: Reference) -> Step:
    return Step(
        sort=Sort.MERGE,
        unit=units.areas[origin.old_code],
        code=new.code,
        name=new.committee,
        kind=new.level,
        parent=into,
    )


def _part(
    origin: Takeover, new: Area, country: Country, units: DayBefore, *, into: Reference
) -> Step:
    """Return the step for one part; what hung under the divided commune is dealt out in turn."""
    unit = units.areas[origin.old_code]
    parts = country.successors[origin.old_code]
    return Step(
        sort=Sort.SPLIT,
        unit=unit,
        code=new.code,
        name=new.committee,
        kind=new.level,
        parent=into,
        successor=new.code if origin.is_principal else None,
        receives=tuple(units.below.get(unit, ())[parts.index(origin) :: len(parts)]),
    )
