"""What refers to units: asked of this package and, by the caller's questions, of the others."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lantoa.figures.period import write_day
from lantoa.units.models import Post
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Matter:
    """Something that refers to a unit, in words: "3 buổi học tập từ ngày 1/7/2025"."""

    unit: int
    words: str
    count: int = 1


Question = Callable[[Collection[int], date], Iterable[Matter]]
"""Asked of some units: what refers to them on a day or after it? Other packages answer."""


def posts(units: Collection[int], since: date) -> Iterator[Matter]:
    """Yield the posts held at some units on a day or after it."""
    held = among(Post.objects.filter(until__gt=since), "unit_id", units)
    for unit, user, begins in held.order_by("pk").values_list("unit_id", "user__name", "since"):
        yield Matter(unit, f"nhiệm vụ của {user} từ ngày {write_day(begins)}")
