"""What is counted of works, in the words of the forms."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.record import queries as shared
from lantoa.records.record.measures import plain_sums
from lantoa.records.works.models import MONEY, Work

ANY_MONEY = Q(*[(f"{source}__isnull", False) for source in MONEY], _connector=Q.OR)
ALL_MONEY = sum((Coalesce(F(source), 0) for source in MONEY[1:]), Coalesce(F(MONEY[0]), 0))


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
    Measure("works.money", "Tổng kinh phí công trình, phần việc", "đồng"): Sum(
        Case(When(ANY_MONEY, then=ALL_MONEY))
    ),
    **plain_sums(Work),
}


def own(*, units: Collection[int], period: Period, as_known: datetime | None = None) -> shared.Own:
    """Return the figures of each unit by itself, in the order of MEASURES, and its records."""
    return shared.own_figures(Work, MEASURES, units=units, period=period, as_known=as_known)


def together(*, units: Collection[int], period: Period) -> Sequence[int | None]:
    """Return the figures of all units together, in the order of MEASURES."""
    return shared.figures_together(Work, MEASURES, units=units, period=period)


def of_records(
    measure: Measure, *, unit: int, period: Period, as_known: datetime | None = None
) -> list[tuple[Work, int | None]]:
    """Return the records behind an own figure, each with what it adds; latest first."""
    figure = MEASURES[measure]
    return shared.with_figure(Work, figure, unit=unit, period=period, as_known=as_known)


def apart(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Work]:
    """Return the records that lie only partly within a period, which no figure of it counts."""
    return shared.straddling(Work, units=units, period=period, as_known=as_known)


def by_days(measure: Measure, *, units: Collection[int], period: Period) -> list[shared.OnDays]:
    """Return a figure by the days that its records speak of."""
    return shared.by_days(Work, MEASURES[measure], units=units, period=period)
