"""The few links beside every page, for whoever is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate  # noqa: TID251 - a context processor is part of a view

from lantoa.people.models import User
from lantoa.posts.access import Purpose, Reach, own_units
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Unit


@dataclass(frozen=True)
class Link:
    """One link: its words, its picture, where it leads, and whether one is there already."""

    label: str
    icon: str
    url: str
    current: bool


@dataclass(frozen=True)
class Links:
    """A few links under one head that folds them away; without a head they always stand."""

    links: Sequence[Link]
    label: str = ""
    icon: str = ""
    is_first: bool = False

    @property
    def is_here(self) -> bool:
        """Tell whether somebody is at one of them."""
        return any(link.current for link in self.links)

    @property
    def is_shown(self) -> bool:
        """Tell whether they stand open beside a page that has the room."""
        return self.is_first or self.is_here


Place = tuple[str, str, str, Purpose]
"""A link of a unit's pages: words, picture, page, and the work that it is for."""
Way = tuple[str, str, str]
"""Where a link leads: words, picture, address."""
FIGURES: Place = ("Số liệu", "chart", "desk:unit", Purpose.VIEW)
DONE: tuple[Place, ...] = (
    ("Việc được giao", "check", "desk:given", Purpose.RECORD),
    ("Giao việc", "forward", "desk:plans", Purpose.VIEW),
    ("Văn bản", "paper", "office:all-guidance", Purpose.VIEW),
    ("Kiến nghị, ý kiến", "ask", "desk:matters", Purpose.VIEW),
    ("Quỹ", "money", "desk:funds", Purpose.VIEW),
    ("Báo cáo", "paper", "reports:ask", Purpose.VIEW),
    ("Đọc tài liệu", "upload", "reader:read", Purpose.KEEP),
)
KEPT: tuple[Place, ...] = (
    ("Thẻ chi bộ", "card", "office:cards", Purpose.KEEP),
    ("Tài khoản", "gear", "office:posts", Purpose.ADMINISTER),
    ("Ai phải ghi gì", "clock", "office:obligations", Purpose.ADMINISTER),
    ("Thời hạn", "clock", "office:limits", Purpose.ADMINISTER),
    ("Sắp xếp", "tree", "reorganisation:acts", Purpose.ADMINISTER),
    ("Dữ liệu cá nhân", "card", "office:personal", Purpose.ADMINISTER),
    ("Phiếu đối chiếu", "check", "office:head", Purpose.ADMINISTER),
)


def places_of_units() -> dict[tuple[str, str], Sequence[Place]]:
    """Return the links of a unit's pages by their heads: each kind of record, then what is done."""
    recorded = [
        (kind.pages.link, kind.pages.icon, f"{kind.code}:list", Purpose.RECORD)
        for kind in kinds()
        if kind.pages.form
    ]
    return {("Đã ghi", "pen"): recorded, ("Việc chung", "check"): DONE, ("Quản trị", "gear"): KEPT}


def navigation(request: HttpRequest) -> dict[str, list[Links]]:
    """Return the links for the unit that the page is about, or else the user's own unit."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_active:
        return {"navigation": []}
    if user.is_card:
        return {"navigation": _phone_links(request)}
    return {"navigation": _desk_links(request, user)}


def reach(request: HttpRequest) -> Reach:
    """Return what the user of a request may reach today; asked for once a request."""
    held = getattr(request, "reach", None)
    if held is None:
        held = Reach(cast(User, request.user), on=localdate())
        request.reach = held  # type: ignore[attr-defined]
    return held


def _desk_links(request: HttpRequest, user: User) -> list[Links]:
    reached = reach(request)
    unit = _unit_of(request)
    if unit is None or not reached.may(unit.pk, work=Purpose.VIEW):
        unit = next(iter(own_units(user, on=localdate())), None)
    top: list[Way] = [("Trang đầu", "home", reverse("desk:first"))]
    top += _ways([FIGURES], unit, reached)
    under = {head: _ways(places, unit, reached) for head, places in places_of_units().items()}
    here = _place_of(request.path, [url for ways in (top, *under.values()) for _, _, url in ways])
    folded = [
        Links(_links(ways, here), *head, is_first=place == 0)
        for place, (head, ways) in enumerate(under.items())
        if ways
    ]
    return [Links(_links(top, here)), *folded]


def _ways(places: Sequence[Place], unit: Unit | None, reached: Reach) -> list[Way]:
    """Return where links of a unit lead, as far as the user may work there."""
    if unit is None:
        return []
    return [
        (label, icon, reverse(page, args=[unit.uuid]))
        for label, icon, page, work in places
        if reached.may(unit.pk, work=work)
    ]


def _links(ways: Sequence[Way], here: str) -> list[Link]:
    return [Link(label, icon, url, current=url == here) for label, icon, url in ways]


def _place_of(path: str, places: Sequence[str]) -> str:
    """Return the place that a page belongs to: the longest address that its own begins with."""
    above = [url for url in places if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=len, default="")


def _phone_links(request: HttpRequest) -> list[Links]:
    return [Links([_link(request, "Trang của chi bộ", "home", reverse("phone:home"))])]


def _link(request: HttpRequest, label: str, icon: str, url: str) -> Link:
    return Link(label, icon, url, current=request.path == url)


def _unit_of(request: HttpRequest) -> Unit | None:
    match = request.resolver_match
    uuid = match.kwargs.get("unit") if match else None
    return reach(request).unit(uuid) if isinstance(uuid, UUID) else None
