"""A list of steps to try on simulated units: two cells merge, one divides, one moves."""

from datetime import date

from lantoa.units.models import GRASSROOTS_KINDS, Kind, Unit
from lantoa.units.queries import Portrait, parents_under, portraits

Rows = list[tuple[str, ...]]
NEEDED = 3


def has_units(unit: Unit, *, on: date) -> bool:
    """Tell whether enough cells hang under one committee below a unit to try a decision on."""
    return bool(_cells(unit, on=on))


def rows(unit: Unit, *, on: date) -> Rows:
    """Return the rows of a list, in the order of its columns; none where there is too little.

    The first two cells of a committee merge, the third divides in two.
    """
    cells = _cells(unit, on=on)
    if not cells:
        return []
    first, second, third = cells[:NEEDED]
    code = f"{first.code}-MOI"
    note = "Danh sách để thử, trên số liệu mẫu"
    return [
        ("hợp nhất", first.code, code, f"{first.name} mới", "chi bộ", *_above(first, on), "", note),
        ("hợp nhất", second.code, code, "", "", "", "", note),
        *_divided(third, on, note),
    ]


def _divided(cell: Portrait, on: date, note: str) -> Rows:
    codes = (f"{cell.code}-A", f"{cell.code}-B")
    return [
        (
            "chia",
            cell.code,
            code,
            f"{cell.name} {part}",
            "chi bộ",
            *_above(cell, on),
            codes[0],
            note,
        )
        for code, part in zip(codes, ("A", "B"), strict=True)
    ]


def _above(cell: Portrait, on: date) -> tuple[str]:
    return (portraits([cell.parent or 0], on=on)[cell.parent or 0].code,)


def _cells(unit: Unit, *, on: date) -> list[Portrait]:
    """Return the open simulated cells of the first committee that has enough of them."""
    parents = parents_under(unit.pk, on=on)
    shown = portraits(set(parents), on=on)
    above: dict[int, list[Portrait]] = {}
    for each in sorted(shown.values(), key=lambda one: (len(one.code), one.code)):
        committee = shown.get(each.parent or 0)
        if committee and committee.kind in GRASSROOTS_KINDS and committee.code and _fits(each, on):
            above.setdefault(committee.pk, []).append(each)
    return next((cells for cells in above.values() if len(cells) >= NEEDED), [])


def _fits(each: Portrait, on: date) -> bool:
    return each.kind == Kind.CELL and each.is_simulated and bool(each.code) and each.is_open(on)
