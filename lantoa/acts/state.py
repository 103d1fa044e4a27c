"""The state of the organisation as one short text, the same for the same organisation."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import connection

from lantoa.units.models import Code, KindChange, Name, Placement, Strength, Succession, Unit
from lantoa.units.queries.within import among, meets

ALL_UNDER = f"""
WITH RECURSIVE under(unit_id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT placed.unit_id
    FROM under CROSS JOIN units_placement placed
    WHERE {meets("placed.parent_id", "under.unit_id")} AND placed.superseded_at IS NULL
)
SELECT unit_id FROM under
"""  # noqa: S608 - our own words
COLUMNS: dict[Any, tuple[str, ...]] = {
    Name: ("since", "value"),
    Code: ("since", "system", "value"),
    KindChange: ("since", "value"),
    Strength: ("since", "members"),
}


def state_hash(under: Unit | None = None) -> str:
    """Return the sum of the SHA-256 of every believed row, or of all that ever hung under a unit.

    A unit is named by the code and name that it bore when it began and the day of its birth, so the
    text of a row depends on no key; who wrote it, when and why is left out. A sum (modulo 2**256)
    needs no order, so no more than a row is held at once.
    """
    units = None if under is None else _all_under(under.pk)
    total = sum(map(_digest, _lines(units, _labels())))
    return f"{total % 2**256:064x}"


def _digest(line: str) -> int:
    return int.from_bytes(hashlib.sha256(line.encode()).digest(), "big")


def _all_under(unit: int) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(ALL_UNDER, [unit])
        return {row[0] for row in cursor.fetchall()}


def _labels() -> dict[int | None, str]:
    """Return each unit's name in the text: what it was when it began."""
    born: dict[int, date] = {}
    opened = Placement.objects.filter(superseded_at__isnull=True, state=Placement.State.OPEN)
    for unit, since in opened.order_by("since").values_list("unit_id", "since"):
        born.setdefault(unit, since)
    codes, names = _first(Code), _first(Name)
    labels: dict[int | None, str] = {None: ""}
    for pk, kind, simulated in _rows(Unit.objects.all(), "pk", "kind", "is_simulated"):
        if pk in born:
            labels[pk] = f"{codes.get(pk)}@{born[pk]} {names.get(pk)} {kind} {simulated}"
    return labels


def _first(model: Any) -> dict[int, str]:
    rows = model.objects.filter(superseded_at__isnull=True).order_by("-since")
    return dict(_rows(rows, "unit_id", "value"))


def _lines(units: set[int] | None, labels: dict[int | None, str]) -> Iterator[str]:
    for model, columns in COLUMNS.items():
        for unit, *values in _rows(_believed(model, units), "unit_id", *columns):
            yield f"{model.__name__}|{labels[unit]}|{values}"
    places = _believed(Placement, units)
    for unit, parent, *values in _rows(places, "unit_id", "parent_id", "since", "until", "state"):
        yield f"Placement|{labels[unit]}|{labels[parent]}|{values}"
    yield from _successions(units, labels)


def _successions(units: set[int] | None, labels: dict[int | None, str]) -> Iterator[str]:
    rows = Succession.objects.filter(superseded_at__isnull=True)
    kept = rows if units is None else among(rows, "predecessor_id", units)
    columns = ("predecessor_id", "successor_id", "on", "extent", "is_principal")
    for old, new, *values in _rows(kept, *columns):
        yield f"Succession|{labels[old]}|{labels[new]}|{values}"


def _believed(model: Any, units: Iterable[int] | None) -> Any:
    rows = model.objects.filter(superseded_at__isnull=True)
    return rows if units is None else among(rows, "unit_id", set(units))


def _rows(found: Any, *columns: str) -> Iterator[Any]:
    yield from found.values_list(*columns).iterator(chunk_size=20_000)
