"""The slip by which a book is compared later: one code that stands for all its lines."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import localdate, now

from lantoa.office.sheets.cards import square
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import Purpose, unit_for
from lantoa.trail.heads import as_text
from lantoa.trail.queries import head_now
from lantoa.units.queries import portrait


@login_required
def head(request: SignedIn, unit: UUID) -> HttpResponse:
    """Show the head of the book in which the unit stands, to be printed."""
    on, at = localdate(), now()
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    found = head_now(place.home)
    seen = square(f"LANTOA {found.home} {found.lines} {found.head.hex()}")
    return show(request, "head", unit=place, on=on, head=found, at=at, qr=seen)


@login_required
def head_file(request: SignedIn, unit: UUID) -> HttpResponse:
    """Hand out the same as a file that can be mailed and kept elsewhere."""
    on, at = localdate(), now()
    place = unit_for(user=request.user, unit=unit, work=Purpose.VIEW, on=on)
    found = head_now(place.home)
    text = as_text(found, unit=portrait(place, on=on).name, at=at)
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="phieu-doi-chieu-{found.lines}.json"'
    return answer
