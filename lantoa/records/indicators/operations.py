"""Recording, correcting and withdrawing indicators."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from lantoa.people.models import User
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record import operations as shared
from lantoa.records.record.entry import Entry, Problem
from lantoa.records.record.models import Approximation

KNOWN = Path(__file__).parent / "known" / "sorts.json"


@dataclass(frozen=True, kw_only=True)
class IndicatorEntry(Entry):
    """A number of the area, as somebody asks to write it down."""

    sort: Sort
    value: int
    whole: int | None = None
    approximation: str = Approximation.EXACT
    agency: str = ""


def record(*, by: User, at: datetime, entry: IndicatorEntry) -> Indicator:
    """Record an indicator; the same key with the same content again is the same record."""
    return record_many(by=by, at=at, entries=[entry])[0]


@transaction.atomic
def record_many(*, by: User, at: datetime, entries: Sequence[IndicatorEntry]) -> list[Indicator]:
    """Record indicators, all or none; raises Refused as every kind of record does."""
    shared.refuse(shared.day_problems(entries, at=at))
    shared.refuse(part_problems(entries))
    rows, fresh = shared.insert_new(Indicator, entries, by=by, at=at)
    new = list({row.key: row for row in rows if row.key in fresh}.values())
    if new:
        shared.note_recorded(new, by=by, at=at, deed="indicators.record")
    return rows


@transaction.atomic
def correct(
    indicator: Indicator, *, entry: IndicatorEntry, by: User, at: datetime, reason: str
) -> Indicator:
    """Correct an indicator with a reason; both versions stay to be seen."""
    shared.refuse(shared.day_problems([entry], at=at))
    shared.refuse(part_problems([entry]))
    return shared.replace(indicator, entry, by=by, at=at, reason=reason, deed="indicators.correct")


def withdraw(indicator: Indicator, *, by: User, at: datetime, reason: str) -> None:
    """Withdraw an indicator with a reason: it counts no more, and stays to be seen."""
    shared.withdraw(indicator, by=by, at=at, reason=reason, deed="indicators.withdraw")


def part_problems(entries: Sequence[IndicatorEntry]) -> Iterable[Problem]:
    """Yield parts that are larger than their whole."""
    for place, entry in enumerate(entries):
        ranked = entry.sort.measured_in == "hạng"
        if entry.whole is not None and entry.value > entry.whole:
            what = "Thứ hạng" if ranked else "Số này"
            yield Problem(place, "value", f"{what} lớn hơn tổng số. Sửa một trong hai số.")


@transaction.atomic
def adopt_known() -> None:
    """Take in the indicators that the project knows; those that are there are renewed."""
    for row in json.loads(KNOWN.read_text(encoding="utf-8")):
        row["valid_from"] = date.fromisoformat(row["valid_from"])
        Sort.objects.update_or_create(code=row["code"], defaults=row)
