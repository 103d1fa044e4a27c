"""A simulation shows what a decision would do, and writes nothing."""

from collections.abc import Collection, Iterator
from datetime import date

import pytest

from lantoa.acts.matters import Inquiry, Matter
from lantoa.acts.plan import plan
from lantoa.acts.simulation import Simulation, simulation
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Kind
from tests import build
from tests.acts.acts import DAY, Country, country, passed

pytestmark = pytest.mark.django_db


def steps_of(land: Country) -> list[Step]:
    first, second, third = land.communes
    return [
        Step(sort=Sort.MERGE, unit=first.pk, code="30682", name="Xã Thoại Sơn", parent="91"),
        Step(sort=Sort.MERGE, unit=second.pk, code="30682"),
        Step(sort=Sort.MOVE, unit=third.pk, parent="91"),
        Step(sort=Sort.RENAME, unit=third.pk, name="Xã Châu Thành"),
        Step(sort=Sort.CLOSE, unit=land.district.pk, successor="91"),
        Step(sort=Sort.MERGE, unit=land.province.pk, code="91", name="Tỉnh Mới",
             parent=land.root.pk),
        Step(sort=Sort.MERGE, unit=land.neighbour.pk, code="91"),
    ]  # fmt: skip


def simulated(land: Country, **more) -> Simulation:
    return simulation(plan(steps_of(land), on=DAY), **more)


def test_it_counts_and_lists_what_changes():
    land = country()
    before = state_hash()

    found = simulated(land)

    assert found.counts == {
        "opens": 2, "closes": 5, "moves": 5, "renames": 1, "recodes": 0, "kinds": 0,
    }  # fmt: skip
    assert [(each.unit.name, each.after) for each in found.opens] == [
        ("Xã Thoại Sơn", "Tỉnh Mới"), ("Tỉnh Mới", "Toàn quốc"),
    ]  # fmt: skip
    assert [each.follows for each in found.moves] == [False, True, True, True, True]
    assert (found.renames[0].before, found.renames[0].after) == ("Xã Bình Thành", "Xã Châu Thành")
    assert state_hash() == before


def test_a_level_that_ends_is_named_as_having_no_successor():
    land = country()

    found = simulated(land)

    assert [each.name for each in found.without_successor] == ["Huyện Sơn"]


def test_a_unit_that_ends_into_another_of_its_kind_has_a_successor():
    land = country()
    first, second = land.cells[0]

    found = simulation(
        plan(
            [
                Step(sort=Sort.CLOSE, unit=first.pk, successor=second.pk),
                Step(sort=Sort.CLOSE, unit=land.cells[1][0].pk),
            ],
            on=DAY,
        )
    )

    assert [each.pk for each in found.without_successor] == [land.cells[1][0].pk]


def test_names_that_others_bear_are_pointed_out():
    land = country()
    build.unit("Xã Châu Thành", under=land.neighbour, kind=Kind.COMMUNE)

    found = simulated(land)

    ambiguous = {each.name: len(each.units) for each in found.ambiguous}
    assert ambiguous == {"Xã Châu Thành": 2, "Chi bộ 1": 2, "Chi bộ 2": 2}


@pytest.mark.parametrize("sort", [Sort.MOVE, Sort.MERGE])
def test_a_name_that_a_unit_beside_bears_already_is_pointed_out(sort):
    land = country()
    first, second, _ = land.communes
    steps = {
        Sort.MOVE: Step(sort=Sort.MOVE, unit=land.cells[0][0].pk, parent=second.pk),
        Sort.MERGE: Step(sort=Sort.MERGE, unit=first.pk, into=second.pk),
    }

    found = simulation(plan([steps[sort]], on=DAY))

    told = {each.name: {unit.pk for unit in each.units} for each in found.ambiguous}
    assert told["Chi bộ 1"] == {land.cells[0][0].pk, land.cells[1][0].pk}
    assert ("Chi bộ 2" in told) == (sort is Sort.MERGE)


def test_the_trees_show_the_affected_part_before_and_after():
    land = country()
    build.unit("Xã xa", under=land.neighbour, kind=Kind.COMMUNE)

    found = simulated(land)

    (root,), (then,) = found.before, found.after
    assert [each.unit.name for each in root.below] == ["Tỉnh Đông", "Tỉnh Tây"]
    assert [each.unit.name for each in root.below[0].below[0].below] == [
        "Xã Núi Sập", "Xã Thoại Giang", "Xã Bình Thành",
    ]  # fmt: skip
    province = then.below[0]
    assert [(each.unit.name, each.is_open) for each in province.below][:2] == [
        ("Xã Thoại Sơn", True), ("Xã Châu Thành", True),
    ]  # fmt: skip
    assert {each.unit.name for each in province.below if not each.is_open} == {
        "Tỉnh Đông", "Tỉnh Tây", "Huyện Sơn",
    }  # fmt: skip
    assert (province.below[0].following, province.below[0].is_touched) == (4, True)


def test_other_packages_say_what_refers_to_units_that_end():
    land = country()
    asked: list[tuple[set[int], date]] = []

    def meetings(units: Collection[int], since: date) -> Iterator[Matter]:
        asked.append((set(units), since))
        yield Matter(land.district.pk, "3 buổi học tập", 3)

    question = Inquiry("Buổi học tập", "Giữ nguyên.", meetings)
    found = simulated(land, questions=[question])

    ended = {*land.communes[:2], land.district, land.province, land.neighbour}
    assert asked == [({each.pk for each in ended}, DAY)]
    ((told, (matter,)),) = found.matters
    assert (told, matter.count) == (question, 3)


def test_a_decision_with_faults_is_still_shown_as_far_as_it_was_understood():
    land = country()

    found = simulation(plan([*steps_of(land), Step(sort=Sort.RENAME, unit=None)], on=DAY))

    assert [each.step for each in found.faults] == [7]
    assert found.counts["closes"] == 5


def test_what_hangs_under_a_unit_that_ends_later_is_refused_with_the_day_of_its_end():
    land = country()
    first, second, _ = land.communes
    passed([Step(sort=Sort.MERGE, unit=first.pk, into=second.pk)], on=date(2028, 1, 1))

    found = plan([Step(sort=Sort.OPEN, name="Chi bộ 3", kind=Kind.CELL, parent=first.pk)], on=DAY)

    assert [each.words for each in found.faults] == [
        "Xã Núi Sập không hoạt động suốt thời gian từ 1/7/2025, vì kết thúc từ ngày 1/1/2028."
    ]
