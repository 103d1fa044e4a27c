"""Who holds which post: at a unit, in sum directly below it, and for one account."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from lantoa.figures.alphabet import alphabetical
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.units.models import Placement, Unit
from lantoa.units.queries.places import directly_under
from lantoa.units.queries.portrait import Portrait, portrait, portraits
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Staffed:
    """A unit below, with the people who hold a post there on the day; cards are not counted."""

    unit: Portrait
    people: list[str]


def posts_at(unit: Unit) -> list[Post]:
    """Return every post of people with a password at a unit, the latest first."""
    posts = Post.objects.filter(unit=unit, user__is_card=False).select_related("user")
    return list(posts.order_by("-until", "-since", "pk"))


def posts_of_account(account: User) -> list[Post]:
    """Return every post of an account, the latest first."""
    return list(account.posts.select_related("unit", "user").order_by("-until", "-since", "pk"))


def staff_below(unit: Unit, *, on: date) -> list[Staffed]:
    """Return the open units directly below with who holds a post there, in order of their codes."""
    states = directly_under(unit, on=on)
    at_work = [each for each, state in states.items() if state == Placement.State.OPEN]
    posts = Post.objects.filter(since__lte=on, until__gt=on, user__is_card=False)
    people: dict[int, list[str]] = defaultdict(list)
    for place, name in among(posts, "unit_id", at_work).values_list("unit_id", "user__name"):
        people[place].append(name)
    shown = portraits(at_work, on=on).values()
    staffed = [Staffed(each, sorted(set(people.get(each.pk, [])))) for each in shown]
    return sorted(
        staffed,
        key=lambda each: (len(each.unit.code), each.unit.code, alphabetical(each.unit.name)),
    )


def work_of(account: User, *, on: date) -> str:
    """Return who an account was on a day, by its work and not by name: title and unit."""
    posts = account.posts.filter(since__lte=on, until__gt=on).select_related("unit")
    held = posts.order_by("pk").first()
    if held is None:
        return "người không còn nhiệm vụ"
    return f"{held} của {portrait(held.unit, on=on).name}"


def people_who_reach(unit: Unit, *, on: date) -> list[tuple[str, int]]:
    """Return how many accounts in use hold each right at a unit on a day, the widest first."""
    posts = Post.objects.filter(unit=unit, since__lte=on, until__gt=on, user__is_active=True)
    found = posts.values_list("right").annotate(count=Count("user", distinct=True))
    held: dict[str, int] = dict(found)
    rights = reversed(Post.Right)
    return [(str(each.label).partition(":")[0], held[each]) for each in rights if each in held]
