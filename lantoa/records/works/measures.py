"""What is counted of works, in the words of the forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from django.db.models import BigIntegerField, Case, Count, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.figures.question import Question
from lantoa.money.queries import given_sum
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import how_many, plain_sums
from lantoa.records.record.models import Record
from lantoa.records.record.queries import with_figure
from lantoa.records.record.sums import Found, Wanted, counted
from lantoa.records.works.models import MONEY, Work
from lantoa.records.works.queries import listed_sorts

ANY_MONEY = Q(*[(f"{source}__isnull", False) for source in MONEY], _connector=Q.OR)
ALL_MONEY = sum((Coalesce(F(source), 0) for source in MONEY[1:]), Coalesce(F(MONEY[0]), 0))


WHOLE = BigIntegerField()
SOURCE_OF = {
    "state_money": "state",
    "members_money": "members",
    "people_money": "people",
    "sponsors_money": "sponsors",
    "unsplit_money": "unsplit",
}
"""Which gifts stand in which column."""


def _quantity(sort: Work.Sort, **narrower: str) -> Sum:
    return Sum("quantity", filter=Q(sort=sort, **narrower))


MEASURES: dict[Measure, Any] = {
    Measure("works.done", "Số công trình, phần việc", "việc"): Count("pk"),
    Measure("works.houses", "Số căn nhà", "căn"): _quantity(Work.Sort.HOUSE),
    Measure("works.houses_gratitude", "Trong đó: nhà tình nghĩa", "căn"): _quantity(
        Work.Sort.HOUSE, house=Work.House.GRATITUDE
    ),
    Measure("works.houses_unity", "Trong đó: nhà đại đoàn kết", "căn"): _quantity(
        Work.Sort.HOUSE, house=Work.House.UNITY
    ),
    Measure("works.houses_charity", "Trong đó: nhà tình thương", "căn"): _quantity(
        Work.Sort.HOUSE, house=Work.House.CHARITY
    ),
    Measure("works.lots", "Số nền nhà", "nền"): _quantity(Work.Sort.LOT),
    Measure("works.roads", "Đường giao thông", "mét"): _quantity(Work.Sort.ROAD),
    Measure("works.bridges", "Số cây cầu", "cây cầu"): _quantity(Work.Sort.BRIDGE),
    Measure("works.canals", "Kênh, mương, thoát nước", "mét"): _quantity(Work.Sort.CANAL),
    Measure("works.lights", "Đèn chiếu sáng", "bóng"): _quantity(Work.Sort.LIGHT),
    Measure("works.gifts", "Số suất quà, hỗ trợ", "suất"): _quantity(Work.Sort.GIFT),
    Measure("works.money", "Tổng kinh phí công trình, phần việc", "đồng"): None,
    **plain_sums(Work),
    Measure("works.houses_new", "Nhà ở làm mới", "căn"): _quantity(Work.Sort.HOUSE, made="new"),
    Measure("works.houses_repaired", "Nhà ở sửa chữa, nâng cấp", "căn"): _quantity(
        Work.Sort.HOUSE, made="repaired"
    ),
    Measure("works.new", "Công trình, phần việc làm mới", "việc"): how_many(Q(made="new")),
    Measure("works.repaired", "Công trình sửa chữa, nâng cấp", "việc"): how_many(
        Q(made="repaired")
    ),
    Measure("works.discussed", "Công trình có họp dân bàn", "việc"): how_many(
        Q(discussed_on__isnull=False)
    ),
    Measure("works.supervised", "Công trình có giám sát cộng đồng", "việc"): how_many(
        Q(supervised_on__isnull=False)
    ),
    Measure("works.pending", "Giám sát cộng đồng còn vướng", "việc"): how_many(
        Q(supervised="pending")
    ),
    Measure("works.settled", "Công trình đã công khai quyết toán", "việc"): how_many(
        Q(settled_on__isnull=False)
    ),
}
HEAD = "works.other_"
SOURCES = dict(zip(plain_sums(Work, *MONEY), MONEY, strict=True))


@dataclass(frozen=True, kw_only=True)
class OfWorkSort(Measure):
    """How much was made of a sort that the administrator keeps: the key of its row."""

    row: int = 0


@cache
def measure_of(row: int, code: str, label: str, unit: str) -> OfWorkSort:
    """Return the measure of a sort of the list."""
    return OfWorkSort(f"{HEAD}{code}", label, unit, row=row, is_listed=True)


@cache
def sum_of(measure: OfWorkSort) -> Sum:
    """Return the sum behind the measure of a sort of the list."""
    return Sum("quantity", filter=Q(other_sort=measure.row))


@lru_cache(maxsize=64)
def sums(as_known: datetime | None = None) -> dict[Measure, Any]:
    """Return each measure with its sum; money is its own, or else what was given for the work.

    A work tells its own money or has gifts, never both.
    """
    return {each: MEASURES[each] or _all(as_known) for each in MEASURES} | {
        measure: _from(name, as_known) for measure, name in SOURCES.items()
    }


def _all(as_known: datetime | None) -> Sum:
    given = given_sum(as_known=as_known)
    return Sum(Case(When(ANY_MONEY, then=ALL_MONEY), default=given, output_field=WHOLE))


def _from(column: str, as_known: datetime | None) -> Sum:
    if column not in SOURCE_OF:
        return Sum(column)
    given = given_sum(source=SOURCE_OF[column], as_known=as_known)
    return Sum(Coalesce(F(column), given, output_field=WHOLE))


class CountedWithGifts(Counted):
    """Works, whose money may stand in transfers: as they were known when the question asks.

    Beside what every form counts, each sort of the list has a measure of its own.
    """

    def measures(self) -> tuple[Measure, ...]:
        """Return its measures, those of the list last; one SELECT."""
        return (*self.sums, *(measure_of(*row) for row in listed_sorts()))

    def count(self, measures: Sequence[Measure], wanted: Wanted) -> Found:
        """Return what is wanted of them; one SELECT."""
        return counted(self.model, {each: _sum(each, wanted.as_known) for each in measures}, wanted)

    def records_of(self, measure: Measure, asked: Question) -> list[tuple[Record, int | None]]:
        """Return the unit's records behind an own figure, each with what it adds; latest first."""
        return with_figure(self.model, _sum(measure, asked.as_known), asked)


def _sum(measure: Measure, as_known: datetime | None) -> Any:
    return sum_of(measure) if isinstance(measure, OfWorkSort) else sums(as_known)[measure]


COUNTED = CountedWithGifts(
    model=Work,
    label="Công trình, phần việc",
    silence="chưa ghi việc nào",
    titled=F("title"),
    sums=sums(),
    shown=Display(
        headlines=("works.done", "works.money", "works.houses"),
        over_time=("works.money",),
        over_units=("works.money",),
        of_children=(("works.done", "Công trình, việc"), ("works.money", "Kinh phí")),
    ),
)
