"""Recording, correcting and withdrawing inspections, and taking in their themes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import transaction

from lantoa.records.inspections.models import Inspection, InspectionTheme
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done
from lantoa.records.record.operations.listing import adopt

KNOWN = Path(__file__).parent / "known" / "themes.json"
WORDS = "Bản ghi kiểm tra, giám sát không nhận chữ tự do. Hãy để trống ô này."
RESULTS = ("organisations", "members")


def word_problems(entries: Sequence[Inspection]) -> Iterable[Problem]:
    """Yield notes: an inspection says numbers only; of where it was published it may tell."""
    for place, entry in enumerate(entries):
        if entry.note and not entry.source:
            yield Problem(place, "note", WORDS)


def result_problems(entries: Sequence[Inspection]) -> Iterable[Problem]:
    """Yield results that do not fit the number inspected, and days to come."""
    for place, entry in enumerate(entries):
        for whole in RESULTS:
            total = getattr(entry, whole)
            known = [getattr(entry, f"{how}_{whole}") or 0 for how in ("good", "faulty")]
            if total is not None and sum(known) > total >= max(known):
                words = "Làm tốt và có khuyết điểm cộng lại nhiều hơn số đã kiểm tra, giám sát."
                yield Problem(place, f"faulty_{whole}", words)
        if entry.announced_on and entry.announced_on > entry.last_day:
            words = "Ngày công bố kết luận sau ngày của bản ghi. Chỉ ghi sau khi đã công bố."
            yield Problem(place, "announced_on", words)


@transaction.atomic
def adopt_known() -> None:
    """Take in the themes that the project knows; those that are there stay."""
    adopt(InspectionTheme, KNOWN)


DONE = Done(
    model=Inspection,
    deed="inspections",
    checks=[word_problems, result_problems],
    adopt=adopt_known,
)
