"""Numbers and units that published figures speak of."""

from collections.abc import Iterable
from datetime import date, timedelta

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Figure
from lantoa.units.models import Unit
from lantoa.units.queries import find_unit

COPIES, OF_EACH = "copies", "copies_of_each"
"""What a figure may state instead of a column: how many copy a record, and how many each has."""


def numbers_of(figures: Iterable[Figure]) -> dict[str, int | None]:
    """Return the numbers of one record by the name of their field."""
    numbers: dict[str, int | None] = {}
    for each in figures:
        if each.field in (COPIES, OF_EACH):
            continue
        numbers[each.field] = each.whole_number(0)
        if each.of_field:
            numbers[each.of_field] = each.of
    return numbers


def units_of(figures: Iterable[Figure]) -> dict[str, Unit]:
    """Return the units that figures speak of, by the code they bore before 1 July 2025."""
    return {code: unit_of(code) for code in dict.fromkeys(each.unit_code for each in figures)}


def unit_of(code: str) -> Unit:
    """Return the unit that bore a code on the eve of 1 July 2025."""
    day = date.fromisoformat(facts.units()["merged_on"]) - timedelta(days=1)
    return find_unit(f"{code}@{day.isoformat()}")
