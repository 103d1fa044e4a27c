"""Asking about indicators."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import F, Q, QuerySet

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.indicators.models import Indicator, IndicatorTarget, Sort
from lantoa.records.record.queries import asked_of
from lantoa.records.record.sums import Scope, Wanted, within
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import path_above
from lantoa.units.queries.plain import ask, day

SORTS = (
    "SELECT id, code, label, measured_in, nature, scale, has_whole, sensitive, formula "
    "FROM indicators_sort ORDER BY id"
)


def rows(*, units: Collection[int], asked: Question) -> list[Indicator]:
    """Return the indicators of some units in a period, latest first."""
    chosen = cast("QuerySet[Indicator]", asked_of(Indicator, units, asked))
    return list(chosen.select_related("sort").order_by("-last_day", "-pk"))


def sort_rows() -> list[Any]:
    """Return every sort there is, with what its measures need; one SELECT."""
    return ask(SORTS, [])


def stated_rows(wanted: Wanted) -> list[Any]:
    """Return unit, sort, value, whole, first and last day, agency, code and nature of the sort."""
    stretch = _around(wanted.stretches)
    where, values = within(stretch, wanted.as_known, wanted.movement)
    statement = (
        "SELECT unit_id, sort_id, value, whole, first_day, last_day, agency, "  # noqa: S608 - our own
        "(SELECT code FROM indicators_sort s WHERE s.id = sort_id), "
        "(SELECT nature FROM indicators_sort s WHERE s.id = sort_id) "
        "FROM indicators_indicator "
        f"WHERE {where} ORDER BY last_day, id"
    )
    return [(*row[:4], day(row[4]), day(row[5]), *row[6:]) for row in ask(statement, values)]


def _around(stretches: Sequence[Scope]) -> Scope:
    """Return one stretch that holds some others."""
    first = min(each.period.first for each in stretches)
    last = max(each.period.last for each in stretches)
    units = stretches[0].units if len(stretches) == 1 else _all_of(stretches)
    return Scope(units, Period(first, last))


def _all_of(stretches: Sequence[Scope]) -> set[int]:
    return {unit for each in stretches for unit in each.units}


def in_use(on: date) -> Q:
    """Return the condition that a row of a list is in use on a day."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


def sorts_in_use(on: date) -> QuerySet[Sort]:
    """Return the sorts that units may state on a day: none that is worked out."""
    return Sort._default_manager.filter(in_use(on), formula="").order_by("label")


def sorts_aimed_at(on: date) -> QuerySet[Sort]:
    """Return the sorts of which targets may be set on a day, also those that are worked out."""
    return Sort._default_manager.filter(in_use(on)).order_by("label")


def targets_of(unit: Unit) -> list[IndicatorTarget]:
    """Return every target of a unit, those in use first, year by year."""
    found = IndicatorTarget._default_manager.filter(unit=unit).select_related(
        "sort", "unit", "recorded_by"
    )
    in_use_first = F("valid_to").desc(nulls_first=True)
    return list(found.order_by(in_use_first, "sort__label", "year", "pk"))


def targets_in(year: int, *, unit: int, on: date) -> list[IndicatorTarget]:
    """Return the targets of a unit for a year that are in use on a day, by the words of sorts."""
    found = IndicatorTarget._default_manager.filter(in_use(on), unit=unit, year=year)
    return list(found.select_related("sort").order_by("sort__label"))


def targets_met(unit: Unit, *, on: date) -> list[IndicatorTarget]:
    """Return the targets for the year of a day; of a People's Committee also those of its area.

    A congress sets them for the committee, and the government of the same area states the numbers.
    """
    found = targets_in(on.year, unit=unit.pk, on=on)
    above = path_above(unit.pk, on=on)[:1] if unit.kind == Kind.GOVERNMENT else []
    return [*found, *(each for one in above for each in targets_in(on.year, unit=one, on=on))]
