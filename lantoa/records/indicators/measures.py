"""What is counted of indicators: one measure a sort, and one for its whole where it has one."""

from collections.abc import Collection
from datetime import datetime

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record import queries as shared


def measure_of(sort: Sort) -> Measure:
    """Return the measure of a sort of indicator."""
    code = f"indicators.{sort.code}"
    return Measure(
        code,
        sort.label,
        sort.measured_in,
        Nature(sort.nature),
        scale=sort.scale,
        sensitive=sort.sensitive,
        share_of=f"{code}.whole" if sort.has_whole and sort.nature != Nature.LOOSE else None,
    )


def whole_of(sort: Sort) -> Measure:
    """Return the measure of the whole of which a sort of indicator states a part."""
    words = f"{sort.label}: trên tổng số"
    return Measure(f"indicators.{sort.code}.whole", words, sort.measured_in, Nature(sort.nature))


def known_measures() -> dict[Measure, tuple[int, str]]:
    """Return every measure with the id of its sort and the column it is counted in; one SELECT."""
    measures: dict[Measure, tuple[int, str]] = {}
    for sort in Sort.objects.order_by("pk"):
        measures[measure_of(sort)] = (sort.pk, "value")
        if sort.has_whole:
            measures[whole_of(sort)] = (sort.pk, "whole")
    return measures


def apart(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Indicator]:
    """Return the indicators that lie only partly within a period, which no figure of it counts."""
    return shared.straddling(Indicator, units=units, period=period, as_known=as_known)
