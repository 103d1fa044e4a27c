"""The list of records that stand to be looked at."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.desk.navigation import reach
from lantoa.desk.queries import overview
from lantoa.desk.queries.asking import query_of
from lantoa.desk.queries.doubts import listed_doubts
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.posts.access import Purpose
from lantoa.records.record.queries import doubts_standing
from lantoa.tally.queries import Answer

ON_A_PAGE = 50


@login_required
def doubts(request: HttpRequest, unit: UUID) -> HttpResponse:
    """List what may be recorded twice, or leaves something open, in a unit and under it."""
    today, seen = localdate(), reach(request).unit_for(unit, work=Purpose.VIEW)
    told = Answer(Question(seen.pk, Period(today, today)))
    page = Paginator(doubts_standing(told.units), ON_A_PAGE).get_page(request.GET.get("page"))
    named = told.names({each.unit_id for each in page} | {seen.pk, *told.way})
    above = reach(request).among(told.way, work=Purpose.VIEW)
    place = named[seen.pk]
    way = [named[each] for each in reversed(told.way) if each in above]
    shown = {
        "place": place,
        "simulated": place.is_simulated,
        "way": overview.way_up([*way, place], query_of(Question(seen.pk, Period.year(today.year)))),
        "page": page,
        "lines": listed_doubts(page, named),
    }
    return render(request, "desk/doubts.html", shown)
