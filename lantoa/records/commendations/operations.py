"""Recording, correcting and withdrawing commendations, and taking in the forms of award."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from django.db import transaction

from lantoa.figures.period import write_day
from lantoa.figures.words import fold
from lantoa.figures.writing import write_number
from lantoa.records.commendations.models import AwardForm, Honour, Level
from lantoa.records.commendations.queries import QuotaUsed, of_units, quotas_used
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness
from lantoa.records.record.operations.listing import adopt

KNOWN = Path(__file__).parent / "known" / "forms.json"
NO_DISTRICTS = date(2025, 7, 1)
"""From this day there are no districts, and none gives awards."""
STEPS = ("proposed_on", "voted_on", "appraised_on", "decided_on")


def stage_problems(entries: Sequence[Honour]) -> Iterable[Problem]:
    """Yield decisions of what is only proposed, and forms of law for praise and prizes."""
    for place, entry in enumerate(entries):
        if not entry.is_decided and (entry.decision or entry.decided_on):
            words = "Đã có quyết định thì chọn bước “Đã khen, đã có quyết định”."
            yield Problem(place, "stage", words)
        if entry.sort == Honour.Sort.PRIZE and entry.form:
            yield Problem(place, "form", "Giải hội thi không phải hình thức khen. Hãy bỏ chọn.")


def step_problems(entries: Sequence[Honour]) -> Iterable[Problem]:
    """Yield steps out of order, steps to come, and decisions outside the days of the record."""
    for place, entry in enumerate(entries):
        days = [(name, day) for name in STEPS if (day := getattr(entry, name)) is not None]
        for (_, before), (name, after) in pairwise(days):
            if after < before:
                words = f"Bước này sớm hơn bước trước nó ({write_day(before)}). Sửa một trong hai."
                yield Problem(place, name, words)
        for name, day in days:
            if day > entry.last_day:
                words = f"Ngày này sau ngày của bản ghi ({write_day(entry.last_day)})."
                yield Problem(place, name, words)
        if entry.decided_on and entry.decided_on < entry.first_day:
            words = "Ngày quyết định phải nằm trong thời gian của bản ghi, để số liệu đúng kỳ."
            yield Problem(place, "decided_on", words)


def district_problems(entries: Sequence[Honour]) -> Iterable[Problem]:
    """Yield awards of districts from the day on which there were none."""
    for place, entry in enumerate(entries):
        if entry.level == Level.DISTRICT and (entry.decided_on or entry.first_day) >= NO_DISTRICTS:
            words = "Cấp huyện không còn từ ngày 1/7/2025. Hãy chọn cấp khác, hoặc sửa ngày."
            yield Problem(place, "level", words)


def deed_gaps(entries: Sequence[Honour]) -> Iterable[Problem]:
    """Ask about a second award of one form for one deed of the same unit, on other days."""
    held: dict[tuple[int, str, int | None, str], list[Honour]] = {}
    for row in of_units({entry.unit.pk for entry in entries}):
        held.setdefault(_deed(row), []).append(row)
    for place, entry in enumerate(entries):
        for other in held.get(_deed(entry), ()):
            if other.uuid != entry.uuid and other.last_day < entry.last_day:
                day = write_day(other.last_day)
                words = f"Thành tích này đã có một lượt cùng hình thức, cùng cấp, ngày {day}."
                yield Problem(place, "title", words)
                break


def _deed(row: Honour) -> tuple[int, str, int | None, str]:
    form = row.form.pk if row.form else None
    return row.unit_id, f"{row.sort} {row.level}", form, fold(row.title)


def quota_gaps(entries: Sequence[Honour]) -> Iterable[Problem]:
    """Ask about more than the quota of a year, with its arithmetic."""
    for place, entry in enumerate(entries):
        if entry.form is None or entry.sort != Honour.Sort.AWARD:
            continue
        for used in quotas_used(entry.unit, form=entry.form.pk, on=entry.last_day):
            if used.exceeded:
                yield Problem(place, "form", quota_words(used))


def quota_words(used: QuotaUsed) -> str:
    """Say a quota and how much of it is used, in numbers."""
    quota = used.quota
    parts = [
        f"{word} {write_number(count)}/{write_number(most)}"
        for word, count, most in (
            ("tập thể", used.collectives, quota.collectives),
            ("cá nhân", used.individuals, quota.individuals),
        )
        if most is not None
    ]
    return (
        f"{quota.label}, năm {used.year}: đã đề xuất và khen {', '.join(parts)} ({quota.source})."
    )


@transaction.atomic
def adopt_known() -> None:
    """Take in the forms of award that the project knows; those that are there stay."""
    adopt(AwardForm, KNOWN)


DONE = Done(
    model=Honour,
    deed="commendations",
    checks=[stage_problems, step_problems, district_problems],
    gaps=[deed_gaps, quota_gaps],
    adopt=adopt_known,
    alike=Likeness(besides=("title",)),
)
