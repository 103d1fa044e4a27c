"""Totals alone: what a unit and everything under it did, without saying who did what."""

from datetime import date

from lantoa.figures.period import Period
from lantoa.tally.catalogue import FAMILIES
from lantoa.units.queries import parents_under

Totals = dict[str, int | None]
"""A total by the code of its measure; None where nobody stated it."""


def totals(*, unit: int, period: Period, chart: date) -> Totals:
    """Return the total of every measure of a kind of record, the same as a sheet would say.

    It is for comparing with another period: the database adds all units at once, so that a whole
    country takes a third of the time of a sheet.
    """
    units = parents_under(unit, on=chart)
    found: Totals = {}
    for family in FAMILIES:
        figures = family.together(units=units, period=period)
        found |= dict(zip((each.code for each in family.measures), figures, strict=True))
    return found
