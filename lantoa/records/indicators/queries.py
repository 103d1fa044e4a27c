"""Asking about indicators."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record.sums import Scope, Wanted, within
from lantoa.units.queries.plain import ask, day

SORTS = (
    "SELECT id, code, label, measured_in, nature, scale, has_whole, sensitive "
    "FROM indicators_sort ORDER BY id"
)


def rows(*, units: Collection[int], asked: Question) -> list[Indicator]:
    """Return the indicators of some units in a period, latest first."""
    found = Indicator.objects.believed(asked.as_known).of(units).within(asked.period)
    chosen = cast("QuerySet[Indicator]", found)
    return list(chosen.select_related("sort").order_by("-last_day", "-pk"))


def sort_rows() -> list[Any]:
    """Return every sort there is, with what its measures need; one SELECT."""
    return ask(SORTS, [])


def stated_rows(wanted: Wanted) -> list[Any]:
    """Return (unit, sort, value, whole, first and last day) of all stretches, earliest first."""
    stretch = _around(wanted.stretches)
    where, values = within(stretch, wanted.as_known)
    statement = (
        "SELECT unit_id, sort_id, value, whole, first_day, last_day FROM indicators_indicator "  # noqa: S608 - our own
        f"WHERE {where} ORDER BY last_day, id"
    )
    return [(*row[:4], day(row[4]), day(row[5])) for row in ask(statement, values)]


def _around(stretches: Sequence[Scope]) -> Scope:
    """Return one stretch that holds some others."""
    first = min(each.period.first for each in stretches)
    last = max(each.period.last for each in stretches)
    units = stretches[0].units if len(stretches) == 1 else _all_of(stretches)
    return Scope(units, Period(first, last))


def _all_of(stretches: Sequence[Scope]) -> set[int]:
    return {unit for each in stretches for unit in each.units}


def sorts_in_use(on: date) -> QuerySet[Sort]:
    """Return the sorts that units may state on a day."""
    return Sort.objects.filter(valid_from__lte=on).exclude(valid_to__lte=on).order_by("label")
