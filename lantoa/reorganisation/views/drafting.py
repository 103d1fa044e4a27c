"""Writing a decision down: from a spreadsheet, or one thing after another."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.acts import drafting
from lantoa.acts.drafting import steps_of
from lantoa.acts.models import Act
from lantoa.acts.steps import Citation, Step
from lantoa.acts.template import act_template
from lantoa.drafts.once import once
from lantoa.formats.refusals import put
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.records.record.forms import complaints
from lantoa.reorganisation import example
from lantoa.reorganisation.access import act_for
from lantoa.reorganisation.forms import HeadingForm, ResendForm, SheetForm, StepForm
from lantoa.reorganisation.views.page import download, show_act
from lantoa.units.models import Unit


def _place(request: SignedIn, unit: UUID) -> Unit:
    return unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=localdate())


def _onward(request: SignedIn, place: Unit, act: Act) -> HttpResponse:
    """Go on after a step was written down: to the next one where that was asked for."""
    if "second" not in request.POST:
        return to_act(place, act)
    messages.success(request, f"Đã ghi việc {len(steps_of(act))}. Ghi việc tiếp theo.")
    return redirect("reorganisation:add-step", unit=place.uuid, act=act.uuid)


def to_act(place: Unit, act: Act) -> HttpResponse:
    """Go to the page of a decision."""
    return redirect("reorganisation:act", unit=place.uuid, act=act.uuid)


@login_required
@once
def draft(request: SignedIn, unit: UUID) -> HttpResponse:
    """Ask for the head of a decision and the list of its steps, and write both down."""
    place = _place(request, unit)
    form = SheetForm(request.POST or None, request.FILES or None, unit=place, today=localdate())
    if form.is_valid():
        try:
            act = drafting.draft(
                heading=form.heading(), steps=form.steps, by=request.user, at=now()
            )
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã ghi {len(form.steps)} việc. Bây giờ chạy thử.")
            return to_act(place, act)
    tries = example.has_units(place, on=localdate()) if place.is_simulated else False
    return show_act(
        request,
        "draft",
        unit=place,
        on=localdate(),
        form=form,
        errors=complaints(form),
        tries=tries,
    )


@login_required
def template(request: SignedIn, unit: UUID) -> HttpResponse:
    """Send the empty list to fill in."""
    _place(request, unit)
    return download(act_template(), "danh-sach-sap-xep.xlsx")


@login_required
def example_list(request: SignedIn, unit: UUID) -> HttpResponse:
    """Send a list that can be tried on the simulated units under this one."""
    place = _place(request, unit)
    return download(act_template(example.rows(place, on=localdate())), "sap-xep-thu.xlsx")


@login_required
@once
def draft_by_hand(request: SignedIn, unit: UUID) -> HttpResponse:
    """Ask for the head of a decision and its first step."""
    place = _place(request, unit)
    form = HeadingForm(request.POST or None)
    step_form = StepForm(request.POST or None, unit=place, today=localdate(), prefix="viec")
    if form.is_valid() & step_form.is_valid():
        heading = form.heading()
        step = step_form.step(on=heading.in_force_from)
        if step is not None:
            try:
                act = drafting.draft(heading=heading, steps=[step], by=request.user, at=now())
            except ValidationError as refusal:
                put(refusal, on=form)
            else:
                return _onward(request, place, act)
    back = reverse("reorganisation:acts", args=[place.uuid])
    shown = {"form": form, "step_form": step_form, "back": back}
    return show_act(request, "by_hand", unit=place, on=localdate(), **shown)


@login_required
def redraft(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Ask for the head anew, and for another list where the steps are wrong."""
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    known: dict[str, Any] = {"initial": vars(Citation.of(found)), "kept": tuple(steps_of(found))}
    form = ResendForm(
        request.POST or None, request.FILES or None, unit=place, today=localdate(), **known
    )
    if form.is_valid():
        head, steps = form.heading(), form.steps
        try:
            drafting.redraft(found, heading=head, steps=steps, by=request.user, at=now())
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, "Đã sửa. Hãy chạy thử lại.")
            return to_act(place, found)
    shown = {"form": form, "errors": complaints(form), "act": found}
    return show_act(request, "redraft", unit=place, on=localdate(), **shown)


@login_required
@once
def add_step(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Ask for one more step of a decision that is not approved yet."""
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    steps = steps_of(found)
    opens = {each.forms for each in steps if each.forms}
    form = StepForm(request.POST or None, unit=place, today=localdate(), opens=opens)
    if form.is_valid():
        step = form.step(on=found.in_force_from)
        if step is not None:
            try:
                _write(request, found, [*steps, step])
            except ValidationError as refusal:
                put(refusal, on=form)
            else:
                return _onward(request, place, found)
    back = reverse("reorganisation:act", args=[place.uuid, found.uuid])
    shown = {"step_form": form, "act": found, "back": back}
    return show_act(request, "by_hand", unit=place, on=localdate(), **shown)


@login_required
@require_POST
def drop_step(request: SignedIn, unit: UUID, act: UUID, order: int) -> HttpResponse:
    """Leave one step out of a decision that is not approved yet.

    The page tells of how many: sent twice, or from a page that is out of date, it leaves out none.
    """
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    steps = steps_of(found)
    if request.POST.get("of") != str(len(steps)):
        messages.error(request, "Các việc đã thay đổi từ lúc mở trang. Hãy xem lại rồi bỏ.")
        return to_act(place, found)
    try:
        _write(request, found, [*steps[:order], *steps[order + 1 :]])
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return to_act(place, found)


@login_required
@require_POST
def drop(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Give up a decision that is not approved yet."""
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    try:
        drafting.drop(found, by=request.user, at=now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return to_act(place, found)
    messages.success(request, f"Đã bỏ bản soạn {found.number}.")
    return redirect("reorganisation:acts", unit=place.uuid)


def _write(request: SignedIn, act: Act, steps: list[Step]) -> None:
    heading = Citation.of(act)
    drafting.redraft(act, heading=heading, steps=steps, by=request.user, at=now())
