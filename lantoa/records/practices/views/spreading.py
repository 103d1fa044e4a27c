"""The spread of a practice, drawn as a tree: who copies it, where, and how many."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from lantoa.figures.words import fold
from lantoa.people.models import User
from lantoa.posts.access import Purpose, Reach
from lantoa.records.practices.models import Practice
from lantoa.records.practices.queries import SpreadPlace, held_under, open_under, spread_of
from lantoa.units.queries import Portrait, portraits

HIDDEN = "Nơi không chia sẻ"


@dataclass
class SpreadBranch:
    """One place of the spread: its words, its page where one may see it, and who copies it.

    `below` counts everybody who copies it, straight or by way of others; `hidden` those that copy
    it straight and may not be named.
    """

    unit: str
    title: str
    url: str
    day: date
    here: bool
    branches: list["SpreadBranch"] = field(default_factory=list)
    hidden: int = 0
    below: int = 0


@dataclass(frozen=True)
class Cover:
    """How many of the units of one sort under another have the practice."""

    name: str
    have: int
    of: int


def spread_beside(practice: Practice, *, user: User, today: date) -> dict[str, Any]:
    """Return what the page of a practice shows of its origin and of its spread."""
    places = spread_of(practice.key) if practice.superseded_at is None else []
    origin = held_under([practice.origin]).get(practice.origin) if practice.origin else None
    units = {each.unit for each in places} | ({origin.unit.pk} if origin else set())
    reach = Reach(user, on=today)
    seen = reach.among(units, work=Purpose.VIEW) | reach.among(units, work=Purpose.RECORD)
    last = max((each.last_day for each in places), default=practice.last_day)
    names = portraits(units, on=last)
    tree = _tree(places, practice.key, names, seen)
    return {
        "origin": _origin(origin, names, seen),
        "spread": tree,
        "covers": _covers(places, names, seen, on=last) if len(places) > 1 else [],
        "spread_day": last,
    }


def _origin(origin: Practice | None, names: Mapping[int, Portrait], seen: set[int]) -> Any:
    """Return the practice that is copied: named where one sees it, or where it is shared."""
    if origin is None:
        return None
    is_seen = origin.unit.pk in seen
    if not is_seen and not origin.is_shared:
        return {"text": "một mô hình không còn chia sẻ", "url": ""}
    text = f"{origin}, {names[origin.unit.pk].name}"
    return {"text": text, "url": _page(origin.uuid) if is_seen else ""}


def _page(practice: Any) -> str:
    return reverse("practices:show", args=[practice])


def _tree(
    places: Sequence[SpreadPlace], top: str, names: Mapping[int, Portrait], seen: set[int]
) -> SpreadBranch | None:
    """Return the spread from one practice down; None where nobody copies it."""
    if len(places) < 2:
        return None
    copies: defaultdict[str, list[SpreadPlace]] = defaultdict(list)
    for each in places:
        if each.key != top:
            copies[each.origin].append(each)
    first = next(each for each in places if each.key == top)
    return _branch(first, copies, names, seen, {top})


def _branch(
    place: SpreadPlace,
    copies: Mapping[str, Sequence[SpreadPlace]],
    names: Mapping[int, Portrait],
    seen: set[int],
    above: set[str],
) -> SpreadBranch:
    is_seen = place.unit in seen
    branch = SpreadBranch(
        unit=names[place.unit].name if is_seen or place.is_shared else HIDDEN,
        title=place.title if is_seen or place.is_shared else "",
        url=_page(place.uuid) if is_seen else "",
        day=place.last_day,
        here=len(above) == 1,
    )
    for each in copies.get(place.key, ()):
        if each.key in above:
            continue
        grown = _branch(each, copies, names, seen, above | {each.key})
        branch.below += 1 + grown.below
        if grown.unit == HIDDEN and not grown.branches:
            branch.hidden += 1
        else:
            branch.branches.append(grown)
    branch.branches.sort(key=lambda one: (one.day, fold(one.unit)))
    return branch


def _covers(
    places: Sequence[SpreadPlace], names: Mapping[int, Portrait], seen: set[int], *, on: date
) -> list[Cover]:
    """Return, for each unit above places that one sees, how many of its units have the practice."""
    having: defaultdict[int, set[int]] = defaultdict(set)
    for each in places:
        parent = names[each.unit].parent
        if parent is not None and each.unit in seen:
            having[parent].add(each.unit)
    alike = open_under(having.keys(), on=on)
    found = []
    for parent, above in portraits(having.keys(), on=on).items():
        kinds = {names[unit].kind for unit in having[parent]}
        of = sum(kind in kinds for kind in alike[parent].values())
        if of > 1 and len(having[parent]) > 1:
            found.append(Cover(above.name, len(having[parent]), of))
    return found
