"""Recording, correcting and withdrawing indicators; taking in the catalogue; setting targets."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import transaction

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.operations.targets import end_target, set_target
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness
from lantoa.records.record.operations.listing import adopt

KNOWN = Path(__file__).parent.parent / "known" / "sorts.json"

__all__ = ["DONE", "correct", "end_target", "record", "record_many", "set_target", "withdraw"]


def part_problems(entries: Sequence[Indicator]) -> Iterable[Problem]:
    """Yield parts that are larger than their whole, and wholes where the sort has none."""
    for place, entry in enumerate(entries):
        if entry.sort.formula:
            words = "Chỉ tiêu này tính từ số liệu khác, không ghi bằng tay. Hãy chọn chỉ tiêu khác."
            yield Problem(place, "sort", words)
        if entry.whole is None:
            continue
        if not entry.sort.has_whole:
            yield Problem(place, "whole", "Chỉ tiêu này không có tổng số. Hãy để trống ô này.")
        elif entry.sort.nature != Sort.Adds.WEIGHTED and _exceeds(entry):
            what = "Thứ hạng" if entry.sort.measured_in == "hạng" else "Số này"
            yield Problem(place, "value", f"{what} lớn hơn tổng số. Sửa một trong hai số.")


def _exceeds(entry: Indicator) -> bool:
    whole = entry.whole or 0
    return entry.value is not None and entry.value > whole * 10**entry.sort.scale


@transaction.atomic
def adopt_known() -> None:
    """Take in the indicators that the project knows; those that are there stay as they are."""
    adopt(Sort, KNOWN)


DONE = Done(
    model=Indicator,
    deed="indicators",
    checks=[part_problems],
    adopt=adopt_known,
    alike=Likeness(only=("sort",)),
)
record, record_many = DONE.record, DONE.record_many
correct, withdraw = DONE.correct, DONE.withdraw
