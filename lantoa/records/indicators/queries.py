"""Asking about indicators."""

from collections.abc import Collection
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from lantoa.figures.period import Period
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record import queries as shared
from lantoa.records.record.sums import among_units, ask, believed
from lantoa.units.models import Unit

Stated = dict[tuple[int, int], tuple[int, int | None]]


def rows(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Indicator]:
    """Return the indicators of some units in a period, latest first."""
    found = cast(
        "QuerySet[Indicator]", Indicator.objects.believed(as_known).of(units).within(period)
    )
    return list(found.select_related("sort").order_by("-last_day", "-pk"))


def stated(*, units: Collection[int], period: Period, as_known: datetime | None = None) -> Stated:
    """Return (value, whole) by (unit, sort) in one SELECT.

    Flows of a period are added; of stocks and loose numbers the latest in the period counts.
    """
    figures: Stated = {}
    condition, moments = believed(as_known)
    chosen, listed = among_units(units)
    rows = ask(
        "SELECT unit_id, sort_id, value, whole, nature FROM indicators_indicator "  # noqa: S608
        "JOIN (SELECT id AS sort, nature FROM indicators_sort) AS sorts ON sort = sort_id "
        f"WHERE {condition} AND first_day >= %s AND last_day <= %s AND {chosen} "
        "ORDER BY last_day, id",
        [*moments, period.first, period.last, listed],
    )
    for unit, sort, value, whole, nature in rows:
        held = figures.get((unit, sort))
        if nature == Sort.Adds.FLOW and held:
            wholes = [each for each in (held[1], whole) if each is not None]
            figures[unit, sort] = (held[0] + value, sum(wholes) if wholes else None)
        else:
            figures[unit, sort] = (value, whole)
    return figures


def sorts_in_use(on: date) -> QuerySet[Sort]:
    """Return the sorts that units may state on a day."""
    return Sort.objects.filter(valid_from__lte=on).exclude(valid_to__lte=on).order_by("label")


def last_recorded(units: Collection[int]) -> date | None:
    """Return the last day of which any of some units has recorded something."""
    live = Indicator.objects.believed().of(units)
    return live.order_by("-last_day").values_list("last_day", flat=True).first()


def versions(uuid: UUID) -> list[Indicator]:
    """Return every version of one indicator, latest first."""
    return shared.versions(Indicator, uuid)


def listed(unit: Unit) -> QuerySet[Indicator]:
    """Return the latest version of each indicator of a unit, latest day first."""
    return shared.listed(Indicator, unit)
