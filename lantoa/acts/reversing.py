"""Undoing a decision while nothing is built on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from lantoa.acts.checks import wrongs
from lantoa.acts.loading import bearers, picture
from lantoa.acts.matters import ANY_POST, Inquiry, Matter, references
from lantoa.acts.models import Act
from lantoa.figures.period import write_day
from lantoa.people.models import User
from lantoa.trail.operations import note
from lantoa.units.models import BEGINNING, Code, KindChange, Name, Placement, Strength, Succession
from lantoa.units.operations.rows import structure
from lantoa.units.queries import portraits
from lantoa.units.queries.within import among

DATED: tuple[Any, ...] = (Name, Code, KindChange, Placement, Strength)
CHANGED = {
    Name: "đổi tên",
    Code: "đổi mã",
    KindChange: "đổi loại",
    Placement: "thay đổi nơi trực thuộc",
    Strength: "ghi số đảng viên",
}
MOST_NAMED = 10


def reverse(
    act: Act, *, reason: str, by: User, at: datetime, questions: Sequence[Inquiry] = ()
) -> Act:
    """Undo a decision: its rows are believed no more, and the places before them last as they did.

    `questions` say in better words than the tables what other packages built on the units that it
    opened. Raises ValidationError
    where it is not approved, without a reason, while anything is built on it, or where what would
    come back no longer fits.
    """
    with structure():
        act = Act.objects.select_for_update().get(pk=act.pk)
        if act.state != Act.State.APPROVED:
            raise ValidationError(f"Quyết định này {act.get_state_display()}, không thu hồi được.")
        if not reason.strip():
            raise ValidationError({"reason": "Hãy ghi lý do thu hồi."})
        _refuse_built_on(act, questions)
        _take_back(act, at=at)
        _refuse_unsound(act)
        act.state, act.reversed_at, act.reversed_by = Act.State.REVERSED, at, by
        act.reason = reason.strip()[:300]
        act.save(update_fields=["state", "reversed_at", "reversed_by", "reason"])
        _note(act, by=by, at=at)
        return act


def built_on(act: Act, *, questions: Sequence[Inquiry] = ()) -> list[Matter]:
    """Return what stands in the way of undoing a decision, each in words."""
    opened = opened_by(act)
    found = [*_later_rows(act, opened), *_references(act, opened)]
    if not opened:
        return found
    for question in (ANY_POST, *questions):
        found += question(opened, BEGINNING)
    named = {each.unit for each in found}
    return found + [each for each in references(opened) if each.unit not in named]


def opened_by(act: Act) -> set[int]:
    """Return the units that a decision opened."""
    formed = act.steps.exclude(formed=None).values_list("formed_id", flat=True)
    return set(formed)


def _refuse_built_on(act: Act, questions: Sequence[Inquiry]) -> None:
    found = built_on(act, questions=questions)
    if not found:
        return
    shown = portraits({each.unit for each in found}, on=act.in_force_from)
    lines = [f"{shown[each.unit].name}: {each.words}." for each in found[:MOST_NAMED]]
    if len(found) > MOST_NAMED:
        lines.append(f"Và {len(found) - MOST_NAMED} điều khác.")
    raise ValidationError(["Không thu hồi được, vì đã có việc dựa trên quyết định này:", *lines])


def _later_rows(act: Act, opened: set[int]) -> Iterator[Matter]:
    """Yield rows written after those of the decision, for the same unit and of the same sort."""
    for model in DATED:
        mine = dict(model.objects.filter(act=act).values_list("unit_id", "pk"))
        others = model.objects.filter(superseded_at__isnull=True).exclude(act=act)
        rows = among(others, "unit_id", set(mine) | opened)
        for unit, pk, since in rows.values_list("unit_id", "pk", "since"):
            if unit in opened or pk > mine[unit]:
                yield Matter(unit, f"đã {CHANGED[model]} từ ngày {write_day(since)}")


def _references(act: Act, opened: set[int]) -> Iterator[Matter]:
    """Yield what other decisions put under a unit that this one opened, or let follow it."""
    live = Placement.objects.filter(superseded_at__isnull=True).exclude(act=act)
    hung = among(live, "parent_id", opened).values_list("parent_id", "state", "since", "until")
    unborn = Placement.State.BEFORE
    for unit, day in sorted({(up, to if state == unborn else at) for up, state, at, to in hung}):
        yield Matter(unit, f"đã có đơn vị xếp vào trực thuộc từ ngày {write_day(day)}")
    taken = Succession.objects.filter(superseded_at__isnull=True).exclude(act=act)
    for unit, on in among(taken, "successor_id", opened).values_list("successor_id", "on"):
        yield Matter(unit, f"đã kế thừa đơn vị khác từ ngày {write_day(on)}")
    mine = Succession.objects.filter(act=act).values_list("predecessor_id", flat=True)
    for unit, on in among(taken, "predecessor_id", opened | set(mine)).values_list(
        "predecessor_id", "on"
    ):
        yield Matter(unit, f"đã có đơn vị kế thừa khác từ ngày {write_day(on)}")


def _take_back(act: Act, *, at: datetime) -> None:
    """Close the rows of the decision first, then let the places before last: no circle between."""
    opened = opened_by(act)
    placed = Placement.objects.filter(act=act, superseded_at__isnull=True)
    kept = placed.exclude(state=Placement.State.BEFORE).values_list("unit_id", "until")
    untils = {unit: until for unit, until in kept if unit not in opened}
    for model in (*DATED, Succession):
        model.objects.filter(act=act, superseded_at__isnull=True).update(superseded_at=at)
    _last_again(untils, ended=act.in_force_from)


def _last_again(untils: Mapping[int, date], *, ended: date) -> None:
    """Let the places that ended on a day last until another.

    They are found by their unit alone and changed by their key: asked for the day as well,
    PostgreSQL reads every place that ended on it once for each unit, until its statistics know.
    """
    believed = among(Placement.objects.filter(superseded_at__isnull=True), "unit_id", untils)
    lengthened: dict[date, list[int]] = defaultdict(list)
    for pk, unit, until in believed.values_list("pk", "unit_id", "until"):
        if until == ended:
            lengthened[untils[unit]].append(pk)
    for until, pks in lengthened.items():
        among(Placement.objects.all(), "pk", pks).update(until=until)


def _refuse_unsound(act: Act) -> None:
    """Refuse where a place or a code that came back is no longer free."""
    since, opened = act.in_force_from, opened_by(act)
    placed = _touched(Placement, act) - opened
    found = picture(placed | _touched(Code, act) - opened)
    regained = _ended(act) | _touched(Code, act) - opened
    codes = {code for unit in regained if unit in found for _, code in found[unit].codes}
    if codes:
        found = picture({*found.lives, *bearers({code for _, code in codes})})
    wrong = [words for _, _, words in wrongs(found, since=since, placed=placed, codes=codes)]
    if wrong:
        raise ValidationError(
            ["Không thu hồi được, vì không trở lại như cũ được:", *wrong[:MOST_NAMED]]
        )


def _touched(model: Any, act: Act) -> set[int]:
    return set(model.objects.filter(act=act).values_list("unit_id", flat=True))


def _ended(act: Act) -> set[int]:
    closed = Placement.objects.filter(act=act, state=Placement.State.CLOSED)
    return set(closed.values_list("unit_id", flat=True))


def _note(act: Act, *, by: User, at: datetime) -> None:
    named: Iterable[Any] = act.steps.exclude(unit=None).values_list("unit__uuid", flat=True)
    formed = act.steps.exclude(formed=None).values_list("formed__uuid", flat=True)
    note(
        by=by,
        at=at,
        home=act.home,
        deed="acts.reverse",
        about=[act.uuid, *dict.fromkeys([*formed, *named])],
        after={"number": act.number, "on": act.in_force_from, "reason": act.reason},
    )
