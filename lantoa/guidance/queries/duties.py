"""Who owes which kind of record in a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lantoa.figures.period import Period
from lantoa.guidance.models import Obligation, Rhythm
from lantoa.units.models import END
from lantoa.units.queries.plain import ask, believed, day


@dataclass(frozen=True)
class Duty:
    """How often a kind of unit owes a kind of record, from a day to the day before another.

    `due_day` is the day of the month after, by which what is owed every month must be there.
    """

    unit_kind: str
    record_kind: str
    rhythm: Rhythm
    due_day: int | None
    since: date
    until: date
    source: str

    @property
    def is_anything(self) -> bool:
        """Tell whether anything is owed; "not at all" is said too."""
        return self.rhythm is not Rhythm.NEVER

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.since <= day < self.until

    def is_owed_in(self, period: Period) -> bool:
        """Tell whether anything is owed on some day of a period."""
        meets = self.since <= period.last and self.until > period.first
        return meets and self.is_anything

    def is_over(self, month: date, *, by: date) -> bool:
        """Tell whether what is owed for the month of a day had to be there before another day."""
        year, after = divmod(month.year * 12 + month.month, 12)
        return date(year, after + 1, self.due_day or 1) < by


OBLIGATIONS = (
    "SELECT unit_kind, record_kind, rhythm, due_day, since, source FROM guidance_obligation"
)


def duties(as_known: datetime | None = None) -> list[Duty]:
    """Return who owes what over all time, earliest first; one SELECT.

    What no row speaks of is not owed.
    """
    condition, moments = believed(as_known)
    until: dict[tuple[str, str], date] = {}
    found = []
    for unit_kind, record_kind, rhythm, due_day, since, source in ask(
        f"{OBLIGATIONS} WHERE {condition} ORDER BY since DESC", moments
    ):
        pair, first = (unit_kind, record_kind), day(since)
        last = until.get(pair, END)
        found.append(Duty(*pair, Rhythm(rhythm), due_day, first, last, source))
        until[pair] = first
    return found[::-1]


def owing_kinds(found: Iterable[Duty], period: Period) -> dict[str, set[str]]:
    """Return, by kind of record, the kinds of unit that owe it on some day of a period."""
    owing: dict[str, set[str]] = {}
    for each in found:
        if each.is_owed_in(period):
            owing.setdefault(each.record_kind, set()).add(each.unit_kind)
    return owing


@dataclass(frozen=True)
class ObligationRow:
    """One believed row of who owes what, in words, with who recorded it when."""

    uuid: UUID
    words: str
    recorded_by: str
    recorded_at: datetime


def obligations_of(record_kind: str) -> list[ObligationRow]:
    """Return what people wrote down of who owes a kind of record, latest first.

    What came with the programme and was not changed stands in the duties alone.
    """
    rows = Obligation.objects.filter(
        record_kind=record_kind, superseded_at__isnull=True, recorded_by__isnull=False
    )
    found = rows.select_related("recorded_by").order_by("-recorded_at", "-pk")
    return [
        ObligationRow(each.uuid, str(each), str(each.recorded_by), each.recorded_at)
        for each in found
    ]


def obligation(uuid: UUID) -> Obligation | None:
    """Return one row of who owes what, believed or not; None where there is none."""
    return Obligation.objects.filter(uuid=uuid).first()
