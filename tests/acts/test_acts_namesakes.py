"""Names that a decision makes ambiguous are told: within the organisation and nowhere else."""

from datetime import date

import pytest

from lantoa.acts.namesakes import ambiguities
from lantoa.acts.plan import plan
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Kind
from tests import build, decide
from tests.acts.acts import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def provinces():
    """Two provinces of one nation."""
    nation = build.root("Toàn quốc", kind=Kind.NATION, code="VN")
    return [
        build.unit(name, under=nation, kind=Kind.PROVINCE, code=code)
        for name, code in (("Tỉnh Đông", "89"), ("Tỉnh Tây", "91"))
    ]


def commune(name: str, code: str, under):
    return build.unit(name, under=under, kind=Kind.COMMUNE, code=code)


def told(*steps: Step) -> list[tuple[str, list[str]]]:
    return [
        (each.name, sorted(unit.code for unit in each.units))
        for each in ambiguities(plan(steps, on=DAY))
    ]


def renamed(unit, name: str) -> Step:
    return Step(sort=Sort.RENAME, unit=unit.pk, name=name)


def test_a_new_name_that_another_unit_bears_is_told_with_the_codes_of_both(provinces):
    mine = commune("Xã Cũ", "1", provinces[0])
    commune("Xã Vĩnh Châu", "2", provinces[1])

    assert told(renamed(mine, "XÃ  VĨNH CHÂU")) == [("XÃ VĨNH CHÂU", ["1", "2"])]


def test_a_new_name_that_nobody_bears_is_not_told(provinces):
    mine = commune("Xã Cũ", "1", provinces[0])
    commune("Xã Vĩnh Châu", "2", provinces[1])

    assert told(renamed(mine, "Xã Vĩnh Hậu")) == []


def test_another_organisation_and_a_unit_that_ended_may_bear_the_name(provinces):
    mine = commune("Xã Cũ", "1", provinces[0])
    ended = commune("Xã Vĩnh Châu", "2", provinces[1])
    decide.close(ended, into=provinces[1], on=date(2025, 1, 1))
    commune("Xã Vĩnh Châu", "3", build.root("Tổ chức khác", kind=Kind.PROVINCE))

    assert told(renamed(mine, "Xã Vĩnh Châu")) == []


def test_two_units_given_one_name_are_told_once(provinces):
    one, two = (commune(f"Xã {code}", code, provinces[0]) for code in ("1", "2"))

    assert told(renamed(one, "Xã Mới"), renamed(two, "Xã Mới")) == [("Xã Mới", ["1", "2"])]


def test_a_unit_that_moves_is_compared_with_those_beside_it_alone(provinces):
    here, there = commune("Xã Đông", "1", provinces[0]), commune("Xã Tây", "2", provinces[1])
    mine = build.unit("Chi bộ Ấp 1", under=here, code="c1")
    build.unit("Chi bộ Ấp 1", under=there, code="c2")
    build.unit("Chi bộ Ấp 1", under=provinces[1], code="c3")
    move = Step(sort=Sort.MOVE, unit=mine.pk, parent=there.pk)

    assert told(move) == [("Chi bộ Ấp 1", ["c1", "c2"])]
