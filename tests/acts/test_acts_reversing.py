"""A decision is undone without a trace on the charts, while nobody built on it."""

from collections.abc import Collection, Iterator
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lantoa.acts.drafting import steps_of
from lantoa.acts.matters import Matter
from lantoa.acts.models import Act
from lantoa.acts.reversing import built_on, reverse
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import portraits, tree_on
from tests import build, decide
from tests.acts.acts import DAY, Country, country, passed

pytestmark = pytest.mark.django_db
LATER = date(2025, 12, 1)


def everything(land: Country) -> list[Step]:
    """Return a decision with every sort of step."""
    first, second, third = land.communes
    new = {"code": "30682", "name": "Xã Thoại Sơn", "parent": "91"}
    return [
        Step(sort=Sort.OPEN, code="91", name="Tỉnh Mới", kind=Kind.PROVINCE, parent=land.root.pk),
        Step(sort=Sort.MERGE, unit=first.pk, **new),
        Step(sort=Sort.MERGE, unit=second.pk, **new),
        Step(sort=Sort.SPLIT, unit=third.pk, into="30682", successor="30682",
             receives=(land.cells[2][0].pk,)),
        Step(sort=Sort.SPLIT, unit=third.pk, code="2", name="Xã Hai", parent="91",
             receives=(land.cells[2][1].pk,)),
        Step(sort=Sort.CLOSE, unit=land.district.pk, successor="91"),
        Step(sort=Sort.RENAME, unit=land.cells[0][0].pk, name="Chi bộ khóm 1"),
        Step(sort=Sort.RECODE, unit=land.cells[0][0].pk, code="k1"),
        Step(sort=Sort.CHANGE_KIND, unit=land.cells[0][1].pk, kind=Kind.BASE),
        Step(sort=Sort.MOVE, unit=land.neighbour.pk, parent="91"),
    ]  # fmt: skip


def undone(act: Act, **more) -> Act:
    return reverse(act, reason="nhầm số quyết định", by=build.person(), at=build.NOW, **more)


def formed(act: Act, order: int) -> Unit:
    return act.steps.get(order=order).formed


def test_a_decision_undone_leaves_the_organisation_as_it_was():
    land = country()
    before, day = state_hash(), tree_on(DAY).parents

    act = undone(passed(everything(land)))

    assert act.state == Act.State.REVERSED
    assert state_hash() == before
    assert tree_on(DAY).parents == day
    assert portraits([formed(act, 0).pk], on=DAY) == {}


def test_what_was_undone_can_be_decided_again():
    land = country()
    act = passed(everything(land))
    once = state_hash()
    undone(act)

    passed(steps_of(act))

    assert state_hash() == once


def test_nothing_is_undone_twice_or_without_a_reason():
    land = country()
    act = passed(everything(land))

    with pytest.raises(ValidationError, match="lý do"):
        reverse(act, reason=" ", by=build.person(), at=build.NOW)
    undone(act)
    with pytest.raises(ValidationError, match="đã thu hồi"):
        undone(act)


