"""What is counted of giving; money mobilised and money spent, which are never added."""

from typing import Any

from django.db.models import F, Q, Sum

from lantoa.figures.measure import Measure
from lantoa.records.giving.models import Giving
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import how_many, plain_sums

RECEIVED, GIVEN = Q(sort=Giving.Sort.RECEIPT), Q(sort=Giving.Sort.AID)
APPEALS = Measure("giving.appeals", "Số đợt vận động", "đợt")
MOBILISED = Measure("giving.money", "Tiền vận động được", "đồng")
GOODS_VALUE = Measure("giving.goods_value", "Trị giá hiện vật tiếp nhận (nơi có ghi)", "đồng")
SPENT = Measure("giving.spent", "Tiền đã hỗ trợ, phân bổ", "đồng")
GOODS = {
    each: Measure(f"giving.{each.value}s", f"{each.label} đã trao", Giving.GOODS_IN[each])
    for each in Giving.Goods
    if each != Giving.Goods.OTHER
}
MEASURES: dict[Measure, Any] = {
    APPEALS: how_many(Q(sort=Giving.Sort.APPEAL)),
    MOBILISED: Sum("money", filter=RECEIVED),
    GOODS_VALUE: Sum("goods_value", filter=RECEIVED),
    SPENT: Sum("money", filter=GIVEN),
    **{GOODS[each]: Sum("quantity", filter=GIVEN & Q(goods=each)) for each in GOODS},
    **plain_sums(Giving),
}
COUNTED = Counted(
    model=Giving,
    label="Vận động, tiếp nhận, phân bổ",
    silence="chưa ghi việc vận động nào",
    titled=F("title"),
    sums=MEASURES,
    shown=Display(
        headlines=(MOBILISED.code, SPENT.code),
        over_time=(MOBILISED.code,),
        over_units=(MOBILISED.code,),
        of_children=((MOBILISED.code, "Tiền vận động"),),
    ),
)
