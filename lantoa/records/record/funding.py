"""Records for which gifts may be given, found through the kinds that say so."""

from collections.abc import Collection
from typing import Any

from lantoa.records.record.kinds import kinds
from lantoa.units.models import Unit
from lantoa.units.queries.within import among


def funded_by_key(keys: Collection[str]) -> dict[str, Any]:
    """Return the records of some keys for which gifts may be given, with kind; a SELECT a kind."""
    found: dict[str, Any] = {}
    for kind in kinds():
        if kind.is_funded and keys:
            rows = kind.done.model._default_manager.believed().select_related("unit")
            found |= {row.key: (kind, row) for row in among(rows, "key", keys)}
    return found


MOST_OFFERED = 60


def funded_offered(unit: Unit) -> list[tuple[str, str]]:
    """Return the latest records of a unit for which gifts may be given: key and words."""
    found: list[tuple[str, str]] = []
    for kind in kinds():
        if kind.is_funded:
            rows = kind.done.model._default_manager.believed().filter(unit=unit)
            fit = kind.done.model.taking_gifts(rows).order_by("-last_day", "-pk")
            found += [(row.key, str(row)) for row in fit[:MOST_OFFERED]]
    return found
