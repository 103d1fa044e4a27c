"""How many members a unit can bring together on a day."""

from collections.abc import Collection
from datetime import date

from lantoa.units.models import Kind, Placement, Strength
from lantoa.units.queries.chart import held_on, parents_under
from lantoa.units.queries.portrait import kinds_on
from lantoa.units.queries.within import among

Asked = tuple[int, date]


def members_reached(asked: Collection[Asked]) -> dict[Asked, int | None]:
    """Return, for each unit and day, its members and those of the units under it.

    None where the unit or an open cell under it never stated its number.
    """
    units = {unit for unit, _ in asked}
    parents = set(
        among(
            Placement.objects.filter(superseded_at__isnull=True, state=Placement.State.OPEN),
            "parent_id",
            units,
        ).values_list("parent_id", flat=True)
    )
    stated = _stated(units)
    return {
        (unit, day): _under(unit, day) if unit in parents else _value(stated.get(unit, []), day)
        for unit, day in asked
    }


def _under(unit: int, day: date) -> int | None:
    below = set(parents_under(unit, on=day))
    open_now = held_on(day).filter(state=Placement.State.OPEN)
    at_work = set(among(open_now, "unit_id", below).values_list("unit_id", flat=True))
    cells = {each for each, kind in kinds_on(at_work, on=day).items() if kind == Kind.CELL}
    stated = _stated(below)
    known = {each: _value(stated.get(each, []), day) for each in cells | set(stated)}
    if not cells or any(known[cell] is None for cell in cells):
        return None
    return sum(members for members in known.values() if members is not None)


def _stated(units: Collection[int]) -> dict[int, list[tuple[date, int | None]]]:
    rows = among(Strength.objects.filter(superseded_at__isnull=True), "unit_id", units)
    stated: dict[int, list[tuple[date, int | None]]] = {}
    for unit, since, members in rows.order_by("since").values_list("unit_id", "since", "members"):
        stated.setdefault(unit, []).append((since, members))
    return stated


def _value(changes: list[tuple[date, int | None]], day: date) -> int | None:
    values = [members for since, members in changes if since <= day]
    return values[-1] if values else None
