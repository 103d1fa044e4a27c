"""What is counted of works, in the words of the forms."""

from typing import Any

from django.db.models import Case, Count, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.records.record.counting import Counted, Display
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


COUNTED = Counted(
    model=Work,
    label="Công trình, phần việc",
    silence="chưa ghi việc nào",
    titled=F("title"),
    sums=MEASURES,
    shown=Display(
        headlines=("works.done", "works.money", "works.houses"),
        over_time=("works.money",),
        over_units=("works.money",),
        of_children=(("works.done", "Công trình, việc"), ("works.money", "Kinh phí")),
    ),
)
