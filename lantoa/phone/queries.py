"""What the first page of a cell tells: what it recorded this month, and how it stands."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import make_aware

from lantoa.figures.period import Period
from lantoa.records.meetings import queries as meetings_of
from lantoa.records.record.models import Record
from lantoa.records.works import queries as works_of
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import Portrait
from lantoa.units.queries.portrait import kind_since

R = TypeVar("R", bound=Record)
MOST = 10
HELD_MONTHLY = ("regular", "thematic")
"""A cell comes together every month; a month with a thematic meeting has had one."""


@dataclass(frozen=True)
class Recorded:
    """One record as the list on a phone shows it."""

    day: date
    title: str
    sort: str
    url: str


@dataclass(frozen=True)
class Standing:
    """In which months of a year a cell has met and in which not; this month stands apart."""

    year: int
    met: list[int]
    missed: list[int]
    month: int
    met_this_month: bool

    @property
    def due(self) -> str:
        """Say what is still to do this month; empty where nothing is."""
        done = self.met_this_month
        return "" if done else f"Tháng {self.month} chưa ghi buổi sinh hoạt chi bộ nào."


def recorded_this_month(unit: Unit, *, on: date) -> list[Recorded]:
    """Return the last ten meetings and works that happened, or were recorded, this month."""
    meetings = _this_month(meetings_of.listed(unit), on=on)
    works = _this_month(works_of.listed(unit), on=on)
    found = [
        *(_shown("meetings", each, each.topic, each.get_sort_display()) for each in meetings),
        *(_shown("works", each, each.title, each.get_sort_display()) for each in works),
    ]
    return sorted(found, key=lambda each: each.day, reverse=True)[:MOST]


def _shown(kind: str, record: Record, title: str, sort: str) -> Recorded:
    return Recorded(record.last_day, title, sort, reverse(f"{kind}:show", args=[record.uuid]))


def _this_month(rows: QuerySet[R], *, on: date) -> QuerySet[R]:
    first = on.replace(day=1)
    since = make_aware(datetime.combine(first, time.min))
    live = rows.filter(superseded_at__isnull=True)
    return live.filter(Q(last_day__gte=first) | Q(recorded_at__gte=since))[:MOST]


def standing(unit: Unit, *, shown: Portrait, on: date) -> Standing | None:
    """Return in which months of this year a cell has met; None for what is no cell on the day."""
    if shown.kind != Kind.CELL:
        return None
    year = Period(date(on.year, 1, 1), on)
    met = meetings_of.listed(unit).filter(superseded_at__isnull=True, sort__in=HELD_MONTHLY)
    days = met.filter(last_day__gte=year.first, first_day__lte=on)
    held = {month for each in days for month in _months(each, within=year)}
    began = kind_since(unit.pk, on=on) or shown.founded
    first = began.month if began.year == on.year else 1
    past = range(first, on.month)
    return Standing(
        year=on.year,
        met=[month for month in past if month in held],
        missed=[month for month in past if month not in held],
        month=on.month,
        met_this_month=on.month in held,
    )


def _months(meeting: Record, *, within: Period) -> range:
    first, last = max(meeting.first_day, within.first), min(meeting.last_day, within.last)
    return range(first.month, last.month + 1)
