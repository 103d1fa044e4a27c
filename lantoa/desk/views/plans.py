"""Plans and their tasks, by who set them: made, handed down, watched, reminded of."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.desk.forms import ChoosingForm, HandingForm, ReminderForm, TaskForm
from lantoa.desk.queries.choosing import Choosable, below
from lantoa.desk.queries.tasks import TaskBoard, boards, boards_of
from lantoa.figures.period import write_day
from lantoa.formats.refusals import put
from lantoa.guidance.access import may_set
from lantoa.guidance.models import FrameworkDocument, Task
from lantoa.guidance.operations import hand_down, put_down, remind
from lantoa.guidance.queries import row_of, task_of, way_to
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.posts.queries.way import way_seen
from lantoa.tally.queries.tasks import TaskStanding, TaskState
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portrait, portraits

PLAN_HEADS = ("Việc", "Theo", "Hạn", "Giao", "Đã nhận", "Đang làm", "Xong", "Chậm")
BOARD_HEADS = ("Đơn vị", "Tình trạng", "Đã nhận ngày", "Số liệu", "Đơn vị báo")
COUNTED = len(PLAN_HEADS) - 5


def show_place(
    request: SignedIn, template: str, *, unit: Unit, on: date, **content: Any
) -> HttpResponse:
    """Show a page of a unit, with the way up to it."""
    seen = way_seen(request.user, unit, on=on)
    way = [{"label": each.name, "url": reverse("desk:unit", args=[each.uuid])} for each in seen]
    context = {"unit": portrait(unit, on=on), "way": way, "simulated": unit.is_simulated}
    return render(request, f"desk/{template}.html", context | content)


@login_required
def plans(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the tasks that a unit set, with how many units have them, began, are done or late."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    rows = [_board_row(each, place) for each in boards_of(place, on=on)]
    heads = [{"text": head, "numeric": n >= COUNTED} for n, head in enumerate(PLAN_HEADS)]
    sets = may_set(request.user, place, on=on)
    return show_place(request, "plans", unit=place, on=on, heads=heads, rows=rows, sets=sets)


def _board_row(board: TaskBoard, place: Unit) -> dict[str, Any]:
    task = board.task
    url = reverse("desk:task", args=[place.uuid, task.uuid])
    due = write_day(task.due) if task.due else "không ấn định"
    counts = (
        len(board.standings),
        board.received,
        board.count(TaskState.BEGUN),
        board.count(TaskState.DONE),
        len(board.late),
    )
    named = [{"text": task.words, "url": url}, {"text": str(task.plan)}, {"text": due}]
    return {"cells": [*named, *({"text": str(each), "numeric": True} for each in counts)]}


@login_required
def add_task(request: SignedIn, unit: UUID, plan: UUID) -> HttpResponse:
    """Ask for a task of a plan and write it down; who gets it is asked on the next page."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    way = way_to(place.pk, on=on)
    held = row_of(FrameworkDocument, plan, way)
    if held is None or held.superseded_at is not None:
        raise PermissionDenied(REFUSAL)
    form = TaskForm(request.POST or None, way=way, initial={"first_day": on})
    if form.is_valid():
        try:
            task = put_down(form.entry(plan=held), by=request.user, at=now(), unit=place)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            return redirect("desk:hand-task", unit=place.uuid, task=task.uuid)
    return show_place(request, "add_task", unit=place, on=on, form=form, plan=held)


@login_required
def hand_task(request: SignedIn, unit: UUID, task: UUID) -> HttpResponse:
    """Ask which units get a task: by kind, by part of the subtree, each ticked; hand it down."""
    on = localdate()
    place, held = _set_here(request, unit, task, work=Purpose.KEEP, on=on)
    choosable = below(place, on=on)
    chosen, offered = _offered(request, choosable)
    form = HandingForm(request.POST or None, offered=offered)
    if form.is_valid():
        try:
            handed = hand_down(held, form.shares(), by=request.user, at=now())
        except ValidationError as refusal:
            form.add_error(None, " ".join(refusal.messages))
        else:
            messages.success(request, f"Đã giao; {len(handed)} đơn vị có việc này.")
            return redirect("desk:task", unit=place.uuid, task=held.uuid)
    context = {"task": held, "form": form, "choosing": chosen, "rows": list(form.rows())}
    return show_place(request, "hand_task", unit=place, on=on, **context)


