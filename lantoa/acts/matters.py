"""What refers to units: asked of this package and, by the caller's questions, of the others."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import ManyToOneRel, QuerySet
from django.utils.timezone import localtime

from lantoa.acts.models import Act
from lantoa.figures.period import write_day
from lantoa.people.models import Card
from lantoa.posts.models import Post
from lantoa.units.models import Unit
from lantoa.units.queries.within import among

OF_ORGANISATION = {each._meta.app_label for each in (Unit, Post, Act)}
"""The packages whose own rows are no matter here: their posts are asked about by themselves."""


@dataclass(frozen=True)
class Matter:
    """Something that refers to a unit, in words: "3 buổi học tập từ ngày 1/7/2025"."""

    unit: int
    words: str
    count: int = 1


class Touched(Enum):
    """Which units a question is about: those that a decision ends, or all that it changes."""

    ENDED = "ended"
    CHANGED = "changed"


@dataclass(frozen=True)
class Inquiry:
    """Asked of some units: what refers to them on a day or after it? Other packages answer.

    `title` names what is found, `advice` says what people can do about it.
    """

    title: str
    advice: str
    ask: Callable[[Collection[int], date], Iterable[Matter]]
    about: Touched = Touched.ENDED

    def __call__(self, units: Collection[int], since: date) -> Iterable[Matter]:
        """Return what refers to some units on a day or after it."""
        return self.ask(units, since)


def posts(units: Collection[int], since: date) -> Iterator[Matter]:
    """Yield the posts held at some units on a day or after it."""
    yield from _held(Post.objects.filter(until__gt=since), units)


def people(units: Collection[int], since: date) -> Iterator[Matter]:
    """Yield the posts of people with a password; cards are asked about by themselves."""
    yield from _held(Post.objects.filter(until__gt=since, user__is_card=False), units)


def _held(rows: QuerySet[Post], units: Collection[int]) -> Iterator[Matter]:
    held = among(rows, "unit_id", units).order_by("pk")
    for unit, user, begins in held.values_list("unit_id", "user__name", "since"):
        yield Matter(unit, f"nhiệm vụ của {user} từ ngày {write_day(begins)}")


def cards(units: Collection[int], since: date) -> Iterator[Matter]:
    """Yield the cards that are out for some units."""
    held = Post.objects.filter(right=Post.Right.RECORD, user__is_card=True, until__gt=since)
    units_of = dict(among(held, "unit_id", units).values_list("user_id", "unit_id"))
    live = among(Card.objects.filter(cancelled_at__isnull=True), "user_id", units_of)
    for card in live.order_by("pk"):
        used = "đã dùng" if card.first_used_at else "chưa dùng lần nào"
        issued = write_day(localtime(card.issued_at).date())
        yield Matter(units_of[card.user_id], f"thẻ điện thoại cấp ngày {issued}, {used}")


ANY_POST = Inquiry("Nhiệm vụ", "Hãy kết thúc nhiệm vụ trước.", posts)
POSTS = Inquiry(
    "Nhiệm vụ từ ngày có hiệu lực, ở đơn vị kết thúc",
    "Hãy giao nhiệm vụ mới ở đơn vị kế thừa.",
    people,
)
CARDS = Inquiry(
    "Thẻ điện thoại của đơn vị kết thúc",
    "Từ ngày này thẻ chỉ ghi được việc của những ngày trước đó. Hãy in thẻ mới ở đơn vị kế thừa, "
    "rồi hủy thẻ cũ.",
    cards,
)


def references(units: Collection[int]) -> Iterator[Matter]:
    """Yield how many rows of which other package refer to some units, those withdrawn included.

    Asked of the tables themselves, so that no package can be forgotten.
    """
    counted: dict[Any, Counter[int]] = defaultdict(Counter)
    for model, rows in referring(units):
        counted[model].update(rows)
    for model, counts in counted.items():
        for unit, count in counts.items():
            yield Matter(unit, f"{count} {model._meta.verbose_name}", count)


def referring(units: Collection[int]) -> Iterator[tuple[Any, QuerySet[Any]]]:
    """Yield each model of another package with the units its rows refer to, once for each row."""
    for model, column in _columns():
        for rows in _halves(model):
            yield model, among(rows, column, units).values_list(column, flat=True)


def _columns() -> Iterator[tuple[Any, str]]:
    for relation in Unit._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            model: Any = relation.related_model
            if model._meta.app_label not in OF_ORGANISATION:
                yield model, relation.field.attname


def _halves(model: Any) -> list[QuerySet[Any]]:
    """Return the rows believed and those no more: each half has an index of its own."""
    rows = model._base_manager.order_by()
    if not hasattr(model, "superseded_at"):
        return [rows]
    return [rows.filter(superseded_at__isnull=each) for each in (True, False)]
