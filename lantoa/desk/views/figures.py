"""A unit's figures, what each is made of, and who said nothing."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.desk.forms import asked_in
from lantoa.desk.navigation import reach
from lantoa.desk.queries import opening, overview, pictures
from lantoa.desk.queries.asking import PageQuestion, quick_links
from lantoa.desk.queries.stating import goal_rows
from lantoa.figures.period import Period
from lantoa.matters.queries import counts
from lantoa.posts.access import REFUSAL, Purpose
from lantoa.records.record.queries import doubts_counted
from lantoa.reorganisation.access import awaiting
from lantoa.reorganisation.queries.crossing import Notice, notice
from lantoa.reorganisation.queries.lives import Living, living
from lantoa.tally.queries import Answer, Coverage, answer
from lantoa.trail.queries import head_now
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


@login_required
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Show a unit's figures for a period."""
    return unit_page(request, _seen(request, unit))


def unit_page(request: HttpRequest, unit: Unit, *, others: Sequence[Unit] = ()) -> HttpResponse:
    """Show a unit's figures; `others` are the user's further units, to change to."""
    today = localdate()
    asked = asked_in(request.GET, unit=unit.pk, today=today)
    seen = partial(reach(request).among, work=Purpose.VIEW)
    page = overview.overview(asked, seen=seen, today=today)
    told = page.answer
    shown = {
        "page": page,
        "place": page.unit,
        "asked": asked,
        "simulated": page.unit.is_simulated,
        "quick": quick_links(asked, today=today),
        "headlines": overview.headlines(page),
        "groups": overview.groups(page),
        "goals": goal_rows(told),
        "children": overview.children_rows(page),
        "silent_children": overview.silent_children(page),
        "child_heads": overview.child_heads(page),
        "differences": overview.difference_rows([*told.comparisons, *told.quoted_of_area]),
        "columns": pictures.over_time(page, told.crossing),
        "bars": pictures.over_units(page),
        "silences": opening.silences(told),
        "apart": opening.apart_rows(page.counted),
        "doubts": doubts_counted(told.units, asked.as_known),
        "matters": counts(told.units, today=today),
        "may_record": reach(request).may(unit.pk, work=Purpose.RECORD),
        "others": portraits([each.pk for each in others], on=today).values(),
        "latest": opening.latest_year(told) if page.is_empty else None,
        "crossing": _notice(request, told),
        "buttons": overview.buttons(page.unit),
        "awaiting": awaiting(reach(request), place=unit),
        "fate": _fate(request, page),
        "head": head_now(unit.home),
    }
    return render(request, "desk/unit.html", shown)


@login_required
def measure(request: HttpRequest, unit: UUID, measure: str) -> HttpResponse:
    """Show what one figure is made of: the units below, then the records."""
    told, asked = _told(request, unit)
    if measure not in told.sheet.lines:
        raise PermissionDenied(REFUSAL)
    shown = {
        **_around(request, told, asked),
        "quick": quick_links(asked, today=localdate()),
        "figure": opening.passport(told, told.sheet.lines[measure], asked),
        "crossing": _notice(request, told),
    }
    return render(request, "desk/measure.html", shown)


@login_required
def silent(request: HttpRequest, unit: UUID, kind: str) -> HttpResponse:
    """List the units that owe a kind of record in a period and recorded none."""
    told, asked = _told(request, unit)
    family, today = told.families.get(kind), localdate()
    if family is None or family.kind is None:
        raise PermissionDenied(REFUSAL)
    of, coverage = family.kind, told.sheet.coverage.get(kind, Coverage())
    first, last = asked.period.first, asked.period.last
    spoken_of = Period(first, max(first, min(last, today)))
    quiet = opening.quiet_units(told, of, coverage.silent, asked, of=spoken_of)
    page = Paginator(quiet, 100).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        **_around(request, told, asked),
        "coverage": coverage,
        "label": family.label,
        "silence": opening.silence(told, kind),
        "page": page,
        "may_record": reach(request).among([each.unit.pk for each in page], work=Purpose.RECORD),
        "nothing": opening.quiet_units(told, of, coverage.nothing_happened, asked, of=spoken_of),
        "cut": opening.cut_units(told, kind, asked),
        "missing": opening.months_missing_rows(told, of, asked, today),
        "spoken_of": spoken_of,
    }
    return render(request, "desk/silent.html", shown)


def _told(request: HttpRequest, unit: UUID) -> tuple[Answer, PageQuestion]:
    """Return the answer to what a page asks of a unit that the user may see."""
    seen = _seen(request, unit)
    asked = asked_in(request.GET, unit=seen.pk, today=localdate())
    told = answer(asked.question)
    told.meet()
    return told, asked


def _around(request: HttpRequest, told: Answer, asked: PageQuestion) -> dict[str, Any]:
    """Return what stands around a figure: the unit, the way up to it."""
    seen = reach(request).among(told.way, work=Purpose.VIEW)
    above = told.names(each for each in reversed(told.way) if each in seen)
    way = overview.way_up([*above.values(), told.portrait], asked.query)
    place = told.portrait
    return {"place": place, "asked": asked, "simulated": place.is_simulated, "way": way}


def _seen(request: HttpRequest, unit: UUID) -> Unit:
    return reach(request).unit_for(unit, work=Purpose.VIEW)


def _notice(request: HttpRequest, told: Answer) -> Notice:
    """Return the reorganisations that the page must speak of."""
    return notice(
        told.portrait.uuid,
        stretches=told.stretches,
        found=told.crossing,
        may_see=lambda each: reach(request).may(each, work=Purpose.VIEW),
    )


def _fate(request: HttpRequest, page: overview.Overview) -> Living | None:
    """Return what became of a unit that is no more."""
    if page.ended is None:
        return None
    told = page.ended.told(page.answer.album)
    named = {each.pk for each in (*told.now, *told.heirs, told.counts_under) if each}
    seen = reach(request).among(named, work=Purpose.VIEW)
    return living(told, seen=seen, unit=page.unit.pk)
