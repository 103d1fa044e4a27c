"""Which matters a unit keeps or raised: waiting, late, answered, closed; one line each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.units.queries.at_work import standing_in
from lantoa.units.queries.within import among

Sort = MatterStep.Sort
WAITING = Q(sort__in=MatterStep.OPEN)


class Which(StrEnum):
    """Which matters of a unit are listed; the words of addresses."""

    WAITING = "dang-cho"
    LATE = "qua-han"
    ANSWERED = "da-tra-loi"
    CLOSED = "khep-lai"
    HANDED = "da-chuyen"
    RAISED = "da-neu"


@dataclass(frozen=True)
class MatterCounts:
    """How many matters wait, how many of these are late, how many are answered or closed.

    `answered_late` are among the answered: their answer came after the day it was due.
    """

    waiting: int = 0
    late: int = 0
    answered: int = 0
    answered_late: int = 0
    closed: int = 0

    @property
    def all(self) -> int:
        """Return how many there are."""
        return self.waiting + self.answered + self.closed


@dataclass(frozen=True)
class MatterLine:
    """One matter with the step it stands at, and the unit that has it today."""

    matter: RaisedMatter
    step: MatterStep
    keeper: int
    on: date

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for its keeper."""
        return self.step.sort in MatterStep.OPEN

    @property
    def is_late(self) -> bool:
        """Tell whether it waits longer than it may, or was answered after it was due."""
        return self.step.due < (self.on if self.is_open else self.step.on)

    @property
    def state(self) -> str:
        """Return the word of its badge."""
        if self.is_open:
            return "refused" if self.is_late else "wait"
        return "done" if self.step.sort == Sort.ANSWERED else "quiet"

    @property
    def standing(self) -> str:
        """Say where it stands."""
        if self.is_open:
            late = (self.on - self.step.due).days
            return f"quá hạn {late} ngày" if late > 0 else "đang chờ"
        if self.step.sort == Sort.CLOSED:
            return "khép lại, không trả lời"
        return "đã trả lời, quá hạn" if self.is_late else "đã trả lời"


def _last_steps() -> QuerySet[MatterStep]:
    """Return the steps at which matters stand: believed, and none that is believed after them."""
    after = MatterStep.objects.filter(after=OuterRef("uuid"), superseded_at__isnull=True)
    return MatterStep.objects.filter(~Exists(after), superseded_at__isnull=True)


def kept_by(units: Collection[int]) -> QuerySet[MatterStep]:
    """Return the steps at which the matters stand that some units keep."""
    return among(_last_steps(), "keeper_id", units)


def counts(units: Collection[int], *, today: date) -> MatterCounts:
    """Return how many matters of some units wait, are late, answered, closed; one SELECT."""
    return _counted(kept_by(units), today)


def counts_of_origins(origins: Collection[str], *, today: date) -> MatterCounts:
    """Return the same of the matters that came out of some records; one SELECT."""
    return _counted(_of(_from(origins)), today)


def _counted(steps: QuerySet[MatterStep], today: date) -> MatterCounts:
    found = steps.aggregate(
        waiting=Count("pk", filter=WAITING),
        late=Count("pk", filter=WAITING & Q(due__lt=today)),
        answered=Count("pk", filter=Q(sort=Sort.ANSWERED)),
        answered_late=Count("pk", filter=Q(sort=Sort.ANSWERED, on__gt=F("due"))),
        closed=Count("pk", filter=Q(sort=Sort.CLOSED)),
    )
    return MatterCounts(**found)


def listed(units: Collection[int], which: Which, *, today: date) -> QuerySet[MatterStep]:
    """Return the steps at which the asked matters of some units stand.

    What waits comes in the order of its days, the latest step of all else first.
    """
    if which is Which.RAISED:
        raised = among(RaisedMatter.objects.all(), "raised_by_id", units)
        return _of(raised.filter(superseded_at__isnull=True)).order_by("-on", "-pk")
    if which is Which.HANDED:
        handed = among(MatterStep.objects.filter(sort=Sort.HANDED), "unit_id", units)
        told = handed.filter(superseded_at__isnull=True).values("matter")
        return _last_steps().filter(matter__in=told).order_by("-on", "-pk")
    kept = kept_by(units)
    if which is Which.ANSWERED:
        return kept.filter(sort=Sort.ANSWERED).order_by("-on", "-pk")
    if which is Which.CLOSED:
        return kept.filter(sort=Sort.CLOSED).order_by("-on", "-pk")
    late = Q(due__lt=today) if which is Which.LATE else Q()
    return kept.filter(WAITING & late).order_by("due", "pk")


def _of(raised: QuerySet[RaisedMatter]) -> QuerySet[MatterStep]:
    return _last_steps().filter(matter__in=raised.values("uuid"))


def _from(origins: Collection[str]) -> QuerySet[RaisedMatter]:
    rows = RaisedMatter.objects.filter(superseded_at__isnull=True)
    return among(rows, "origin", origins)


def of_origin(origin: str, *, today: date) -> list[MatterLine]:
    """Return the matters that came out of a record, as they were raised."""
    return lines(_of(_from([origin])).order_by("pk"), today=today)


def lines(steps: Iterable[MatterStep], *, today: date) -> list[MatterLine]:
    """Return matters by the steps at which they stand, in their order; three SELECTs more."""
    found = list(steps)
    wanted: set[UUID] = {step.matter for step in found}
    rows = RaisedMatter.objects.filter(uuid__in=wanted, superseded_at__isnull=True)
    matters = {row.uuid: row for row in rows}
    keepers = standing_in({step.keeper_id for step in found}, on=today)
    return [
        MatterLine(matters[step.matter], step, keepers[step.keeper_id], today) for step in found
    ]
