"""What is counted of commendations: awards by level, praise, prizes and proposals apart."""

from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.records.commendations.models import Honour, Level
from lantoa.records.record.counting import Counted, Display

Sort, Stage = Honour.Sort, Honour.Stage
DECIDED = Q(stage=Stage.DECIDED)
AWARDED = DECIDED & Q(sort=Sort.AWARD)
UNITS = {"collectives": "tập thể", "individuals": "cá nhân", "unseparated": "tập thể, cá nhân"}
ANY = Q(collectives__isnull=False) | Q(individuals__isnull=False) | Q(unseparated__isnull=False)
ALL = sum((Coalesce(F(each), 0) for each in ("individuals", "unseparated")),
          Coalesce(F("collectives"), 0))  # fmt: skip


def _sum(code: str, label: str, column: str, kept: Q) -> dict[Measure, Any]:
    measure = Measure(f"commendations.{code}", label, UNITS[column])
    return {measure: Sum(column, filter=kept)}


def _levels() -> dict[Measure, Any]:
    found: dict[Measure, Any] = {}
    for level in Level:
        for column, word in (("collectives", "tập thể"), ("individuals", "cá nhân")):
            label = f"Khen thưởng {level.label[:1].lower()}{level.label[1:]}: {word}"
            code = f"{level.value}_{column}"
            found |= _sum(code, label, column, AWARDED & Q(level=level))
    return found


PRAISED, PRIZED = DECIDED & Q(sort=Sort.PRAISE), DECIDED & Q(sort=Sort.PRIZE)
MIXED, WAITING = DECIDED & Q(sort=Sort.MIXED), ~DECIDED
MEASURES: dict[Measure, Any] = {
    **_sum("collectives", "Tập thể được khen thưởng", "collectives", AWARDED),
    **_sum("individuals", "Cá nhân được khen thưởng", "individuals", AWARDED),
    **_sum("unseparated", "Khen thưởng chưa tách tập thể, cá nhân", "unseparated", AWARDED),
    Measure("commendations.unnumbered", "Trong đó: chưa rõ số quyết định", "tập thể, cá nhân"): Sum(
        ALL, filter=AWARDED & Q(decision="") & ANY
    ),
    **_levels(),
    **_sum("praised_collectives", "Tập thể được biểu dương", "collectives", PRAISED),
    **_sum("praised_individuals", "Cá nhân được biểu dương", "individuals", PRAISED),
    **_sum("praised_unseparated", "Biểu dương chưa tách tập thể, cá nhân", "unseparated", PRAISED),
    Measure("commendations.mixed", "Biểu dương, khen thưởng chưa tách", "tập thể, cá nhân"): Sum(
        ALL, filter=MIXED & ANY
    ),
    **_sum("prized_collectives", "Giải hội thi, cuộc thi: tập thể", "collectives", PRIZED),
    **_sum("prized_individuals", "Giải hội thi, cuộc thi: cá nhân", "individuals", PRIZED),
    **_sum("proposed_collectives", "Đang đề xuất khen: tập thể", "collectives", WAITING),
    **_sum("proposed_individuals", "Đang đề xuất khen: cá nhân", "individuals", WAITING),
}

COUNTED = Counted(
    model=Honour,
    label="Biểu dương, khen thưởng",
    silence="chưa ghi lượt khen nào",
    titled=F("title"),
    sums=MEASURES,
    shown=Display(
        headlines=("commendations.collectives", "commendations.individuals"),
        of_children=(
            ("commendations.collectives", "Tập thể được khen"),
            ("commendations.individuals", "Cá nhân được khen"),
        ),
    ),
)
