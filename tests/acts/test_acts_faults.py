"""What a decision may not do is refused, naming the step and the reason."""

from collections.abc import Callable
from datetime import date

import pytest

from lantoa.acts.plan import plan
from lantoa.acts.reversing import reverse
from lantoa.acts.steps import Sort, Step, Unplannable
from lantoa.units.models import Kind
from lantoa.units.queries import portrait
from tests import build, decide
from tests.acts.acts import DAY, Country, country, drafted, passed

pytestmark = pytest.mark.django_db
Steps = Callable[[Country], list[Step]]


def merged(land: Country, *places: int, code: str = "N1") -> list[Step]:
    return [
        Step(sort=Sort.MERGE, unit=land.communes[each].pk, code=code, name="Xã N",
             parent=land.province.pk)
        for each in places
    ]  # fmt: skip


def whole(land: Country) -> list[Step]:
    """Return the part of the first commune that receives all its cells."""
    first, cells = land.communes[0], tuple(each.pk for each in land.cells[0])
    part = {"code": "P", "name": "Xã P", "parent": land.district.pk, "successor": "P"}
    return [Step(sort=Sort.SPLIT, unit=first.pk, receives=cells, **part)]


FAULTS: dict[str, tuple[Steps, int, str, str]] = {
    "nothing at all": (lambda land: [], 0, "", "chưa có bước nào"),
    "nothing but new units under each other": (
        lambda land: [
            Step(sort=Sort.OPEN, name="X", code="X", kind=Kind.CELL, parent="Y"),
            Step(sort=Sort.OPEN, name="Y", code="Y", kind=Kind.CELL, parent="X"),
        ],
        0, "parent", "chưa nêu đơn vị nào đang có",
    ),
    "two new units of one name without codes": (
        lambda land: [
            Step(sort=Sort.OPEN, name="Chi bộ 1", kind=Kind.CELL, parent=land.communes[0].pk),
            Step(sort=Sort.OPEN, name="Chi bộ 1", kind=Kind.CELL, parent=land.communes[1].pk),
        ],
        1, "code", "nếu trùng tên, ghi mã mới cho từng đơn vị",
    ),
    "an unknown unit": (
        lambda land: [Step(sort=Sort.RENAME, unit=10**9, name="x")],
        0, "unit", "không có đơn vị này",
    ),
    "a parent that nobody opens": (
        lambda land: [Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent="777")],
        0, "parent", "không thành lập đơn vị 777",
    ),
    "a parent that ends": (
        lambda land: [
            *merged(land, 0),
            Step(sort=Sort.MOVE, unit=land.cells[1][0].pk, parent=land.communes[0].pk),
        ],
        1, "parent", "Xã Núi Sập không hoạt động",
    ),
    "a circle": (
        lambda land: [
            Step(sort=Sort.MOVE, unit=land.district.pk, parent=land.communes[0].pk)
        ],
        0, "parent", "dưới mình",
    ),
    "a circle of two moves": (
        lambda land: [
            Step(sort=Sort.MOVE, unit=land.province.pk, parent=land.neighbour.pk),
            Step(sort=Sort.MOVE, unit=land.neighbour.pk, parent=land.communes[0].pk),
        ],
        0, "parent", "dưới mình",
    ),
    "a code borne by another": (
        lambda land: [Step(sort=Sort.RECODE, unit=land.communes[0].pk, code="30710")],
        0, "code", "mã 30710 đang do Xã Bình Thành mang",
    ),
    "a code given twice": (
        lambda land: [
            Step(sort=Sort.RECODE, unit=land.communes[0].pk, code="1"),
            Step(sort=Sort.RECODE, unit=land.communes[1].pk, code="1"),
        ],
        1, "code", "mã 1 đang do Xã Núi Sập mang",
    ),
    "a sub-unit of a split that is not named": (
        lambda land: [
            Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk,
                 successor=land.communes[1].pk, receives=(land.cells[0][0].pk,)),
        ],
        0, "unit", "chưa nêu nơi đến của: Chi bộ 2",
    ),
    "a split without a principal part": (
        lambda land: [
            Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk),
        ],
        0, "successor", "chưa nêu đơn vị kế thừa chính",
    ),
    "a principal part that is none of the parts": (
        lambda land: [
            Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk,
                 successor=land.communes[2].pk),
        ],
        0, "successor", "phải là một trong các phần",
    ),
    "a unit merged into itself": (
        lambda land: [Step(sort=Sort.MERGE, unit=land.communes[0].pk, into=land.communes[0].pk)],
        0, "into", "Xã Núi Sập không thể nhập vào chính nó",
    ),
    "a unit closed into itself": (
        lambda land: [Step(sort=Sort.CLOSE, unit=land.province.pk, successor=land.province.pk)],
        0, "successor", "Tỉnh Đông không thể kế thừa chính nó",
    ),
    "a part for the divided unit itself": (
        lambda land: [*whole(land), Step(sort=Sort.SPLIT, unit=land.communes[0].pk,
                                         into=land.communes[0].pk)],
        1, "into", "Xã Núi Sập không hoạt động từ ngày 1/7/2025",
    ),
    "a part for a unit that ends too": (
        lambda land: [*whole(land), *merged(land, 1, code="N2"),
                      Step(sort=Sort.SPLIT, unit=land.communes[0].pk, into=land.communes[1].pk)],
        2, "into", "Xã Thoại Giang không hoạt động từ ngày 1/7/2025",
    ),
    "a level that ends above units not placed": (
        lambda land: [Step(sort=Sort.CLOSE, unit=land.district.pk)],
        0, "unit", "Huyện Sơn kết thúc mà chưa nêu nơi đến của",
    ),
    "a root that ends": (
        lambda land: [Step(sort=Sort.CLOSE, unit=land.root.pk)],
        0, "successor", "chưa nêu đơn vị kế thừa",
    ),
    "a successor that ends too": (
        lambda land: [
            *merged(land, 1),
            Step(sort=Sort.CLOSE, unit=land.cells[0][0].pk, successor=land.communes[1].pk),
        ],
        1, "successor", "Xã Thoại Giang không hoạt động",
    ),
    "a unit merged and moved": (
        lambda land: [
            *merged(land, 0),
            Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.neighbour.pk),
        ],
        0, "unit", "đã đổi nơi trực thuộc hoặc kết thúc ở bước 2",
    ),
    "a unit merged twice": (
        lambda land: [*merged(land, 0), *merged(land, 0, code="N2")],
        1, "unit", "kết thúc ở bước 1",
    ),
    "a unit that ends and is renamed": (
        lambda land: [*merged(land, 0), Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="x")],
        1, "unit", "không đổi được nữa",
    ),
    "a move to where it already is": (
        lambda land: [Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.district.pk)],
        0, "parent", "Xã Núi Sập đã trực thuộc Huyện Sơn",
    ),
    "a new unit named in two ways": (
        lambda land: [
            *merged(land, 0),
            Step(sort=Sort.MERGE, unit=land.communes[1].pk, code="N1", name="Xã M"),
        ],
        1, "name", "tên mới của N1 khác",
    ),
    "a new unit without a place": (
        lambda land: [Step(sort=Sort.MERGE, unit=land.communes[0].pk, code="N1", name="Xã N")],
        0, "parent", "chưa nêu đơn vị",
    ),
    "a new unit without a kind": (
        lambda land: [Step(sort=Sort.OPEN, code="N1", name="Xã N", parent=land.province.pk)],
        0, "kind", "chưa ghi loại",
    ),
    "a kind that it already is": (
        lambda land: [Step(sort=Sort.CHANGE_KIND, unit=land.cells[0][0].pk, kind=Kind.CELL)],
        0, "kind", "đơn vị đã là chi bộ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_names_its_step_and_field(case):
    steps, place, field, words = FAULTS[case]
    land = country()

    found = plan(steps(land), on=DAY)

    assert (found.faults[0].step, found.faults[0].field) == (place, field)
    assert words in found.faults[0].words
    with pytest.raises(Unplannable, match=f"Bước {place + 1}"):
        found.refuse()


def test_a_day_before_the_birth_of_a_unit_is_refused():
    land = country()
    late = build.unit("Xã trẻ", under=land.district, kind=Kind.COMMUNE, on=date(2026, 1, 1))

    found = plan([Step(sort=Sort.RENAME, unit=late.pk, name="x")], on=DAY)

    assert "đến ngày 1/1/2026 mới thành lập" in found.faults[0].words


def test_a_unit_that_ended_is_refused():
    land = country()
    decide.close(land.cells[0][0], into=land.cells[0][1], on=date(2024, 5, 1))

    found = plan([Step(sort=Sort.RENAME, unit=land.cells[0][0].pk, name="x")], on=DAY)

    assert "Chi bộ 1 đã kết thúc từ ngày 1/5/2024" in found.faults[0].words


def test_a_second_change_on_the_same_day_is_refused():
    land = country()
    decide.move(land.communes[0], under=land.neighbour, on=DAY)
    decide.rename(land.communes[1], name="Xã Khác", on=DAY)

    found = plan(
        [
            Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.province.pk),
            Step(sort=Sort.RENAME, unit=land.communes[1].pk, name="Xã Nữa"),
        ],
        on=DAY,
    )

    assert "đã đổi nơi trực thuộc trong ngày 1/7/2025" in found.faults[0].words
    assert "đã đổi tên trong ngày 1/7/2025" in found.faults[1].words


