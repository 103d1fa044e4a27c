"""Pages on which reports are made, and the layout is changed."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.drafts.once import once
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.words import fold
from lantoa.formats.period import PeriodForm
from lantoa.people.models import User
from lantoa.posts.access import Purpose, may, unit_for
from lantoa.reports.document import Document
from lantoa.reports.forms import LayoutForm, ReportForm
from lantoa.reports.operations import (
    KINDS,
    file_of,
    forget_layout,
    keep_layout,
    template_for,
)
from lantoa.reports.profiles import Profile, profile_for
from lantoa.reports.queries import Request, report
from lantoa.reports.word import TemplateRefused
from lantoa.units.models import Unit
from lantoa.units.queries import path_above, portrait


@login_required
def ask(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Ask for a period and answer with the file of its report."""
    user = cast(User, request.user)
    place = unit_for(user=user, unit=unit, work=Purpose.VIEW, on=localdate())
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            return _file(place, form)
        except (TemplateRefused, LookupError, ValidationError) as refusal:
            form.add_error(None, str(refusal.args[0] if refusal.args else refusal))
    shown = portrait(place, on=localdate())
    context = {
        "form": form,
        "place": shown,
        "simulated": shown.is_simulated,
        "profile": profile_for(localdate()),
        "may_change_layout": _keeps_layouts(user, place),
    }
    return render(request, "reports/ask.html", context)


def _form(request: HttpRequest) -> ReportForm:
    """Return what was sent; else the boxes as the address fills them, with what is wrong in it."""
    if request.method == "POST":
        return ReportForm(request.POST)
    usual = Period.year(localdate().year)
    asked = PeriodForm.of(request.GET, usual=usual).data
    more = {"day": localdate(), "kind": "docx", "movement": request.GET.get("phong-trao", "")}
    return ReportForm({**asked, **more})


def _file(place: Unit, form: ReportForm) -> HttpResponse:
    asked = form.question(place.pk)
    request = Request(
        asked,
        day=form.cleaned_data["day"],
        number=form.cleaned_data["number"],
        signed_by=form.cleaned_data["signed_by"],
    )
    kind = form.cleaned_data["kind"]
    content = file_of(report(request), profile=request.profile, kind=kind)
    name = fold(portrait(place, on=asked.day, as_known=asked.as_known).name).replace(" ", "-")
    stretch = f"{asked.period.first.isoformat()}_{asked.period.last.isoformat()}"
    return _download(content, KINDS[kind], f"bao-cao_{name}_{stretch}.{kind}")


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_required
@once
def layout(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Show which layout is in use, and take one that a clerk changed in Word."""
    user = cast(User, request.user)
    place = unit_for(user=user, unit=unit, work=Purpose.ADMINISTER, on=localdate())
    profile = profile_for(localdate())
    form = LayoutForm(request.POST or None, request.FILES or None)
    if form.is_valid() and _keeps_layouts(user, place):
        try:
            content = form.cleaned_data["layout"].read()
            example = _example(place)
            keep_layout(content, profile=profile, example=example, place=place, by=user, at=now())
        except TemplateRefused as refusal:
            form.add_error("layout", str(refusal))
        else:
            messages.success(request, "Đã dùng mẫu mới cho mọi báo cáo từ nay.")
            return redirect("reports:layout", unit=place.uuid)
    shown = portrait(place, on=localdate())
    context = {
        "form": form,
        "place": shown,
        "profile": profile,
        "is_own": template_for(profile) != profile.template,
        "may_change_layout": _keeps_layouts(user, place),
    }
    return render(request, "reports/layout.html", context)


@login_required
def layout_file(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Hand out the layout in use, to be changed in Word."""
    user = cast(User, request.user)
    unit_for(user=user, unit=unit, work=Purpose.VIEW, on=localdate())
    profile: Profile = profile_for(localdate())
    content = template_for(profile).read_bytes()
    return _download(content, KINDS["docx"], f"mau-bao-cao_{profile.key}.docx")


@login_required
@require_POST
def forget(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Go back to the project's own layout."""
    user = cast(User, request.user)
    place = unit_for(user=user, unit=unit, work=Purpose.ADMINISTER, on=localdate())
    if _keeps_layouts(user, place):
        forget_layout(profile=profile_for(localdate()), place=place, by=user, at=now())
        messages.success(request, "Đã trở lại mẫu gốc.")
    return redirect("reports:layout", unit=place.uuid)


def _keeps_layouts(user: User, place: Unit) -> bool:
    """Tell whether a user administers the root: the layout serves the whole installation."""
    top = [place.pk, *path_above(place.pk, on=localdate())][-1]
    return may(user, Unit.objects.get(pk=top), work=Purpose.ADMINISTER, on=localdate())


def _example(place: Unit) -> Document:
    year = Period.year(localdate().year)
    return report(Request(Question(place.pk, year), day=localdate()))
