"""Recording, correcting and withdrawing indicators."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from django.db import transaction

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness

KNOWN = Path(__file__).parent / "known" / "sorts.json"


def part_problems(entries: Sequence[Indicator]) -> Iterable[Problem]:
    """Yield parts that are larger than their whole, and wholes where the sort has none."""
    for place, entry in enumerate(entries):
        if entry.whole is None:
            continue
        if not entry.sort.has_whole:
            yield Problem(place, "whole", "Chỉ tiêu này không có tổng số. Hãy để trống ô này.")
        elif entry.value > entry.whole:
            what = "Thứ hạng" if entry.sort.measured_in == "hạng" else "Số này"
            yield Problem(place, "value", f"{what} lớn hơn tổng số. Sửa một trong hai số.")


@transaction.atomic
def adopt_known() -> None:
    """Take in the indicators that the project knows; those that are there are renewed."""
    for row in json.loads(KNOWN.read_text(encoding="utf-8")):
        row["valid_from"] = date.fromisoformat(row["valid_from"])
        Sort.objects.update_or_create(code=row["code"], defaults=row)


DONE = Done(
    model=Indicator,
    deed="indicators",
    checks=[part_problems],
    adopt=adopt_known,
    alike=Likeness(only=("sort",)),
)
record, record_many = DONE.record, DONE.record_many
correct, withdraw = DONE.correct, DONE.withdraw
