"""Every refusal of a decision, word for word, with the step and the field it stands beside."""

from datetime import date

import pytest

from lantoa.acts.plan import plan
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Kind
from tests.acts.acts import DAY, country, passed
from tests.acts.test_acts_faults import FAULTS, Steps, merged
from tests.plain import is_golden

pytestmark = pytest.mark.django_db
MORE: dict[str, Steps] = {
    "a new unit without a name": lambda land: [
        Step(sort=Sort.OPEN, kind=Kind.CELL, parent=land.communes[0].pk)
    ],
    "a new name that is empty": lambda land: [
        Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="  ")
    ],
    "the name that it already bears": lambda land: [
        Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã  Núi Sập")
    ],
    "a new code that is empty": lambda land: [Step(sort=Sort.RECODE, unit=land.communes[0].pk)],
    "the code that it already bears": lambda land: [
        Step(sort=Sort.RECODE, unit=land.communes[0].pk, code="30682")
    ],
    "a new kind that is not named": lambda land: [
        Step(sort=Sort.CHANGE_KIND, unit=land.communes[0].pk)
    ],
    "no unit to rename": lambda land: [Step(sort=Sort.RENAME, name="Xã Mới")],
    "no place to move to": lambda land: [Step(sort=Sort.MOVE, unit=land.communes[0].pk)],
    "no unit to merge": lambda land: [*merged(land, 0), Step(sort=Sort.MERGE, code="N1")],
    "nothing to be merged into": lambda land: [Step(sort=Sort.MERGE, unit=land.communes[0].pk)],
    "no unit to divide": lambda land: [Step(sort=Sort.SPLIT, into=land.communes[0].pk)],
    "no unit to close": lambda land: [Step(sort=Sort.CLOSE, successor=land.communes[0].pk)],
    "two names for one unit": lambda land: [
        Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã A"),
        Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã B"),
    ],
    "two places for one unit": lambda land: [
        Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.province.pk),
        Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.neighbour.pk),
    ],
    "two kinds for one unit": lambda land: [
        Step(sort=Sort.CHANGE_KIND, unit=land.cells[0][0].pk, kind=Kind.BASE),
        Step(sort=Sort.CHANGE_KIND, unit=land.cells[0][0].pk, kind=Kind.DIVISION),
    ],
    "a successor that is not there": lambda land: [
        Step(sort=Sort.CLOSE, unit=land.cells[0][0].pk, successor="777")
    ],
    "a cell received twice": lambda land: [
        Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk,
             successor=land.communes[1].pk, receives=(land.cells[0][0].pk, land.cells[0][1].pk)),
        Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[2].pk,
             receives=(land.cells[0][1].pk,)),
    ],
    "a cell received that hangs elsewhere": lambda land: [
        Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk,
             successor=land.communes[1].pk,
             receives=(*(each.pk for each in land.cells[0]), land.cells[2][0].pk)),
    ],
}  # fmt: skip


def told(case: str, steps: list[Step]) -> list[str]:
    """Return the refusals of a decision: the number of the step, the field, the words."""
    found = plan(steps, on=DAY)
    return [
        f"# {case}",
        *(f"{each.step} {each.field or '-'} {each.words}" for each in found.faults),
    ]


def test_every_refusal_says_what_it_always_did():
    land = country()
    cases = {case: steps for case, (steps, *_) in FAULTS.items()} | MORE

    lines = [line for case, steps in cases.items() for line in told(case, steps(land))]

    assert is_golden("refusals-of-a-decision.txt", lines)


def test_a_place_that_ends_after_the_day_says_when_and_one_that_ended_before_says_nothing():
    land = country()
    passed([Step(sort=Sort.CLOSE, unit=land.cells[0][0].pk)], on=date(2025, 1, 1))
    passed([Step(sort=Sort.CLOSE, unit=land.cells[1][0].pk)], on=date(2028, 1, 1))

    def words(parent: int) -> list[str]:
        step = Step(sort=Sort.OPEN, name="Tổ", code="T", kind=Kind.CELL, parent=parent)
        return [each.words for each in plan([step], on=DAY).faults]

    assert words(land.cells[0][0].pk) == ["Chi bộ 1 không hoạt động suốt thời gian từ 1/7/2025."]
    assert words(land.cells[1][0].pk) == [
        "Chi bộ 1 không hoạt động suốt thời gian từ 1/7/2025, vì kết thúc từ ngày 1/1/2028."
    ]
