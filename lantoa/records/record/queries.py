"""Counting rows of any kind: one pass, grouped by unit."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from django.db.models import Count

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.record.models import Record

R = TypeVar("R", bound=Record)
Own = dict[int, list[int | None]]


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
    counted = model._default_manager.believed(as_known).of(units).within(period)
    columns = {f"figure_{place}": total for place, total in enumerate(measures.values())}
    rows = (
        counted.order_by()
        .values("unit_id")
        .annotate(**columns, records=Count("pk"))
        .values_list("unit_id", *columns, "records")
    )
    return {unit: list(figures) for unit, *figures in rows}


def straddling(
    model: type[R], *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[R]:
    """Return records that lie only partly within a period, earliest first."""
    rows = model._default_manager.believed(as_known).of(units).straddling(period)
    return cast("list[R]", list(rows.order_by("first_day", "pk")))


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


def versions(model: type[R], uuid: Any) -> list[R]:
    """Return every version of one record, latest first."""
    rows = model._default_manager.filter(uuid=uuid).select_related("recorded_by", "superseded_by")
    return cast("list[R]", list(rows.order_by("-pk")))