def test_a_late_decision_may_not_end_what_was_placed_after_it():
    land = country()
    decide.move(land.communes[0], under=land.neighbour, on=date(2025, 10, 1))

    found = plan(merged(land, 0), on=DAY)

    assert "còn được sắp xếp vào ngày 1/10/2025" in found.faults[0].words


def test_a_late_move_lasts_until_the_next_one():
    land = country()
    decide.move(land.communes[0], under=land.neighbour, on=date(2025, 10, 1))

    act = passed([Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.province.pk)])

    placed = act.placements.get()
    assert (placed.since, placed.until) == (DAY, date(2025, 10, 1))


def test_units_of_two_organisations_are_not_in_one_decision():
    land = country()
    stranger = build.root("Tổ chức khác", kind=Kind.PROVINCE)

    found = plan([Step(sort=Sort.MOVE, unit=stranger.pk, parent=land.root.pk)], on=DAY)

    assert "nhiều tổ chức khác nhau" in found.faults[0].words


def test_a_decision_about_no_unit_or_an_unknown_one_is_not_even_drafted():
    with pytest.raises(Unplannable, match="chưa nêu đơn vị nào"):
        drafted([Step(sort=Sort.OPEN, name="x", kind=Kind.CELL, parent="y")])


def test_a_code_may_pass_to_the_unit_that_takes_over():
    land = country()

    found = plan(merged(land, 0, 1, code="30682"), on=DAY)

    assert found.faults == ()


def test_planning_reads_as_often_for_many_units_as_for_few(django_assert_max_num_queries):
    land = country()
    for number in range(300):
        build.unit(f"Chi bộ {number}", under=land.communes[0])

    with django_assert_max_num_queries(10):
        found = plan(merged(land, 0, 1, 2), on=DAY)

    assert len(found.follows) == 306


def test_another_root_gives_its_own_codes_and_does_not_disturb_a_decision():
    land = country()
    steps = merged(land, 0, code="555")
    before = plan(steps, on=DAY)

    build.unit("Xã mẫu", under=build.root("Tổ chức khác", code="555"), code="30682")
    after = plan(steps, on=DAY)

    assert (after.faults, after.fingerprint) == ((), before.fingerprint)
    act = passed(steps)
    reverse(act, reason="thử", by=build.person(), at=build.NOW)
    assert portrait(land.communes[0], on=DAY).code == "30682"