def _offered(request: SignedIn, choosable: Choosable) -> tuple[ChoosingForm, list[Portrait]]:
    """Return the form that chooses, and the units that it shows: first those directly below."""
    asked = {"kind": request.GET.get("kind", ""), "part": request.GET.get("part", "")}
    form = ChoosingForm(asked, kinds=choosable.kinds, parts=choosable.parts)
    if not form.is_valid() or "kind" not in request.GET:
        return form, choosable.parts
    part = form.cleaned_data["part"]
    return form, choosable.among(kind=form.cleaned_data["kind"], part=int(part) if part else None)


@login_required
def task(request: SignedIn, unit: UUID, task: UUID) -> HttpResponse:
    """Show how a task stands at every unit that has it."""
    on = localdate()
    place, held = _set_here(request, unit, task, work=Purpose.VIEW, on=on)
    board = boards([held], under=place.pk, on=on)[0]
    names = _names(board.standings, on=on)
    reminders = {each.pk: each for one in board.standings for each in one.held.reminders}
    return show_place(
        request,
        "task",
        unit=place,
        on=on,
        task=held,
        heads=[{"text": head} for head in BOARD_HEADS],
        rows=[_standing_row(each, names) for each in board.standings],
        late=len(board.late),
        reminders=sorted(reminders.values(), key=lambda each: -each.pk),
        sets=may_set(request.user, place, on=on),
    )


def _names(found: Sequence[TaskStanding], *, on: date) -> dict[int, Portrait]:
    return portraits([each.held.share.unit_id for each in found], on=on)


def _standing_row(standing: TaskStanding, names: dict[int, Portrait]) -> dict[str, Any]:
    answers = standing.held.answers
    first = min((each.day for each in answers.values()), default=None)
    done = answers.get("done")
    said = f"{write_day(done.day)}: {done.words}" if done else ""
    unit = names[standing.held.share.unit_id]
    return {
        "cells": [
            {"text": unit.name, "url": reverse("desk:unit", args=[unit.uuid])},
            {"text": standing.state.label, "state": standing.state.badge},
            {"text": write_day(first) if first else ""},
            {"text": standing.progress},
            {"text": said},
        ]
    }


@login_required
def remind_late(request: SignedIn, unit: UUID, task: UUID) -> HttpResponse:
    """Ask for the words of one reminder to all who are late, ready to copy, and keep it."""
    on = localdate()
    place, held = _set_here(request, unit, task, work=Purpose.KEEP, on=on)
    late = boards([held], under=place.pk, on=on)[0].late
    names = _names(late, on=on)
    initial = {"words": _reminder(held, place, on=on)}
    form = ReminderForm(request.POST or None, initial=initial)
    if form.is_valid():
        units, words = [each.held.share.unit for each in late], form.cleaned_data["words"]
        try:
            remind(held, units, by=request.user, at=now(), words=words)
        except ValidationError as refusal:
            form.add_error(None, " ".join(refusal.messages))
        else:
            messages.success(request, f"Đã nhắc {len(units)} đơn vị; lời nhắc hiện ở trang của họ.")
            return redirect("desk:task", unit=place.uuid, task=held.uuid)
    named = [names[each.held.share.unit_id] for each in late]
    return show_place(request, "remind", unit=place, on=on, task=held, form=form, late=named)


def _reminder(held: Task, place: Unit, *, on: date) -> str:
    due = f" (hạn {write_day(held.due)})" if held.due else ""
    name = portrait(place, on=on).name
    what = f"{name} nhắc: đến {write_day(on)} đơn vị chưa xong việc “{held.words}”{due}."
    return f"{what} Đề nghị hoàn thành và ghi vào Lan Tỏa; vướng mắc thì báo lại."[:600]


def _set_here(
    request: SignedIn, unit: UUID, task: UUID, *, work: Purpose, on: date
) -> tuple[Unit, Task]:
    place = unit_for(user=request.user, unit=unit, work=work, on=on)
    held = task_of(task, unit=place.pk)
    if held is None:
        raise PermissionDenied(REFUSAL)
    return place, held
