"""Asking about practices: what was done, which are shared, and where one has spread."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet

from lantoa.figures.question import Question
from lantoa.figures.words import fold, is_readable
from lantoa.records.practices.models import (
    Output,
    Practice,
    PracticeField,
    PracticeListRow,
    ServiceMeasure,
)
from lantoa.records.record import queries as shared
from lantoa.units.models import Kind
from lantoa.units.queries import kinds_on, parents_under, path_above
from lantoa.units.queries.chart import held_on
from lantoa.units.queries.plain import ask, day

PRACTICES: Any = Practice.objects
OUTPUTS: Any = Output.objects
SPREAD = """
WITH RECURSIVE spread(key) AS (
    SELECT CAST(%s AS varchar(80))
    UNION
    SELECT copy.key FROM practices_practice copy JOIN spread ON copy.origin = spread.key
    WHERE copy.superseded_at IS NULL AND copy.origin <> ''
)
SELECT copy.key, copy.origin, copy.uuid, copy.unit_id, copy.title, copy.times, copy.sharing,
       copy.last_day
FROM spread JOIN practices_practice copy ON copy.key = spread.key
WHERE copy.superseded_at IS NULL
ORDER BY copy.last_day, copy.id
"""


@dataclass(frozen=True)
class SpreadPlace:
    """A practice in the spread of another: where it is done, and what it copies."""

    key: str
    origin: str
    uuid: UUID
    unit: int
    title: str
    times: int
    is_shared: bool
    last_day: date


def rows(*, units: Collection[int], asked: Question) -> list[Practice]:
    """Return the practices of some units begun in a period, latest first."""
    return shared.rows(Practice, units, asked)


def spread_of(key: str) -> list[SpreadPlace]:
    """Return a practice and all that copy it, copies of copies too, earliest first; one SELECT."""
    return [
        SpreadPlace(key, origin, UUID(str(uuid)), unit, title, times, sharing == "root", day(last))
        for key, origin, uuid, unit, title, times, sharing, last in ask(SPREAD, [key])
    ]


def held_under(keys: Collection[str]) -> dict[str, Practice]:
    """Return the practices that are believed under some keys, with their units."""
    sound = [key for key in keys if is_readable(key)]
    found = PRACTICES.filter(key__in=sound, superseded_at__isnull=True)
    chosen = found.select_related("unit")
    return {each.key: each for each in chosen}


def open_under(parents: Collection[int], *, on: date) -> dict[int, dict[int, Kind]]:
    """Return the units at work directly under some on a day, with what each is; three SELECTs."""
    placed = held_on(on).filter(parent__in=list(parents), state="open")
    rows = list(placed.values_list("parent_id", "unit_id"))
    kinds = kinds_on([unit for _, unit in rows], on=on)
    found: dict[int, dict[int, Kind]] = {parent: {} for parent in parents}
    for parent, unit in rows:
        found[parent][unit] = kinds[unit]
    return found


def ever_shared(keys: Collection[str]) -> set[str]:
    """Return those of some keys under which a practice is, or once was, shared."""
    found = PRACTICES.filter(key__in=list(keys), sharing="root")
    return set(found.values_list("key", flat=True))


def root_of(unit: int, *, on: date) -> int:
    """Return the unit at the top of the chart above one."""
    above = path_above(unit, on=on)
    return above[-1] if above else unit


def shared_in(root: int, *, on: date, words: str, field: str) -> list[Practice]:
    """Return the practices shared in a root that hold some words, by name; two SELECTs."""
    found = PRACTICES.believed().filter(sharing="root").of(parents_under(root, on=on))
    if field:
        found = found.filter(field__code=field)
    chosen = found.select_related("unit", "field")
    asked = fold(words).split()
    held = [each for each in chosen if _holds(each, asked)]
    return sorted(held, key=lambda each: (fold(each.title), each.last_day, each.pk))


def _holds(practice: Practice, words: Iterable[str]) -> bool:
    said = fold(f"{practice.title} {practice.movement} {practice.summary}")
    return all(word in said for word in words)


def fields_in_use(on: date) -> list[PracticeField]:
    """Return the fields that may be chosen on a day, by label."""
    return list(_in_use(PracticeField.objects.all(), on))


def field_choices(on: date, *, held: int | None) -> QuerySet[PracticeField]:
    """Return the fields in use on a day, and that of a record which is to be corrected."""
    return _in_use(PracticeField.objects.all(), on) | PracticeField.objects.filter(pk=held or 0)


def measures_in_use(on: date) -> list[ServiceMeasure]:
    """Return what services may count on a day, in the order in which it was taken in."""
    return list(_in_use(ServiceMeasure.objects.all(), on).order_by("pk"))


def _in_use(listed: "QuerySet[PracticeField] | QuerySet[ServiceMeasure]", on: date) -> "QuerySet":  # type: ignore[type-arg]
    return listed.filter(valid_from__lte=on).exclude(valid_to__lte=on).order_by("label")


def every_row(model: type[PracticeListRow]) -> Sequence[PracticeListRow]:
    """Return every row of a list, ended ones too, in the order in which it was taken in."""
    return list(model._default_manager.order_by("pk"))


def output(uuid: UUID) -> Output | None:
    """Return the latest version of what a service did; None where there is none."""
    found = OUTPUTS.filter(uuid=uuid).select_related("unit", "measure", "recorded_by")
    return cast("Output | None", found.order_by("pk").last())


def listed_row(model: type[PracticeListRow], code: str) -> PracticeListRow | None:
    """Return the row of a code; None where there is none."""
    return model._default_manager.filter(code=code).first()


def outputs_of(practice: UUID) -> list[Output]:
    """Return what a service did, month by month, latest first."""
    found = OUTPUTS.believed().filter(practice=practice)
    chosen = found.select_related("measure", "recorded_by", "unit")
    return list(chosen.order_by("-last_day", "measure__pk"))


def outputs_beside(practices: Collection[UUID]) -> list[Output]:
    """Return everything that some services did."""
    found: list[Output] = []
    listed = list(practices)
    for start in range(0, len(listed), 500):
        chosen = OUTPUTS.believed().filter(practice__in=listed[start : start + 500])
        found += cast("QuerySet[Output]", chosen)
    return found


def live_among(practices: Collection[UUID]) -> dict[UUID, int]:
    """Return the unit of each of some practices that is believed."""
    found: dict[UUID, int] = {}
    listed = list(practices)
    for start in range(0, len(listed), 500):
        chosen = PRACTICES.believed().filter(uuid__in=listed[start : start + 500])
        found |= dict(chosen.values_list("uuid", "unit_id"))
    return found
