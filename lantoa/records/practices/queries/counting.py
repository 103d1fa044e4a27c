"""The statements that count practices: what stands on a day, and what happened in a period."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from lantoa.figures.question import Question
from lantoa.records.practices.models import Output, Practice
from lantoa.records.record.models import DatedStep, Record
from lantoa.records.record.sums import Scope, among_units, belonging
from lantoa.units.queries.chart import believed as believed_rows
from lantoa.units.queries.plain import ask, believed

LEVELS = tuple(each.value for each in Practice.Level)
CARRIERS = tuple(each.value for each in Practice.Carrier)
COLUMNS: dict[str, str] = {
    "total": "1 = 1",
    "copies": "p.origin <> ''",
    "effective": "s.effective = 1",
    "recognised": "s.recognised = 1",
    **{f"recognised_{each}": f"s.recognised_{each} = 1" for each in LEVELS},
    **{each: f"p.carrier = '{each}'" for each in CARRIERS},
    "services": "p.sort = 'service'",
    "teams": "p.sort = 'team'",
}
"""What stands on the last day of a period: the measure, and which practices it counts."""
REACHED = {
    "stopped": "step = 'stopped'",
    "effective": "step = 'effective'",
    "recognised": "step = 'recognised'",
    **{f"recognised_{each}": f"step = 'recognised' AND level = '{each}'" for each in LEVELS},
}
SUMS = ", ".join(
    f"CAST(SUM(CASE WHEN {which} THEN p.times END) AS bigint)" for which in COLUMNS.values()
)
NOTHING_ELSE = ", CAST(NULL AS bigint)" * (len(COLUMNS) - 1)
TAKEN = ", ".join(
    f"MAX(CASE WHEN {which} THEN 1 ELSE 0 END) AS {name}" for name, which in REACHED.items()
)
HAPPENED = ("registered", "stopped")
"""Steps that are counted in the period in which they were taken."""
LISTS = (
    "SELECT 'field', id, code, label, 'mô hình' FROM practices_practicefield "
    "UNION ALL SELECT 'measure', id, code, label, measured_in FROM practices_servicemeasure "
    "ORDER BY 1, 2"
)


Told = tuple[str, list[Any]]
"""A statement with its values."""
Belonging = tuple[str, list[str]]
"""The further condition that a practice belongs to a movement, with its values."""


class Counting(NamedTuple):
    """A figure of one unit: in which scope, of which measure."""

    scope: int
    unit: int
    code: str
    figure: int | None


def list_rows() -> list[tuple[Any, ...]]:
    """Return (list, id, code, label, unit of measure) of every row of both lists; one SELECT."""
    return ask(LISTS, [])


def standing_and_happened(
    scopes: Sequence[Scope], as_known: datetime | None, movement: str = ""
) -> Iterator[Counting]:
    """Yield what stands at the end of each scope, and what happened within it; one SELECT.

    What stands is told unit by unit and field by field, a figure a column; what happened is told
    one figure a row, in the first column.
    """
    of = belonging(movement)
    parts = [
        part
        for place, scope in enumerate(scopes)
        for part in (
            _standing(place, scope, as_known, of),
            _steps(place, scope, as_known, of),
            _outputs(place, scope, as_known, of),
        )
    ]
    words, values = _united(parts)
    for place, unit, code, field, *figures in ask(words, values):
        if code is not None:
            yield Counting(place, unit, code, figures[0])
            continue
        for name, figure in zip(COLUMNS, figures, strict=True):
            yield Counting(place, unit, f"practices.{name}", figure)
        if field is not None:
            yield Counting(place, unit, f"practices.field_{field}", figures[0])


def _united(parts: Sequence[tuple[str, list[Any]]]) -> tuple[str, list[Any]]:
    return " UNION ALL ".join(words for words, _ in parts), [v for _, vs in parts for v in vs]


def _standing(place: int, scope: Scope, as_known: datetime | None, of: Belonging) -> Told:
    condition, moments = believed(as_known)
    chosen, units = among_units(scope.units)
    last = scope.period.last
    words = (
        f"SELECT {place}, p.unit_id, CAST(NULL AS text), f.code, {SUMS} FROM "  # noqa: S608 - our own words
        f"(SELECT * FROM practices_practice WHERE {condition} AND last_day <= %s "
        f"AND {chosen}{of[0]}) p "
        f"LEFT JOIN (SELECT record, {TAKEN} FROM record_datedstep WHERE {condition} "
        "AND record_kind = 'practices' AND NOT is_planned AND last_day <= %s "
        f"AND {chosen} GROUP BY record) s ON s.record = p.uuid "
        "LEFT JOIN practices_practicefield f ON f.id = p.field_id "
        "WHERE s.stopped IS NULL OR s.stopped = 0 GROUP BY p.unit_id, f.code"
    )
    return words, [*moments, last, units, *of[1], *moments, last, units]


def _steps(place: int, scope: Scope, as_known: datetime | None, of: Belonging) -> Told:
    condition, moments = believed(as_known)
    chosen, units = among_units(scope.units)
    steps = ", ".join(f"'{each}'" for each in HAPPENED)
    words = (
        f"SELECT {place}, p.unit_id, 'practices.' || s.step, NULL, "  # noqa: S608 - our own words
        f"CAST(SUM(p.times) AS bigint){NOTHING_ELSE} FROM "
        f"(SELECT DISTINCT record, step FROM record_datedstep WHERE {condition} "
        f"AND record_kind = 'practices' AND NOT is_planned AND step IN ({steps}) "
        f"AND first_day >= %s AND last_day <= %s AND {chosen}) s "
        f"JOIN (SELECT * FROM practices_practice WHERE {condition}{of[0]}) p ON p.uuid = s.record "
        "GROUP BY p.unit_id, s.step"
    )
    return words, [*moments, scope.period.first, scope.period.last, units, *moments, *of[1]]


def _outputs(place: int, scope: Scope, as_known: datetime | None, of: Belonging) -> Told:
    condition, moments = believed(as_known)
    chosen, units = among_units(scope.units)
    words = (
        f"SELECT {place}, o.unit_id, 'practices.did_' || m.code, NULL, "  # noqa: S608 - our own words
        f"CAST(SUM(o.quantity) AS bigint){NOTHING_ELSE} FROM "
        f"(SELECT * FROM practices_output WHERE {condition} AND first_day >= %s "
        f"AND last_day <= %s AND {chosen}) o "
        f"JOIN (SELECT uuid FROM practices_practice WHERE {condition}{of[0]}) p "
        "ON p.uuid = o.practice "
        "JOIN practices_servicemeasure m ON m.id = o.measure_id GROUP BY o.unit_id, m.code"
    )
    return words, [*moments, scope.period.first, scope.period.last, units, *moments, *of[1]]


def _of_unit(asked: Question) -> "QuerySet[Practice]":
    believed_now = Practice.objects.believed(asked.as_known).of([asked.unit])
    found = believed_now.of_movement(asked.movement)
    return cast("QuerySet[Practice]", found.order_by("-last_day", "-pk"))


def _taken(asked: Question, **which: Any) -> Q:
    steps = DatedStep.objects.filter(
        believed_rows(asked.as_known), record=OuterRef("uuid"), is_planned=False, **which
    )
    return Q(Exists(steps))


def standing_behind(asked: Question, column: str, *, field: int | None = None) -> list[Practice]:
    """Return the practices of a unit that stand at the end of a period, and count in a column."""
    by_then = {"last_day__lte": asked.period.last}
    found = _of_unit(asked).filter(**by_then)
    found = found.exclude(_taken(asked, step="stopped", **by_then))
    if field is not None:
        return list(found.filter(field=field))
    if column == "copies":
        return list(found.exclude(origin=""))
    if column in CARRIERS:
        return list(found.filter(carrier=column))
    if column in {"services", "teams"}:
        return list(found.filter(sort=column.removesuffix("s")))
    step, _, level = column.partition("_")
    said = {"step": step} | ({"level": level} if level else {})
    return list(found if column == "total" else found.filter(_taken(asked, **said, **by_then)))


def steps_behind(asked: Question, step: str) -> list[Practice]:
    """Return the practices of a unit that took a step within a period."""
    period = asked.period
    within = {"first_day__gte": period.first, "last_day__lte": period.last}
    return list(_of_unit(asked).filter(_taken(asked, step=step, **within)))


def outputs_behind(asked: Question, measure: int) -> list[tuple[Record, int | None]]:
    """Return the services of a unit with how much of something each did within a period."""
    listed: Any = Output.objects
    rows = listed.believed(asked.as_known).of([asked.unit]).within(asked.period)
    sums = rows.filter(measure=measure).order_by().values_list("practice")
    done = dict(sums.annotate(done=Sum("quantity")))
    return [(each, done[each.uuid]) for each in _of_unit(asked).filter(uuid__in=done)]
