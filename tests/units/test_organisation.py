"""The organisation over time: every unit in exactly one place on every day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lantoa.acts.reversing import reverse
from lantoa.acts.steps import Sort, Step
from lantoa.trail.models import Entry, Home
from lantoa.units.models import Kind, Placement, Succession
from lantoa.units.queries import chart_on, find_unit, portrait, tree_on
from lantoa.units.queries.finding import AmbiguousCode, matching
from tests import build, decide
from tests.acts.acts import passed
from tests.whole import faults

pytestmark = pytest.mark.django_db
MARCH, JULY, AUTUMN = date(2026, 3, 1), date(2026, 7, 1), date(2026, 10, 1)


def test_a_name_holds_from_its_day_and_the_past_keeps_the_old_one():
    unit = build.unit("Xã Cũ", kind=Kind.COMMUNE)

    decide.rename(unit, name="Xã Mới", on=JULY)

    assert portrait(unit, on=MARCH).name == "Xã Cũ"
    assert portrait(unit, on=JULY).name == "Xã Mới"


def test_a_name_can_be_corrected_on_its_own_day():
    unit = build.unit("Xã Cũ", kind=Kind.COMMUNE)
    wrong = decide.rename(unit, name="Xã Mơi", on=JULY)

    with pytest.raises(ValidationError, match="đã đổi tên trong ngày"):
        decide.rename(unit, name="Xã Mới", on=JULY)
    reverse(wrong, reason="Viết sai tên", by=build.person(), at=build.NOW)
    decide.rename(unit, name="Xã Mới", on=JULY)

    assert portrait(unit, on=JULY).name == "Xã Mới"
    assert unit.names.filter(value="Xã Mơi", superseded_at__isnull=False).exists()


def test_before_its_birth_a_unit_hangs_under_what_it_was_born_from():
    province = build.unit("Tỉnh")
    district = build.unit("Huyện", under=province, kind=Kind.DISTRICT)
    one = build.unit("Xã một", under=district, kind=Kind.COMMUNE)
    two = build.unit("Xã hai", under=district, kind=Kind.COMMUNE)

    divided = build.unit("Chi bộ chia", under=two)

    merged = decide.merge([one, two], name="Xã mới", kind=Kind.COMMUNE, under=province, on=JULY)
    part = {"sort": Sort.SPLIT, "unit": divided.pk, "code": "T", "name": "Chi bộ tách"}
    heir = decide.formed(passed([Step(**part, parent=merged.pk, successor="T")], on=AUTUMN), at=0)

    before, after = chart_on(MARCH), chart_on(JULY)
    assert before.tree.parents[merged.pk] == district.pk
    assert before.tree.parents[heir.pk] == divided.pk
    assert before.states[merged.pk] == Placement.State.BEFORE
    assert [after.tree.parents[unit.pk] for unit in (merged, one, two)] == [
        province.pk,
        merged.pk,
        merged.pk,
    ]
    assert after.states[one.pk] == Placement.State.CLOSED


def test_a_merge_takes_the_sub_units_along():
    province = build.unit("Tỉnh")
    one = build.unit("Xã một", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=one)

    merged = decide.merge([one], name="Xã mới", kind=Kind.COMMUNE, under=province, on=JULY)

    assert tree_on(JULY).parents[cell.pk] == merged.pk
    assert Succession.objects.get().is_principal


def test_a_split_sends_each_sub_unit_where_it_is_named():
    province = build.unit("Tỉnh")
    old = build.unit("Xã chia", under=province, kind=Kind.COMMUNE)
    first = build.unit("Chi bộ 1", under=old)
    second = build.unit("Chi bộ 2", under=old)
    north = build.unit("Xã Bắc", under=province, kind=Kind.COMMUNE)
    south = build.unit("Xã Nam", under=province, kind=Kind.COMMUNE)

    with pytest.raises(ValidationError, match="chưa nêu nơi đến của: Chi bộ 2"):
        decide.divide(old, into=[(north, [first])], principal=north, on=JULY)
    parts = [(north, [first]), (south, [second])]
    decide.divide(old, into=parts, principal=north, on=JULY)

    tree = tree_on(JULY)
    assert [tree.parents[unit.pk] for unit in (first, second, old)] == [
        north.pk,
        south.pk,
        north.pk,
    ]


def test_an_act_refused_half_way_leaves_nothing_behind():
    province = build.unit("Tỉnh")
    old = build.unit("Xã chia", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=old)
    other = build.unit("Xã khác", under=province, kind=Kind.COMMUNE)

    with pytest.raises(ValidationError, match="phải là một trong các phần"):
        decide.divide(old, into=[(other, [cell])], principal=province, on=JULY)

    assert tree_on(JULY).parents[cell.pk] == old.pk


def test_a_unit_does_not_end_while_others_hang_under_it():
    province = build.unit("Tỉnh")
    commune = build.unit("Xã", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ ấp Đông", under=commune)

    with pytest.raises(ValidationError, match="Chi bộ ấp Đông"):
        decide.close(commune, into=province, on=JULY)
    decide.close(cell, into=commune, on=JULY)
    decide.close(commune, into=province, on=JULY)

    assert tree_on(JULY).parents[cell.pk] == commune.pk


def test_nothing_hangs_under_a_unit_that_is_closed():
    province = build.unit("Tỉnh")
    commune = build.unit("Xã", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=province)
    decide.close(commune, into=province, on=AUTUMN)

    with pytest.raises(ValidationError, match="không hoạt động suốt"):
        decide.move(cell, under=commune, on=JULY)
    with pytest.raises(ValidationError, match="không hoạt động suốt"):
        build.unit("Chi bộ mới", under=commune, on=JULY)


def test_a_unit_changes_its_place_once_a_day():
    province = build.unit("Tỉnh")
    one = build.unit("Xã một", under=province, kind=Kind.COMMUNE)
    two = build.unit("Xã hai", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=one)
    decide.move(cell, under=two, on=JULY)

    with pytest.raises(ValidationError, match="mỗi ngày một đơn vị chỉ đổi một lần"):
        decide.move(cell, under=province, on=JULY)


def test_a_change_between_two_earlier_ones_ends_where_the_next_begins():
    province = build.unit("Tỉnh")
    one = build.unit("Xã một", under=province, kind=Kind.COMMUNE)
    two = build.unit("Xã hai", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=province)
    decide.move(cell, under=one, on=AUTUMN)

    decide.move(cell, under=two, on=JULY)

    places = [tree_on(day).parents[cell.pk] for day in (MARCH, JULY, AUTUMN)]
    assert places == [province.pk, two.pk, one.pk]


def test_a_code_belongs_to_one_open_unit_at_a_time():
    province = build.unit("Tỉnh")
    old = build.unit("Xã cũ", under=province, kind=Kind.COMMUNE, code="30682")

    with pytest.raises(ValidationError, match="Mã 30682"):
        build.unit("Xã khác", under=province, kind=Kind.COMMUNE, code="30682")
    decide.close(old, into=province, on=JULY)
    new = build.unit("Xã mới", under=province, kind=Kind.COMMUNE, code="30682", on=JULY)

    assert find_unit("30682@2026-03-01") == old
    assert find_unit("30682@1/7/2026") == new
    with pytest.raises(ValidationError, match="Nhiều đơn vị"):
        find_unit("30682")


def test_each_root_gives_its_own_codes():
    real, simulated = build.root("Tỉnh", code="91"), build.root("Xã mẫu", code="MAU")
    made_up = build.unit("Xã mẫu", under=simulated, kind=Kind.COMMUNE, code="30682")
    opened = build.unit("Xã Thoại Sơn", under=real, kind=Kind.COMMUNE, code="30682")
    recoded = build.unit("Xã Óc Eo", under=real, kind=Kind.COMMUNE, code="1")
    build.unit("Chi bộ mẫu", under=simulated, code="2")

    decide.recode(recoded, code="2", on=JULY)
    with pytest.raises(ValidationError, match="mã 30682"):
        decide.recode(recoded, code="30682", on=AUTUMN)

    assert find_unit("91:30682") == find_unit("91:30682@2026-03-01") == opened
    assert find_unit("MAU:30682") == made_up
    assert find_unit("91:2@2026-08-01") == recoded


def test_a_code_of_several_roots_is_refused_with_the_choices_that_can_be_typed():
    units = [
        build.unit(name, under=build.root(name, code=code), kind=Kind.COMMUNE, code="30682")
        for name, code in (("Tỉnh", "91"), ("Xã mẫu", "MAU"))
    ]

    with pytest.raises(AmbiguousCode) as refusal:
        find_unit("30682@2026-03-01")

    first, *choices = refusal.value.messages[0].splitlines()
    assert first == "Nhiều đơn vị đã mang mã 30682. Ghi rõ gốc và ngày:"
    assert [find_unit(line.split()[0]) for line in choices] == units


def test_a_code_may_hold_a_colon():
    unit = build.unit("Xã", kind=Kind.COMMUNE, code="A:1")

    assert find_unit("A:1") == unit
    with pytest.raises(ValidationError, match="Không có đơn vị nào mang mã B:1"):
        find_unit("B:1")


def test_a_new_code_is_found_from_its_day():
    unit = build.unit("Xã", kind=Kind.COMMUNE, code="A1")

    decide.recode(unit, code="B2", on=JULY)

    assert find_unit("A1@2026-03-01") == unit
    assert find_unit("B2@2026-08-01") == unit
    with pytest.raises(ValidationError, match="Không có đơn vị"):
        find_unit("B2@2026-03-01")


@pytest.mark.parametrize("typed", ["thoai son", "THOẠI SƠN", "Thoại  Sơn", "thoai"])
def test_a_unit_is_found_with_or_without_marks(typed):
    build.unit("Đảng bộ huyện Thoại Sơn", kind=Kind.DISTRICT)
    build.unit("Đảng bộ huyện Châu Thành", kind=Kind.DISTRICT)

    assert [each.name for each in matching(typed, on=MARCH)] == ["Đảng bộ huyện Thoại Sơn"]


def test_the_chart_can_be_asked_as_it_was_known():
    province = build.unit("Tỉnh")
    one = build.unit("Xã một", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=province)
    later = build.at(date(2026, 12, 1))

    decide.move(cell, under=one, on=JULY, at=later)

    assert tree_on(JULY).parents[cell.pk] == one.pk
    assert tree_on(JULY, as_known=build.NOW).parents[cell.pk] == province.pk


def test_every_change_leaves_one_line_in_an_unbroken_trail():
    province = build.unit("Tỉnh")
    cell = build.unit("Chi bộ", under=province)
    decide.rename(cell, name="Chi bộ ấp Đông", on=JULY)

    deeds = list(Entry.objects.order_by("number").values_list("deed", flat=True))

    assert deeds == ["units.found", "units.open", "acts.draft", "acts.simulate", "acts.approve"]
    assert list(faults()) == []
    Home.objects.update(last_number=9)
    assert "thiếu dòng cuối" in next(faults())
