"""What the first page of a cell tells: what it recorded this month, and how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import make_aware

from lantoa.figures.period import Period
from lantoa.records.record.kinds import KindConfig, counted_kinds, kinds
from lantoa.records.record.models import Record
from lantoa.records.record.pages import Action
from lantoa.records.record.queries import doubts_standing, listed
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import Portrait
from lantoa.units.queries.portrait import kind_since

R = TypeVar("R", bound=Record)
MOST = 10


@dataclass(frozen=True)
class Recorded:
    """One record as the list on a phone shows it."""

    day: date
    title: str
    sort: str
    url: str


@dataclass(frozen=True)
class Offer:
    """A big button: its words, its picture, and the form that it opens."""

    label: str
    note: str
    icon: str
    url: str


@dataclass(frozen=True)
class Listed:
    """A link to everything that a unit recorded of one kind."""

    label: str
    url: str


@dataclass(frozen=True)
class ToLookAt:
    """One record about which something is odd, with the question that was put."""

    title: str
    words: str
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


def offered(unit: Portrait) -> list[Offer]:
    """Return the big buttons that a unit is offered, kind of record by kind of record."""
    return [
        Offer(action.label, action.note, action.icon, _address(kind, unit, action))
        for kind in kinds()
        for action in kind.pages.actions
        if not action.of or unit.kind in action.of
    ]


def _address(kind: KindConfig, unit: Portrait, action: Action) -> str:
    filled = f"?{urlencode(action.filled)}" if action.filled else ""
    return f"{kind.at('record', unit)}{filled}"


def lists(unit: Portrait) -> list[Listed]:
    """Return the lists of what a unit recorded, of the kinds that a phone offers."""
    return [
        Listed(f"Tất cả {kind.pages.many[:1].lower()}{kind.pages.many[1:]}", kind.at("list", unit))
        for kind in kinds()
        if kind.pages.actions
    ]


def recorded_this_month(unit: Unit, *, on: date) -> list[Recorded]:
    """Return the last ten records that speak of this month, or were recorded in it."""
    found = [
        Recorded(row.last_day, str(row), kind.pages.line(row), kind.at("show", row))
        for kind in kinds()
        if kind.pages.actions
        for row in _this_month(listed(kind.done.model, unit), on=on)
    ]
    return sorted(found, key=lambda each: each.day, reverse=True)[:MOST]


def _this_month(rows: QuerySet[R], *, on: date) -> QuerySet[R]:
    first = on.replace(day=1)
    since = make_aware(datetime.combine(first, time.min))
    live = rows.filter(superseded_at__isnull=True)
    return live.filter(Q(last_day__gte=first) | Q(recorded_at__gte=since))[:MOST]


def to_look_at(unit: Unit) -> list[ToLookAt]:
    """Return what a unit recorded and somebody has yet to look at, what was recorded last first."""
    return [
        ToLookAt(each.title, each.words, reverse(f"{each.record_kind}:show", args=[each.record]))
        for each in doubts_standing([unit.pk])[:MOST]
    ]


def standing(unit: Unit, *, shown: Portrait, on: date) -> Standing | None:
    """Return in which months of this year a cell has met; None for what is no cell on the day."""
    if shown.kind != Kind.CELL:
        return None
    year = Period(date(on.year, 1, 1), on)
    held = {month for each in _held(unit, within=year) for month in _months(each, within=year)}
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


def _held(unit: Unit, *, within: Period) -> Iterator[Record]:
    """Yield the records by which a month is one in which a cell has met."""
    for kind in counted_kinds():
        if (monthly := kind.counted.monthly) is not None:
            rows = listed(kind.done.model, unit).filter(monthly, superseded_at__isnull=True)
            yield from rows.filter(last_day__gte=within.first, first_day__lte=within.last)


def _months(meeting: Record, *, within: Period) -> range:
    first, last = max(meeting.first_day, within.first), min(meeting.last_day, within.last)
    return range(first.month, last.month + 1)
