"""Asking for rows of any kind of record."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import Rhythm
from lantoa.guidance.queries import duties
from lantoa.records.record.columns import columns_of
from lantoa.records.record.kinds import KindConfig, kind_of
from lantoa.records.record.models import BroughtBack, Doubt, NothingHappened, Record
from lantoa.records.record.queries.tied import TIED
from lantoa.records.record.sums import Scope, among_units
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portrait
from lantoa.units.queries.plain import ask, believed, day
from lantoa.units.queries.within import among

R = TypeVar("R", bound=Record)


def last_recorded(
    kinds: Sequence[KindConfig], units: Collection[int], as_known: datetime | None = None
) -> date | None:
    """Return the last day of which some units recorded anything; one SELECT for all kinds."""
    condition, moments = believed(as_known)
    chosen, listed = among_units(units)
    tables = [kind.counted.model._meta.db_table for kind in kinds]
    parts = [
        f"SELECT MAX(last_day) FROM {table} WHERE {condition} AND {chosen}"  # noqa: S608 - our own
        for table in tables
    ]
    found = ask(" UNION ALL ".join(parts), [*moments, listed] * len(parts)) if parts else []
    return max((day(last) for (last,) in found if last is not None), default=None)


Days = tuple[int, date, date]
"""A unit, and the first and last day of what it said."""


def days_recorded(kind: KindConfig, stretch: Scope, as_known: datetime | None = None) -> list[Days]:
    """Return by which days some units recorded anything of a kind that meets a period."""
    return _meeting(kind.counted.model._default_manager.all(), stretch, as_known)


def days_done(kind: KindConfig, stretch: Scope, as_known: datetime | None = None) -> list[Days]:
    """Return by which days some units recorded what makes a month of a kind done."""
    rows, monthly = kind.counted.model._default_manager.all(), kind.counted.monthly
    return _meeting(rows if monthly is None else rows.filter(monthly), stretch, as_known)


def days_of_nothing(
    kind: KindConfig, stretch: Scope, as_known: datetime | None = None
) -> list[Days]:
    """Return for which days that meet a period some units said that nothing happened."""
    return _meeting(NothingHappened.objects.filter(record_kind=kind.code), stretch, as_known)


def _meeting(rows: Any, stretch: Scope, as_known: datetime | None) -> list[Days]:
    found = _within_or_over(rows, stretch, as_known).order_by()
    return list(found.values_list("unit_id", "first_day", "last_day").distinct())


def _within_or_over(rows: Any, stretch: Scope, as_known: datetime | None) -> Any:
    period, found = stretch.period, rows.believed(as_known).of(stretch.units)
    return found.filter(first_day__lte=period.last, last_day__gte=period.first)


def who_said_nothing_happened(
    stretch: Scope, as_known: datetime | None = None
) -> dict[str, set[int]]:
    """Return, by kind, the units that said of days of a period that nothing happened; one SELECT.

    What they said of a part of the period counts for it, as one record in it does.
    """
    condition, moments = believed(as_known)
    chosen, listed = among_units(stretch.units)
    rows = ask(
        "SELECT record_kind, unit_id FROM record_nothinghappened "  # noqa: S608 - our own
        f"WHERE {condition} AND first_day <= %s AND last_day >= %s AND {chosen}",
        [*moments, stretch.period.last, stretch.period.first, listed],
    )
    found: dict[str, set[int]] = {}
    for kind, unit in rows:
        found.setdefault(kind, set()).add(unit)
    return found


def nothing_said(kind: str, unit: Unit) -> list[NothingHappened]:
    """Return what a unit says now of periods in which nothing of a kind happened, latest first."""
    rows = NothingHappened.objects.filter(unit=unit, record_kind=kind, superseded_at__isnull=True)
    found = rows.select_related("recorded_by").order_by("-last_day", "-pk")
    return cast("list[NothingHappened]", list(found))


def nothing_offered(kind: str, unit: Unit, *, today: date) -> list[Period]:
    """Return the periods of which a unit that owes a kind would say that nothing happened.

    What is owed every month: the last month and this one, else the last year and this one, up to
    today; without those of which anything was recorded or said already.
    """
    shown = portrait(unit, on=today)
    pair = (shown.kind, kind)
    owed = [each for each in duties() if (each.unit_kind, each.record_kind) == pair]
    rhythm = next((each.rhythm for each in owed if each.holds_on(today)), Rhythm.NEVER)
    offered = [lived(period, shown) for period in _lately(rhythm, today)]
    return [each for each in offered if each and not _is_spoken_of(kind, unit, each)]


def _lately(rhythm: Rhythm, today: date) -> list[Period]:
    if rhythm is Rhythm.NEVER:
        return []
    first = today.replace(day=1) if rhythm is Rhythm.MONTHLY else date(today.year, 1, 1)
    last = first - timedelta(days=1)
    months = (last.month, last.month) if rhythm is Rhythm.MONTHLY else (1, 12)
    return [Period.months(last.year, *months), Period(first, today)]


def lived(period: Period, unit: Portrait) -> Period | None:
    """Return the part of a period in which a unit was at work; None where it was not."""
    last = min(period.last, unit.last_day or period.last)
    first = max(period.first, unit.founded)
    return Period(first, last) if first <= last else None


def _is_spoken_of(kind: str, unit: Unit, period: Period) -> bool:
    stretch, asked = Scope([unit.pk], period), kind_of(kind)
    return bool(days_recorded(asked, stretch) or days_of_nothing(asked, stretch))


def asked_of(model: type[R], units: Collection[int], asked: Question) -> Any:
    """Return the rows of some units that a question asks for, in no order."""
    found = model._default_manager.believed(asked.as_known).of(units).within(asked.period)
    return found.of_movement(asked.movement)


def with_figure(model: type[R], figure: Any, asked: Question) -> list[tuple[R, int | None]]:
    """Return the records of one unit in a period with what each adds to a figure; latest first."""
    rows = asked_of(model, [asked.unit], asked)
    rows = rows.select_related(*lists_of(model)) if lists_of(model) else rows
    found = rows.annotate(adds=figure).order_by("-last_day", "-pk")
    return [(cast("R", row), getattr(row, "adds")) for row in found]  # noqa: B009 - annotated


def rows(model: type[R], units: Collection[int], asked: Question) -> list[R]:
    """Return the records of some units in a period, latest first, as known when asked about."""
    found = asked_of(model, units, asked)
    named = found.select_related(*lists_of(model)) if lists_of(model) else found
    told = model.completed(named, asked.as_known)
    return cast("list[R]", list(told.order_by("-last_day", "-pk")))


def newest_under(model: type[R], unit: Unit, *, key: str) -> R | None:
    """Return the latest version of what a unit wrote down under a key, with what it refers to."""
    rows = model._default_manager.filter(key=key, unit=unit).select_related("unit", "recorded_by")
    return cast("R | None", rows.order_by("-pk").first())


def lists_of(model: type[Record]) -> list[str]:
    """Return the names of the columns of a kind that point to a row: of a kept list, or a name."""
    return [each.name for each in columns_of(model) if each.many_to_one]


def versions(model: type[R], uuid: Any) -> list[R]:
    """Return every version of one record, latest first."""
    found = model._default_manager.filter(uuid=uuid)
    named = ("unit", "recorded_by", "superseded_by", *lists_of(model))
    rows = found.select_related(*named).prefetch_related(TIED).order_by("-pk")
    return cast("list[R]", list(model.completed(rows)))


def listed(model: type[R], unit: Unit) -> QuerySet[R]:
    """Return the latest version of each record of a unit, withdrawn ones too, latest day first."""
    later = model._default_manager.filter(uuid=OuterRef("uuid"), pk__gt=OuterRef("pk"))
    latest = Q(superseded_at__isnull=True) | (Q(is_withdrawn=True) & ~Exists(later))
    rows = model._default_manager.filter(latest, unit=unit).select_related(
        "recorded_by", *lists_of(model)
    )
    return cast("QuerySet[R]", model.completed(rows).order_by("-last_day", "-pk"))


@dataclass(frozen=True)
class DoubtsCounted:
    """How many records may be one too many, and how many leave something open."""

    twins: int
    gaps: int


def doubts_counted(units: Collection[int], as_known: datetime | None = None) -> DoubtsCounted:
    """Return how much stands to be looked at in some units, whatever its days; one SELECT."""
    chosen, listed_units = among_units(units)
    stands, moments = "settled_at IS NULL", list[Any]()
    if as_known:
        stands = "asked_at <= %s AND (settled_at IS NULL OR settled_at > %s)"
        moments = [connection.ops.adapt_datetimefield_value(as_known)] * 2
    ((twins, gaps),) = ask(
        "SELECT COUNT(DISTINCT CASE WHEN twin IS NOT NULL THEN record END), "  # noqa: S608 - our own
        "COUNT(DISTINCT CASE WHEN twin IS NULL THEN record END) "
        f"FROM record_doubt WHERE {stands} AND {chosen}",
        [*moments, listed_units],
    )
    return DoubtsCounted(twins, gaps)


def doubts_standing(units: Collection[int]) -> QuerySet[Doubt]:
    """Return what stands to be looked at in some units, what was recorded last first."""
    found = Doubt.objects.filter(settled_at__isnull=True).select_related("asked_of")
    return among(found, "unit_id", units).order_by("-asked_at", "-pk")


def doubts_of(record: UUID) -> list[Doubt]:
    """Return what stands about a record, or about another for being like it."""
    found = Doubt.objects.filter(Q(record=record) | Q(twin=record), settled_at__isnull=True)
    return list(found.select_related("asked_of").order_by("pk"))


def settled_of(record: UUID) -> list[Doubt]:
    """Return what somebody said is right about a record, earliest first."""
    found = Doubt.objects.filter(record=record, how=Doubt.How.RIGHT).select_related("settled_by")
    return list(found.order_by("settled_at", "pk"))


def doubt(uuid: UUID, record: UUID) -> Doubt | None:
    """Return one thing that was odd about a record, settled or not; None where there is none."""
    return Doubt.objects.filter(uuid=uuid, record=record).select_related("unit").first()


def returns_of(record: UUID) -> dict[datetime, BroughtBack]:
    """Return why a record was brought back, by the moment of each new row."""
    return {each.at: each for each in BroughtBack.objects.filter(record=record)}
