"""Counting rows of any kind: one pass, grouped by unit."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar, cast

from django.db.models import Count, Q, QuerySet

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.record.models import Record
from lantoa.records.record.sums import counted_by_unit, counted_together, cut_by
from lantoa.units.models import Unit

R = TypeVar("R", bound=Record)
Own = dict[int, Sequence[int | None]]
OnDays = tuple[date, date, int | None, int]
"""First day, last day, figure and number of records."""


def own_figures(
    model: type[Record],
    measures: Mapping[Measure, Any],
    *,
    units: Collection[int],
    period: Period,
    as_known: datetime | None = None,
) -> Own:
    """Return the figures of each unit that recorded anything in a period, in one SELECT.

    The last column counts the records themselves.
    """
    rows = counted_by_unit(model, measures, units=units, period=period, as_known=as_known)
    return {row[0]: row[1:] for row in rows}


def figures_together(
    model: type[Record],
    measures: Mapping[Measure, Any],
    *,
    units: Collection[int],
    period: Period,
) -> Sequence[int | None]:
    """Return the figures of all units at once, in one SELECT; unknown where nothing is recorded."""
    *figures, records = counted_together(model, measures, units=units, period=period)
    return figures if records else [None] * len(figures)


def straddling(
    model: type[R], *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[R]:
    """Return records that lie only partly within a period, earliest first."""
    cut = cut_by(model, units=units, period=period, as_known=as_known)
    if not cut:
        return []
    rows = model._default_manager.filter(pk__in=cut).order_by("first_day", "pk")
    return cast("list[R]", list(rows))


def with_figure(
    model: type[R],
    figure: Any,
    *,
    unit: int,
    period: Period,
    as_known: datetime | None = None,
) -> list[tuple[R, int | None]]:
    """Return the records of one unit in a period with what each adds to a figure; latest first."""
    rows = model._default_manager.believed(as_known).of([unit]).within(period)
    found = rows.annotate(adds=figure).order_by("-last_day", "-pk")
    return [(cast("R", row), getattr(row, "adds")) for row in found]  # noqa: B009 - annotated


def by_days(
    model: type[Record], figure: Any, *, units: Collection[int], period: Period
) -> list[OnDays]:
    """Return a figure by the days that its records speak of, earliest first."""
    rows = model._default_manager.believed().of(units).within(period)
    found = rows.values("first_day", "last_day").annotate(figure=figure, records=Count("pk"))
    ordered = found.order_by("first_day", "last_day")
    return list(ordered.values_list("first_day", "last_day", "figure", "records"))


def versions(model: type[R], uuid: Any) -> list[R]:
    """Return every version of one record, latest first."""
    found = model._default_manager.filter(uuid=uuid)
    rows = found.select_related("unit", "recorded_by", "superseded_by").order_by("-pk")
    return cast("list[R]", list(rows))


def listed(model: type[R], unit: Unit) -> QuerySet[R]:
    """Return the latest version of each record of a unit, withdrawn ones too, latest day first."""
    latest = Q(superseded_at__isnull=True) | Q(is_withdrawn=True)
    rows = model._default_manager.filter(latest, unit=unit).select_related("recorded_by")
    return cast("QuerySet[R]", rows.order_by("-last_day", "-pk"))