BUILT = {
    "a unit under one it opened": (
        lambda land, act: build.unit("Ấp", under=formed(act, 1), on=LATER),
        "Xã Thoại Sơn: đã có đơn vị xếp vào trực thuộc từ ngày 1/12/2025",
    ),
    "a post at a unit it opened": (
        lambda land, act: build.clerk(formed(act, 1), name="Lê Thị B"),
        "Xã Thoại Sơn: nhiệm vụ của Lê Thị B từ ngày",
    ),
    "a new name of a unit it opened": (
        lambda land, act: decide.rename(formed(act, 1), name="x", on=LATER),
        "đã đổi tên từ ngày 1/12/2025",
    ),
    "a later place of a unit it moved": (
        lambda land, act: decide.move(land.neighbour, under=land.root, on=LATER),
        "Tỉnh Tây: đã thay đổi nơi trực thuộc từ ngày 1/12/2025",
    ),
    "a later code of a unit it coded": (
        lambda land, act: decide.recode(land.cells[0][0], code="k2", on=LATER),
        "đã đổi mã từ ngày 1/12/2025",
    ),
    "a code that was free and is borne again": (
        lambda land, act: build.unit(
            "Xã mượn mã", under=land.province, kind=Kind.COMMUNE, code="30710", on=LATER
        ),
        "mã 30710 đang do",
    ),
    "a parent that ended since": (
        lambda land, act: decide.close(land.province, into=land.root, on=LATER),
        "Tỉnh Đông không hoạt động",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BUILT)
def test_a_decision_stays_while_something_is_built_on_it(case):
    build_on, words = BUILT[case]
    land = country()
    act = passed(everything(land))
    build_on(land, act)
    before = state_hash()

    with pytest.raises(ValidationError, match="Không thu hồi được") as refusal:
        undone(act)

    assert words in str(refusal.value)
    assert state_hash() == before


def test_what_hangs_under_an_opened_unit_is_told_once_and_by_the_day_of_its_birth():
    land = country()
    act = passed(everything(land))
    build.unit("Ấp", under=formed(act, 1), on=LATER)

    found = [each.words for each in built_on(act)]

    assert found == ["đã có đơn vị xếp vào trực thuộc từ ngày 1/12/2025"]


def test_what_takes_over_another_unit_since_and_what_is_taken_over_since_are_told():
    land = country()
    act = passed(everything(land))
    here, there = formed(act, 1), formed(act, 4)
    passed([Step(sort=Sort.MERGE, unit=there.pk, into=here.pk)], on=LATER)

    found = [(each.unit, each.words) for each in built_on(act)]

    assert (here.pk, "đã kế thừa đơn vị khác từ ngày 1/12/2025") in found
    assert (there.pk, "đã có đơn vị kế thừa khác từ ngày 1/12/2025") in found


def test_a_refusal_to_undo_opens_with_the_reason_and_names_ten_things_at_most():
    land = country()
    act = passed(everything(land))
    for number in range(12):
        build.unit(f"Ấp {number}", under=formed(act, 1), on=date(2025, 12, 1 + number))

    with pytest.raises(ValidationError) as refusal:
        undone(act)

    first, *named, rest = refusal.value.messages
    assert first == "Không thu hồi được, vì đã có việc dựa trên quyết định này:"
    assert named[0] == "Xã Thoại Sơn: đã có đơn vị xếp vào trực thuộc từ ngày 1/12/2025."
    assert (len(named), rest) == (10, "Và 2 điều khác.")


def test_a_record_stands_in_the_way_even_where_nobody_asks_for_it():
    land = country()
    act = passed(everything(land))
    build.meeting(at=formed(act, 1), on=LATER)
    build.work(at=formed(act, 4), on=LATER)

    with pytest.raises(ValidationError, match="Xã Thoại Sơn: 1 buổi học tập") as refusal:
        undone(act)

    assert "Xã Hai: 1 " in str(refusal.value)


def test_a_unit_whose_opening_was_undone_takes_no_part_any_more():
    land = country()
    act = passed(everything(land))
    gone = formed(act, 1)
    undone(act)

    with pytest.raises(ValidationError, match="không có đơn vị này"):
        decide.move(land.communes[0], under=gone, on=DAY)
    with pytest.raises(ValidationError, match="không có đơn vị này"):
        decide.rename(gone, name="x", on=DAY)
    with pytest.raises(ValidationError, match="quyết định thành lập nó đã hủy"):
        build.unit("Chi bộ", under=gone, on=DAY)


def test_other_packages_may_say_what_was_built_on_a_decision():
    land = country()
    act = passed(everything(land))
    build.meeting(at=formed(act, 1), on=LATER)

    def meetings(units: Collection[int], since: date) -> Iterator[Matter]:
        assert since < LATER
        yield from (Matter(each, "1 buổi học tập") for each in units if each == formed(act, 1).pk)

    with pytest.raises(ValidationError, match="Xã Thoại Sơn: 1 buổi học tập"):
        undone(act, questions=[meetings])
    assert [each.words for each in built_on(act, questions=[meetings])] == ["1 buổi học tập"]


def test_a_change_that_stood_before_a_late_decision_is_not_built_on_it():
    land = country()
    decide.move(land.communes[0], under=land.neighbour, on=LATER)
    before = state_hash()
    act = passed([Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.province.pk)])

    undone(act)

    assert state_hash() == before
