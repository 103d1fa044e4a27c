"""What refers to units: asked of this package and, by the caller's questions, of the others."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from lantoa.figures.period import write_day
from lantoa.units.models import Post, Unit
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


def references(units: Collection[int]) -> Iterator[Matter]:
    """Yield how many rows of which other package refer to some units, those withdrawn included.

    Asked of the tables themselves, so that no package can be forgotten.
    """
    for relation in Unit._meta.get_fields(include_hidden=True):
        model: Any = relation.related_model
        points_here = relation.auto_created and not relation.concrete and model is not None
        if points_here and model._meta.app_label != Unit._meta.app_label:
            yield from _counted(model, relation, units)


def _counted(model: Any, relation: Any, units: Collection[int]) -> Iterator[Matter]:
    if relation.many_to_many:
        return
    column = relation.field.attname
    rows = among(model._base_manager.order_by(), column, units)
    for unit, count in rows.values_list(column).annotate(Count("pk")):
        yield Matter(unit, f"{count} {model._meta.verbose_name}", count)
