"""What is counted of inspections: how many of each sort and manner, of how many, the results."""

from typing import Any

from django.db.models import F, Q, Sum

from lantoa.figures.measure import Measure
from lantoa.records.inspections.models import Inspection
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import plain_sums


def _times() -> dict[Measure, Any]:
    found: dict[Measure, Any] = {}
    for sort in Inspection.Sort:
        code, label = f"inspections.{sort.value}s", f"Số cuộc {sort.label.lower()}"
        found[Measure(code, label, "cuộc")] = Sum("times", filter=Q(sort=sort))
        for manner in Inspection.Manner:
            words = f"{label} {manner.label.lower()}"
            measure = Measure(f"{code}_{manner.value}", words, "cuộc")
            found[measure] = Sum("times", filter=Q(sort=sort, manner=manner))
    return found


COUNTED = Counted(
    model=Inspection,
    label="Kiểm tra, giám sát",
    silence="chưa ghi cuộc kiểm tra, giám sát nào",
    titled=F("sort"),
    sums={**_times(), **plain_sums(Inspection)},
    shown=Display(headlines=("inspections.inspections", "inspections.supervisions")),
)
