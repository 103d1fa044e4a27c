"""Going on with a matter: its keeper answers it, hands it on, or closes it without an answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.formats.texts import matter_text
from lantoa.matters.access import refuse_stranger
from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.operations.raising import OUT_OF_REACH, said
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL
from lantoa.seals.inserting import insert
from lantoa.trail.operations import note
from lantoa.units.models import Unit
from lantoa.units.queries.at_work import around, standing_in

Sort = MatterStep.Sort
LONGEST_REASON = 300
MOVED = "Vừa có người xử lý việc này. Hãy mở lại trang của việc để xem."
DONE_WITH = "Việc này đã trả lời hoặc đã khép lại. Muốn làm lại, hãy rút bước cuối trước."
MISSING = {
    Sort.ANSWERED: "Hãy ghi nội dung trả lời.",
    Sort.HANDED: "Hãy ghi vì sao chuyển.",
    Sort.CLOSED: "Hãy ghi vì sao khép lại mà không trả lời.",
}


@dataclass(frozen=True, kw_only=True)
class Move:
    """What somebody goes on with: on which day, in which words, from the step that they saw.

    `key` makes sending it again the same step.
    """

    key: UUID
    seen: UUID
    on: date
    words: str


def answer(matter: UUID, *, move: Move, by: User, at: datetime) -> MatterStep:
    """Answer a matter in the name of its keeper.

    Like all that goes on with a matter it raises PermissionDenied for who may not record at the
    keeper, and ValidationError by field where the day cannot be, the words may not be kept here,
    or somebody else was first.
    """
    return _go_on(matter, Sort.ANSWERED, move, by=by, at=at)


def close(matter: UUID, *, move: Move, by: User, at: datetime) -> MatterStep:
    """Close a matter without an answer, with the reason."""
    return _go_on(matter, Sort.CLOSED, move, by=by, at=at)


def hand_on(matter: UUID, *, move: Move, to: Unit, due: date, by: User, at: datetime) -> MatterStep:
    """Hand a matter on to another unit, with the reason and the day until which it is due."""
    return _go_on(matter, Sort.HANDED, move, by=by, at=at, to=to, due=due)


@transaction.atomic
def _go_on(
    matter: UUID,
    sort: MatterStep.Sort,
    move: Move,
    *,
    by: User,
    at: datetime,
    to: Unit | None = None,
    due: date | None = None,
) -> MatterStep:
    today = localtime(at).date()
    last = last_step(matter, seen=move.key)
    keeper = keeper_of(last, on=today)
    refuse_stranger(by, at=[keeper.pk], on=today)
    if last.uuid == move.key:
        return last
    if last.uuid != move.seen:
        raise ValidationError(MOVED)
    if last.sort not in MatterStep.OPEN:
        raise ValidationError(DONE_WITH)
    step = MatterStep(uuid=move.key, matter=matter, after=last.uuid, sort=sort, on=move.on)
    step.unit, step.keeper, step.due = keeper, to or keeper, due or last.due
    problems = _wrong(step, last, today=today)
    step.words = said("words", move.words, missing=MISSING[sort], problems=problems)
    if problems:
        raise ValidationError(dict(problems))
    return _written(step, by=by, at=at)


def _wrong(step: MatterStep, last: MatterStep, *, today: date) -> dict[str, str | list[str]]:
    problems: dict[str, str | list[str]] = {}
    if step.on > today:
        problems["on"] = f"Ngày {write_day(step.on)} còn ở phía trước. Chỉ ghi việc đã làm."
    elif step.on < last.on:
        problems["on"] = f"Ngày này sớm hơn bước trước ({write_day(last.on)})."
    if step.sort != Sort.HANDED:
        return problems
    if step.due < step.on:
        problems["due"] = "Hạn trả lời phải từ ngày chuyển trở đi."
    if step.keeper == step.unit:
        problems["keeper"] = "Việc đang ở chính đơn vị này. Hãy chọn đơn vị khác."
    elif step.keeper.pk not in around(step.unit.pk, on=today):
        problems["keeper"] = OUT_OF_REACH
    return problems


def _written(step: MatterStep, *, by: User, at: datetime) -> MatterStep:
    step.recorded_by, step.recorded_at = by, at
    insert(step, taken=MOVED)
    deed = {Sort.ANSWERED: "answer", Sort.HANDED: "hand_on", Sort.CLOSED: "close"}
    note(
        by=by,
        at=at,
        home=step.unit.home,
        deed=f"matters.{deed[Sort(step.sort)]}",
        about=[step.matter, step.uuid, step.unit.uuid],
        after={"keeper": step.keeper.uuid, "on": step.on, "due": step.due},
    )
    return step


@transaction.atomic
def take_back(matter: UUID, *, seen: UUID, reason: str, by: User, at: datetime) -> None:
    """Take the last step of a matter back with a reason: what stood before stands again.

    Only the unit that did it may; the first step goes only with the matter itself.
    """
    today = localtime(at).date()
    last = last_step(matter)
    refuse_stranger(by, at=standing_in([last.unit_id], on=today).values(), on=today)
    if last.uuid != seen:
        raise ValidationError(MOVED)
    if last.after is None:
        raise ValidationError("Việc mới được giao, chưa có bước nào để rút.")
    told = told_why(reason, missing="Hãy ghi lý do rút.")
    close_steps([last], by=by, at=at, reason=told)
    note(
        by=by,
        at=at,
        home=last.unit.home,
        deed="matters.take_back",
        about=[matter, last.uuid],
        after={"reason": told},
    )


def told_why(reason: str, *, missing: str) -> str:
    """Return a reason as it is kept; raises ValidationError beside its box."""
    try:
        return matter_text(reason, longest=LONGEST_REASON, missing=missing)
    except ValidationError as refusal:
        raise ValidationError({"reason": refusal.messages}) from None


def last_step(matter: UUID, *, seen: UUID | None = None) -> MatterStep:
    """Return the last step of a matter, its row locked for whoever goes on from it.

    `seen` is a step that is returned where it is there, though others came after it. Raises
    PermissionDenied where there is no such matter.
    """
    raised = RaisedMatter.objects.filter(uuid=matter, superseded_at__isnull=True)
    if not raised.select_for_update().exists():
        raise PermissionDenied(REFUSAL)
    steps = MatterStep.objects.filter(matter=matter, superseded_at__isnull=True)
    found = list(steps.select_related("unit", "keeper"))
    followed = {step.after for step in found}
    again = next((step for step in found if step.uuid == seen), None)
    return again or next(step for step in found if step.uuid not in followed)


def keeper_of(step: MatterStep, *, on: date) -> Unit:
    """Return the unit that has a matter on a day: its keeper, or who stands in for it."""
    stands_in = standing_in([step.keeper_id], on=on)[step.keeper_id]
    return step.keeper if stands_in == step.keeper_id else Unit.objects.get(pk=stands_in)


def close_steps(steps: Collection[MatterStep], *, by: User, at: datetime, reason: str) -> None:
    """Close steps with a reason; raises ValidationError where one is closed already."""
    live = MatterStep.objects.filter(pk__in=[each.pk for each in steps], superseded_at__isnull=True)
    if live.update(superseded_at=at, superseded_by=by, reason=reason) != len(steps):
        raise ValidationError(MOVED)
