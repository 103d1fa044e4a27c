"""A unit's figures, what each is made of, and who said nothing."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.acts import crossing
from lantoa.desk.forms import asked_in
from lantoa.desk.queries import opening, overview, pictures
from lantoa.desk.queries.asking import Asked, opening_day, quick_links
from lantoa.desk.queries.reach import reached_by
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Work, may, unit_for
from lantoa.reorganisation.access import awaiting
from lantoa.reorganisation.queries.crossing import Notice, notice
from lantoa.reorganisation.queries.lives import Became, fate_of
from lantoa.tally.queries import sheet
from lantoa.units.models import Unit
from lantoa.units.queries import path_above, portrait, portraits


@login_required
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Show a unit's figures for a period."""
    return unit_page(request, _seen(request, unit))


def unit_page(request: HttpRequest, unit: Unit, *, others: Sequence[Unit] = ()) -> HttpResponse:
    """Show a unit's figures; `others` are the user's further units, to change to."""
    today, user = localdate(), cast(User, request.user)
    asked = asked_in(request.GET, today=opening_day(unit.pk, today=today))
    page = overview.overview(unit=unit.pk, asked=asked, reached=_above(user, unit), today=today)
    stretch = crossing.Asked(asked.period, asked.chart_day, page.earlier)
    crossed = crossing.crossing(unit, stretch)
    shown = {
        "page": page,
        "place": page.unit,
        "asked": asked,
        "simulated": page.unit.is_simulated,
        "quick": quick_links(asked, today=today),
        "headlines": overview.headlines(page),
        "groups": overview.groups(page),
        "children": overview.children_rows(page),
        "silent_children": overview.silent_children(page),
        "child_heads": CHILD_HEADS,
        "differences": overview.difference_rows(page.compared),
        "columns": pictures.over_time(page, crossed),
        "bars": pictures.over_units(page),
        "silences": opening.silences(page.counted),
        "apart": opening.apart_rows(page.counted),
        "may_record": may(user, unit, work=Work.RECORD, on=today),
        "others": portraits([each.pk for each in others], on=today).values(),
        "latest": opening.latest_year(unit, asked) if page.is_empty else None,
        "crossing": _notice(user, unit, stretch, crossed),
        "awaiting": awaiting(user, place=unit, on=today),
        "fate": _fate(user, unit) if page.unit.closed_on else None,
    }
    return render(request, "desk/unit.html", shown)


CHILD_HEADS = [
    {"text": "Đơn vị"},
    {"text": "Buổi học tập", "numeric": True},
    {"text": "Lượt người dự", "numeric": True},
    {"text": "Công trình, việc", "numeric": True},
    {"text": "Kinh phí", "numeric": True},
]


@login_required
def measure(request: HttpRequest, unit: UUID, measure: str) -> HttpResponse:
    """Show what one figure is made of: the units below, then the records."""
    seen = _seen(request, unit)
    asked = asked_in(request.GET, today=localdate())
    counted = sheet(unit=seen.pk, period=asked.period, chart=asked.chart_day)
    if measure not in counted.lines:
        raise PermissionDenied(REFUSAL)
    stretch = crossing.Asked(asked.period, asked.chart_day)
    place = portrait(seen, on=asked.chart_day)
    shown = {
        "place": place,
        "asked": asked,
        "simulated": place.is_simulated,
        "quick": quick_links(asked, today=localdate()),
        "way": _way(request, seen, asked),
        "figure": opening.passport(counted, counted.lines[measure], place, asked),
        "crossing": _notice(
            cast(User, request.user), seen, stretch, crossing.crossing(seen, stretch)
        ),
    }
    return render(request, "desk/measure.html", shown)


@login_required
def silent(request: HttpRequest, unit: UUID, kind: str) -> HttpResponse:
    """List the units that recorded nothing of a kind in a period."""
    seen = _seen(request, unit)
    asked = asked_in(request.GET, today=localdate())
    counted = sheet(unit=seen.pk, period=asked.period, chart=asked.chart_day)
    if kind not in counted.coverage:
        raise PermissionDenied(REFUSAL)
    rows = opening.silent_rows(counted, kind, asked)
    place = portrait(seen, on=asked.chart_day)
    shown: dict[str, Any] = {
        "place": place,
        "asked": asked,
        "simulated": place.is_simulated,
        "way": _way(request, seen, asked),
        "coverage": counted.coverage[kind],
        "silence": opening.SILENCE[kind],
        "page": Paginator(rows, 100).get_page(request.GET.get("page")),
        "heads": [{"text": "Đơn vị"}, {"text": "Mã"}, {"text": "Loại"}],
    }
    return render(request, "desk/silent.html", shown)


def _seen(request: HttpRequest, unit: UUID) -> Unit:
    user = cast(User, request.user)
    return unit_for(user=user, unit=unit, work=Work.VIEW, on=localdate())


def _notice(user: User, unit: Unit, asked: crossing.Asked, found: crossing.Crossing) -> Notice:
    """Return the reorganisations that the page must speak of."""
    on = localdate()
    return notice(
        unit,
        asked=asked,
        found=found,
        may_see=lambda each: may(user, each, work=Work.VIEW, on=on),
    )


def _fate(user: User, unit: Unit) -> Became:
    """Return what became of a unit that is no more."""
    on = localdate()
    return fate_of(unit, on=on, seen=reached_by(user, on=on))


def _above(user: User, unit: Unit) -> set[int]:
    """Return the units above which the user may see too."""
    above = Unit.objects.filter(pk__in=path_above(unit.pk, on=localdate()))
    return {each.pk for each in above if may(user, each, work=Work.VIEW, on=localdate())}


def _way(request: HttpRequest, unit: Unit, asked: Asked) -> list[dict[str, str]]:
    reached = _above(cast(User, request.user), unit)
    way = overview.way_up(unit.pk, on=asked.chart_day, reached=reached, query=asked.query)
    place = portrait(unit, on=asked.chart_day)
    return [*way, {"label": place.name, "url": overview.unit_address(place, asked.query)}]
