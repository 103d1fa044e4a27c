"""What nobody told is said as unknown on paper, or is left out: never as the word of a program."""

from datetime import date

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.commitments.models import Commitment
from lantoa.records.commitments.operations import DONE as COMMITMENTS
from lantoa.reports.queries.facts import facts_of
from lantoa.units.models import Kind
from tests import build
from tests.plain import GOLDEN

DAY = date(2026, 3, 10)


def example_of(*outcomes: str) -> str:
    """Return what a report says of examples that came to some ends."""
    commune = build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)
    for place, outcome in enumerate(outcomes):
        entry = Commitment(
            unit=commune, first_day=DAY, last_day=DAY, key=f"n{place}", sort="example",
            title=f"Xuống ấp nghe dân, việc {place}", outcome=outcome,
        )  # fmt: skip
        COMMITMENTS.record(by=build.recorder(), at=build.NOW, entry=entry)
    facts = facts_of(Question(commune.pk, Period.year(2026)))
    return str(facts.papers.part("commitments", "examples")[0])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        (["", ""], "Việc nêu gương: 2; chưa rõ kết quả."),
        (["done", ""], "Việc nêu gương: 2; đã xong 1."),
        (["not_done"], "Việc nêu gương: 1; chưa xong 1."),
        (["done", "not_done", "done"], "Việc nêu gương: 3; đã xong 2, chưa xong 1."),
    ],
)
def test_of_what_was_taken_on_only_the_ends_that_somebody_told_are_counted(outcomes, said):
    assert example_of(*outcomes) == said


@pytest.mark.parametrize("kept", sorted(GOLDEN.glob("*.txt")), ids=lambda kept: kept.name)
def test_no_output_that_is_held_says_none(kept):
    assert "None" not in kept.read_text(encoding="utf-8")
