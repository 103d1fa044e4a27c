"""What is counted of commitments: pledges, tasks done and not done, standards, pacts."""

from typing import Any

from django.db.models import F, Q, Sum

from lantoa.figures.measure import Measure
from lantoa.records.commitments.models import Commitment
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import how_many, plain_sums

Sort, Outcome = Commitment.Sort, Commitment.Outcome
TAKEN = {
    Sort.TASK: "Việc đơn vị nhận làm",
    Sort.EXAMPLE: "Việc nêu gương",
    Sort.BREAKTHROUGH: "Khâu đột phá",
    Sort.PRESSING: "Việc bức xúc, nổi cộm",
}
OF_UNITS = {
    Sort.STANDARD: ("standards", "Chi bộ, đơn vị có chuẩn mực đạo đức"),
    Sort.CHECK: ("checked", "Chi bộ, đơn vị được kiểm tra chuẩn mực"),
    Sort.PACT: ("pacts", "Đơn vị ký giao ước “bốn tốt”"),
}


def _taken() -> dict[Measure, Any]:
    """Return, of what was taken on, how many there are, and how many are done or not."""
    found: dict[Measure, Any] = {}
    for sort, label in TAKEN.items():
        one, code = Q(sort=sort), f"commitments.{sort.value}"
        found[Measure(code, label, "việc")] = how_many(one)
        for outcome in Outcome:
            measure = Measure(
                f"{code}_{outcome.value}", f"{label}: {outcome.label.lower()}", "việc"
            )
            found[measure] = how_many(one & Q(outcome=outcome))
    return found


MEASURES: dict[Measure, Any] = {
    **plain_sums(Commitment),
    **{
        Measure(f"commitments.{code}", label, "đơn vị"): Sum("units_involved", filter=Q(sort=sort))
        for sort, (code, label) in OF_UNITS.items()
    },
    **_taken(),
}
COUNTED = Counted(
    model=Commitment,
    label="Cam kết, chuẩn mực, nêu gương",
    silence="chưa ghi cam kết nào",
    titled=F("title"),
    sums=MEASURES,
    shown=Display(
        headlines=("commitments.signed",),
        of_children=(("commitments.signed", "Bản cam kết"),),
    ),
)
