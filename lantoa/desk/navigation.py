"""The few links beside every page, for whoever is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate  # noqa: TID251 - a context processor is part of a view

from lantoa.people.models import User
from lantoa.posts.access import Work, may, own_units
from lantoa.units.models import Unit


@dataclass(frozen=True)
class Link:
    """One link: its words, its picture, where it leads, and whether one is there already."""

    label: str
    icon: str
    url: str
    current: bool


PLACES: Sequence[tuple[str, str, str, Work]] = (
    ("Số liệu", "chart", "desk:unit", Work.VIEW),
    ("Học tập", "people", "meetings:list", Work.RECORD),
    ("Công trình", "house", "works:list", Work.RECORD),
    ("Chỉ tiêu", "pen", "indicators:list", Work.RECORD),
    ("Báo cáo", "paper", "reports:ask", Work.VIEW),
    ("Đọc tài liệu", "upload", "reader:read", Work.KEEP),
    ("Thẻ chi bộ", "card", "office:cards", Work.KEEP),
    ("Tài khoản", "gear", "office:posts", Work.ADMINISTER),
    ("Sắp xếp", "tree", "reorganisation:acts", Work.ADMINISTER),
)
"""Links of a unit's pages: words, picture, page, and the work that it is for."""


def navigation(request: HttpRequest) -> dict[str, list[Link]]:
    """Return the links for the unit that the page is about, or else the user's own unit."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_active:
        return {"navigation": []}
    if user.is_card:
        return {"navigation": _phone_links(request)}
    return {"navigation": _desk_links(request, user)}


def _desk_links(request: HttpRequest, user: User) -> list[Link]:
    today = localdate()
    unit = _unit_of(request)
    if unit is None or not may(user, unit, work=Work.VIEW, on=today):
        unit = next(iter(own_units(user, on=today)), None)
    places = [("Trang đầu", "home", reverse("desk:first"))]
    if unit is not None:
        allowed = {work: may(user, unit, work=work, on=today) for work in Work}
        places += [
            (label, icon, reverse(page, args=[unit.uuid]))
            for label, icon, page, work in PLACES
            if allowed[work]
        ]
    here = _place_of(request.path, [url for _, _, url in places])
    return [Link(label, icon, url, current=url == here) for label, icon, url in places]


def _place_of(path: str, places: Sequence[str]) -> str:
    """Return the place that a page belongs to: the longest address that its own begins with."""
    above = [url for url in places if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=len, default="")


def _phone_links(request: HttpRequest) -> list[Link]:
    return [_link(request, "Trang của chi bộ", "home", reverse("phone:home"))]


def _link(request: HttpRequest, label: str, icon: str, url: str) -> Link:
    return Link(label, icon, url, current=request.path == url)


def _unit_of(request: HttpRequest) -> Unit | None:
    match = request.resolver_match
    uuid = match.kwargs.get("unit") if match else None
    return Unit.objects.filter(uuid=uuid).first() if isinstance(uuid, UUID) else None
