"""Which documents and themes hold in a period, and what a unit can teach on a day."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from lantoa.figures.period import Period
from lantoa.guidance.models import FrameworkDocument, GuidanceRow, Theme
from lantoa.units.queries import path_above

R = TypeVar("R", bound=GuidanceRow)


def way_to(unit: int, *, on: date) -> list[int]:
    """Return a unit and all above it on the chart of a day: whose guidance holds for it."""
    return [unit, *path_above(unit, on=on)]


def leading_documents(
    period: Period, *, way: Collection[int] = (), as_known: datetime | None = None
) -> list[FrameworkDocument]:
    """Return the documents that reports are written on, in force on some day of a period.

    Earliest first: those that hold for all, and those that a unit of `way` set.
    """
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=period.first)
    found = FrameworkDocument.objects.believed(as_known).seen_by(way)
    return list(
        found.filter(still, valid_from__lte=period.last, leads=True).order_by("valid_from", "pk")
    )


def teachable_documents(on: date, *, way: Collection[int] = ()) -> QuerySet[FrameworkDocument]:
    """Return the documents issued by a day, latest first: what a meeting of that day can teach.

    Of a document whose day nobody knows, the day counts from which it is in force; without that,
    it can be taught on any day.
    """
    found = FrameworkDocument.objects.believed().seen_by(way)
    since = Coalesce("issued_on", "valid_from")
    dated = found.annotate(since=since).filter(Q(since__isnull=True) | Q(since__lte=on))
    return dated.order_by(F("since").desc(nulls_last=True), "number", "pk")


def teachable_themes(on: date, *, way: Collection[int] = ()) -> QuerySet[Theme]:
    """Return the themes that have begun by a day, latest first."""
    found = Theme.objects.believed().seen_by(way)
    return found.filter(first_day__lte=on).order_by("-first_day", "short", "pk")


def current(rows: Collection[R]) -> list[R]:
    """Return the versions believed now of some rows; what was taken back stays as it is."""
    if not rows:
        return []
    model = type(next(iter(rows)))
    believed = model.objects.believed().filter(uuid__in=[each.uuid for each in rows])
    now = {each.uuid: each for each in believed}
    return [now.get(each.uuid, each) for each in rows]


SAID_SINCE: dict[type[GuidanceRow], tuple[str, ...]] = {
    FrameworkDocument: ("issued_on", "number"),
    Theme: ("first_day", "title"),
}
"""By what they are told in a list, the earliest first; of an unknown day last."""


def last_versions(
    model: type[R], uuids: Collection[UUID], *, as_known: datetime | None = None
) -> dict[UUID, R]:
    """Return the last version of some documents or themes, by identity, earliest first.

    Of one that was first written down after the moment whose knowledge counts, the first version.
    """
    found: dict[UUID, R] = {}
    for each in model.objects.filter(uuid__in=list(uuids)).order_by("pk"):
        if each.uuid not in found or as_known is None or each.recorded_at <= as_known:
            found[each.uuid] = each
    return dict(sorted(found.items(), key=lambda pair: _order(pair[1])))


def _order(row: GuidanceRow) -> tuple[date, str]:
    day, name = (getattr(row, column) for column in SAID_SINCE[type(row)])
    return day or date.max, name
