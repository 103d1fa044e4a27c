"""What is counted of practices: what there is, how far it got, and what services did.

What there is on the last day of a period is counted of all that was begun by then and not stopped,
whenever it began; what is new, and what services did, lies wholly within the period.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db.models import F, Sum, Value
from django.db.models.functions import Coalesce, NullIf

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.question import Question
from lantoa.records.practices.models import Practice
from lantoa.records.practices.queries import (
    Counting,
    list_rows,
    outputs_behind,
    standing_and_happened,
    standing_behind,
    steps_behind,
)
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import plain_sums
from lantoa.records.record.models import Record
from lantoa.records.record.sums import Found, Own, Wanted, counted

HEAD = "practices."
NEW = Measure("practices.new", "Mô hình mới trong kỳ", "mô hình")
TOTAL = Measure("practices.total", "Mô hình, cách làm hay đang có", "mô hình", Nature.STOCK)


def _there(code: str, label: str, unit: str = "mô hình") -> Measure:
    return Measure(f"{HEAD}{code}", label, unit, Nature.STOCK)


STANDING = (
    _there("copies", "Trong đó: làm theo nơi khác"),
    _there("effective", "Đánh giá có hiệu quả"),
    _there("recognised", "Được công nhận"),
    *(_there(f"recognised_{each}", f"Được công nhận: {each.label}") for each in Practice.Level),
    *(_there(each.value, f"Ai làm: {each.label}") for each in Practice.Carrier),
    _there("services", "Hoạt động thường xuyên", "hoạt động"),
    _there("teams", "Tổ, đội thường trực", "tổ, đội"),
)
"""What stands on the last day of a period, beside the total."""
HAPPENED = (
    Measure("practices.registered", "Mô hình đăng ký trong kỳ", "mô hình"),
    Measure("practices.stopped", "Mô hình dừng trong kỳ", "mô hình"),
)
"""Steps that are counted in the period in which they were taken."""
COST = Measure("practices.cost", "Kinh phí mô hình mới trong kỳ", "đồng")
WITHIN: dict[Measure, Any] = {NEW: Sum("times"), COST: Sum("cost"), **plain_sums(Practice)}
"""Plain sums over what was begun within the period."""


@dataclass(frozen=True, kw_only=True)
class OfList(Measure):
    """A measure of a row of a list: its key, and whether the list is that of fields."""

    row: int = 0
    is_field: bool = False


@cache
def measure_of(listed: str, pk: int, code: str, label: str, unit: str) -> OfList:
    """Return the measure of a row of a list."""
    if listed == "field":
        name, words = f"{HEAD}field_{code}", f"Lĩnh vực: {label}"
        return OfList(name, words, unit, Nature.STOCK, row=pk, is_field=True, is_listed=True)
    return OfList(f"{HEAD}did_{code}", label, unit, row=pk, is_listed=True)


class CountedPractices(Counted):
    """Practices: what stands at the end of a period beside what was new and done in it."""

    def measures(self) -> tuple[Measure, ...]:
        """Return every measure, those of the two lists last; one SELECT."""
        listed = (measure_of(*row) for row in list_rows())
        return (TOTAL, NEW, *STANDING, *HAPPENED, *list(WITHIN)[1:], *listed)

    def count(self, measures: Sequence[Measure], wanted: Wanted) -> Found:
        """Return what is wanted of them; two SELECTs. What stands is not told by days."""
        codes, within = [each.code for each in measures], [each.code for each in WITHIN]
        plain = counted(Practice, WITHIN, wanted)
        scopes = [*wanted.stretches, *([wanted.together] if wanted.together else [])]
        found = list(standing_and_happened(scopes, wanted.as_known, wanted.movement))
        told = [_by_unit(place, found) for place in range(len(scopes))]
        for place, own in enumerate(plain.own):
            for unit, figures in own.items():
                told[place][unit] |= dict(zip(within, figures, strict=True))
        all_told = _added(told[-1].values()) if wanted.together else {}
        all_told |= dict(zip(within, plain.together, strict=True))
        return Found(
            [_in_order(told[place], codes) for place in range(len(wanted.stretches))],
            [all_told.get(code) for code in codes],
            [replace(each, figures=_placed(each.figures, within, codes)) for each in plain.by_days],
        )

    def records_of(self, measure: Measure, asked: Question) -> list[tuple[Record, int | None]]:
        """Return the unit's practices behind an own figure, each with what it adds."""
        name = measure.code.removeprefix(HEAD)
        if measure in WITHIN:
            return super().records_of(measure, asked)
        if isinstance(measure, OfList) and not measure.is_field:
            return outputs_behind(asked, measure.row)
        if measure in HAPPENED:
            return [(each, each.times) for each in steps_behind(asked, name)]
        field = measure.row if isinstance(measure, OfList) else None
        return [(each, each.times) for each in standing_behind(asked, name, field=field)]


Told = dict[str, int | None]


def _by_unit(place: int, found: Iterable[Counting]) -> defaultdict[int, Told]:
    """Return the figures of one scope by unit and measure; those of several fields are added."""
    told: defaultdict[int, Told] = defaultdict(dict)
    for scope, unit, code, figure in found:
        if scope == place:
            held = told[unit].get(code)
            told[unit][code] = figure if held is None else held + (figure or 0)
    return told


def _added(rows: Iterable[Told]) -> Told:
    """Add figures by measure; what nobody knows stays unknown."""
    added: Told = {}
    for row in rows:
        for code, figure in row.items():
            held = added.get(code)
            added[code] = figure if held is None else held + (figure or 0)
    return added


def _in_order(told: dict[int, Told], codes: Sequence[str]) -> Own:
    return {unit: [said.get(code) for code in codes] for unit, said in told.items()}


def _placed(
    figures: Sequence[int | None], within: Sequence[str], codes: Sequence[str]
) -> list[int | None]:
    known = dict(zip(within, figures, strict=True))
    return [known.get(code) for code in codes]


COUNTED = CountedPractices(
    model=Practice,
    label="Mô hình, cách làm hay",
    silence="chưa ghi mô hình nào",
    titled=Coalesce(NullIf(F("title"), Value("")), Value("Mô hình chưa rõ tên")),
    sums={TOTAL: Sum("times"), **WITHIN},
    shown=Display(
        headlines=("practices.total", "practices.new"),
        over_time=("practices.new",),
        of_children=(("practices.total", "Mô hình"),),
    ),
)
