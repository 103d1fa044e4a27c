"""Other decisions about the same units: those still being drafted, and those that hold later."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from lantoa.acts.drafting import UNDECIDED
from lantoa.acts.matters import Inquiry, Matter, Touched
from lantoa.acts.models import Act, ActStep
from lantoa.figures.period import write_day
from lantoa.units.queries.within import among

NAMED_IN = ("unit_id", "parent_id", "into_id", "successor_id")


def undecided_besides(act: Act | None = None) -> Inquiry:
    """Return the question which decisions, but for one, name units and are not approved yet."""

    def found(units: Collection[int], since: date) -> Iterator[Matter]:
        others = Act.objects.filter(state__in=UNDECIDED)
        yield from _naming(others.exclude(pk=act.pk) if act else others, units)

    return Inquiry(
        "Quyết định khác chưa duyệt nêu cùng đơn vị",
        "Hãy thống nhất nội dung và ngày của hai quyết định trước. Duyệt một quyết định thì quyết "
        "định kia phải chạy thử lại.",
        found,
        Touched.CHANGED,
    )


def _approved(units: Collection[int], since: date) -> Iterator[Matter]:
    later = Act.objects.filter(state=Act.State.APPROVED, in_force_from__gte=since)
    yield from _naming(later, units)


APPROVED_LATER = Inquiry(
    "Quyết định đã duyệt, có hiệu lực từ ngày này hoặc sau đó, nêu cùng đơn vị",
    "Hãy xem quyết định đó còn đúng sau quyết định này không; nếu không, thu hồi rồi soạn lại.",
    _approved,
    Touched.CHANGED,
)
"""What was approved for a day before stands in the simulation already."""


def _naming(acts: QuerySet[Act], units: Collection[int]) -> Iterator[Matter]:
    """Yield each decision once for each of some units that it names, in whatever part."""
    known = acts.in_bulk()
    steps = ActStep.objects.filter(act__in=list(known))
    named = {pair for column in NAMED_IN for pair in _pairs(steps, column, units)}
    named |= _pairs(ActStep.receives.through.objects.filter(actstep__act__in=list(known)),
                    "unit_id", units, act="actstep__act_id")  # fmt: skip
    for act, unit in sorted(named):
        yield Matter(unit, words_of(known[act]))


def _pairs(
    rows: QuerySet[Any], column: str, units: Collection[int], *, act: str = "act_id"
) -> set[tuple[int, int]]:
    return set(among(rows, column, units).order_by().values_list(act, column).distinct())


def words_of(act: Act) -> str:
    """Say which decision it is, how far it has come and from when it holds."""
    state, day = act.get_state_display(), write_day(act.in_force_from)
    return f"quyết định {state}: {act}, có hiệu lực từ {day}"
