"""What the first page of a cell tells: what it recorded this month, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import make_aware

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.record.kinds import KindConfig, counted_kinds, kinds
from lantoa.records.record.models import Record
from lantoa.records.record.pages import Action
from lantoa.records.record.queries import doubts_standing, listed
from lantoa.tally.queries.owing import Months, months_owed
from lantoa.tally.queries.tasks import TaskStanding, given_to
from lantoa.units.models import Unit
from lantoa.units.queries import Album, Portrait

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
    """A big button: its words, its picture, the form that it opens; folded if it is seldom used."""

    label: str
    note: str
    icon: str
    url: str
    is_first: bool = True


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


def open_tasks(unit: Unit, *, on: date) -> list[TaskStanding]:
    """Return what a unit was given to do and is not done, the soonest due first."""
    return [each for each in given_to(unit, on=on) if not each.is_done]


@dataclass(frozen=True)
class Standing:
    """The months of a year of which a cell owes a meeting, by what it said of them."""

    year: int
    months: Months

    @property
    def due(self) -> str:
        """Say what is still to do and not late yet; empty where nothing is."""
        named = self._named(self.months.waiting)
        return f"Tháng {named} chưa ghi buổi sinh hoạt chi bộ nào." if named else ""

    @property
    def missed(self) -> str:
        """Name the months that are late."""
        return self._named(self.months.missing)

    @property
    def met(self) -> str:
        """Name the months in which the cell has met."""
        return self._named(self.months.done)

    @property
    def nothing(self) -> str:
        """Name the months in which nothing happened, as the cell said."""
        return self._named(self.months.nothing)

    @staticmethod
    def _named(months: Sequence[Period]) -> str:
        return ", ".join(str(each.first.month) for each in months)


def offered(unit: Portrait) -> list[Offer]:
    """Return the big buttons that a unit is offered, kind of record by kind of record."""
    return [
        Offer(
            action.label,
            action.note,
            action.icon,
            _address(kind, unit, action),
            is_first=action.first_of is None or unit.kind in action.first_of,
        )
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


def standing(unit: int, *, album: Album, on: date) -> Standing | None:
    """Return how a unit stands this year with what it owes each month; None where it owes nothing.

    It is the answer of the desk, with the month that still runs.
    """
    year = Question(unit, Period.months(on.year, 1, on.month))
    for kind in counted_kinds():
        if kind.counted.monthly is not None:
            found = months_owed(kind, [unit], year, by=on, album=album)
            return Standing(on.year, found[unit]) if found else None
    return None
