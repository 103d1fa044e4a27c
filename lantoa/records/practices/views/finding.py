"""Finding a practice in the whole root, to be copied by one's own unit."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.guidance.access import administers_root
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, Reach
from lantoa.records.practices.queries import fields_in_use, root_of, shared_in
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views.frame import frame
from lantoa.units.queries import portraits

ON_A_PAGE = 20


@dataclass(frozen=True)
class FoundPractice:
    """A practice that was found: whose it is, its page where one may see it, and the copy of it."""

    practice: Any
    unit: str
    url: str
    copy_url: str


@login_required
def find(request: SignedIn, unit: UUID) -> HttpResponse:
    """List the practices shared in the root of a unit; `tu` and `linh-vuc` choose among them."""
    today, kind = localdate(), kind_of("practices")
    reach = Reach(request.user, on=today)
    place = reach.unit_for(unit, work=Purpose.RECORD)
    words, field = request.GET.get("tu", "")[:100], request.GET.get("linh-vuc", "")
    held = shared_in(root_of(place.pk, on=today), on=today, words=words, field=field)
    page = Paginator(held, ON_A_PAGE).get_page(request.GET.get("page"))
    units = {each.unit_id for each in page}
    names, seen = portraits(units, on=today), reach.among(units, work=Purpose.VIEW)
    record = kind.at("record", place)
    context = {
        "page": page,
        "lines": [
            FoundPractice(
                each,
                names[each.unit_id].full_name,
                kind.at("show", each) if each.unit_id in seen else "",
                f"{record}?{urlencode({'origin': each.key})}" if each.unit_id != place.pk else "",
            )
            for each in page
        ],
        "words": words,
        "field": field,
        "fields": fields_in_use(today),
        "query": urlencode({"tu": words, "linh-vuc": field}),
        "here": "Tìm mô hình để làm theo",
        "keeps_lists": administers_root(request.user, place, on=today),
    }
    context |= frame(kind, place, user=request.user, today=today)
    return render(request, "practices/find.html", context)
