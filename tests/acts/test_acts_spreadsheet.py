"""Steps come from a spreadsheet; what is wrong is named by row and column."""

import csv
import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lantoa.acts.plan import plan
from lantoa.acts.spreadsheet import Mistakes, read_steps
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.acts.table import COLUMNS
from lantoa.acts.template import act_template
from lantoa.units.models import Kind
from lantoa.units.queries import find_unit, parents_under
from tests import build, decide
from tests.acts.acts import DAY, Country, country, passed

pytestmark = pytest.mark.django_db
HEADS = tuple(COLUMNS)
PLAIN = ("viec", "ma don vi", "MA MOI", "Ten moi", "loai", "truc thuoc moi", "ke thua chinh", "")


def rows_of(land: Country) -> list[tuple[str, ...]]:
    """Return the list of one merge and one split, with where the divided unit's cells go."""
    cells = [f"{land.communes[2].pk}-{n}" for n in (1, 2)]
    return [
        ("Hợp nhất", "30682", "30682", "Xã Thoại Sơn", "", "89", "", "trung tâm"),
        ("Hợp nhất", "30706", "30682", "", "", "", "", ""),
        ("Chia", "30710", "30682", "", "", "", "30682", ""),
        ("Chia", "30710", "30688", "Xã Óc Eo", "", "89", "", ""),
        ("Chuyển", cells[0], "", "", "", "30682", "", ""),
        ("Chuyển", cells[1], "", "", "", "30688", "", ""),
        ("Kết thúc", "894", "", "", "", "", "89", ""),
    ]


def as_csv(heads: tuple[str, ...], rows: list[tuple[str, ...]], divider: str = ";") -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=divider).writerows([heads, *rows])
    return written.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("heads", [HEADS, PLAIN])
@pytest.mark.parametrize("divider", [";", ","])
def test_a_csv_file_is_read_whatever_its_heads_and_divider(heads, divider):
    land = country()

    reading = read_steps(as_csv(heads, rows_of(land), divider), on=DAY)

    assert [step.sort for step in reading.steps] == [
        Sort.MERGE, Sort.MERGE, Sort.SPLIT, Sort.SPLIT, Sort.MOVE, Sort.MOVE, Sort.CLOSE,
    ]  # fmt: skip
    assert plan(reading.steps, on=DAY).faults == ()


def test_unicode_text_as_spreadsheet_programs_save_it_is_read():
    land = country()
    listed = as_csv(HEADS, rows_of(land), "\t").decode("utf-8-sig")

    assert len(read_steps(listed.encode("utf-16"), on=DAY).steps) == 7


def test_signs_that_nobody_sees_are_left_out_of_a_name():
    country()
    rows = [("Đổi tên", "30682", "", "\u202eXã\u200b  Óc\u00ad Eo", "", "", "", "")]

    assert read_steps(as_csv(HEADS, rows), on=DAY).steps[0].name == "Xã Óc Eo"


@pytest.mark.parametrize("divider", [";", ",", "\t"])
def test_a_csv_file_may_have_a_title_above_its_head(divider):
    land = country()
    title = "Danh sách sắp xếp, kèm theo; xem công văn\n\n"
    listed = as_csv(HEADS, rows_of(land), divider).decode("utf-8-sig")

    reading = read_steps((title + listed).encode("utf-8-sig"), on=DAY)

    assert (len(reading.steps), reading.rows[0].number) == (7, 4)


def test_the_template_filled_in_is_read_like_the_steps_of_a_form():
    land = country()
    first, second, third = (each.pk for each in land.communes)

    reading = read_steps(act_template(rows_of(land)), on=DAY)

    assert reading.steps[0] == Step(
        sort=Sort.MERGE, unit=first, code="30682", name="Xã Thoại Sơn", parent=land.province.pk,
        note="trung tâm",
    )  # fmt: skip
    assert reading.steps[1] == Step(sort=Sort.MERGE, unit=second, code="30682")
    assert reading.steps[2].successor == "30682"
    assert (reading.steps[2].unit, reading.steps[3].unit) == (third, third)
    assert reading.rows[0].number == 6


def test_a_list_decides_what_its_steps_say():
    land = country()
    before = state_hash()

    act = passed(read_steps(act_template(rows_of(land)), on=DAY).steps)

    assert act.steps.get(order=0).formed.pk == act.steps.get(order=2).formed.pk
    assert act.steps.get(order=3).formed.names.get().value == "Xã Óc Eo"
    assert state_hash() != before


def test_an_existing_unit_may_take_over_and_noughts_that_a_sheet_drops_are_found():
    land = country()
    hanoi = build.unit("Hà Nội", under=land.root, kind=Kind.PROVINCE, code="01")
    rows = [
        ("Hợp nhất", "30706", "30682", "", "", "", "", ""),
        ("chuyển", "30710", "", "", "", "1", "", ""),
    ]

    reading = read_steps(as_csv(HEADS, rows), on=DAY)

    assert reading.steps[0].into == land.communes[0].pk
    assert reading.steps[1].parent == hanoi.pk


def test_a_unit_that_another_decision_opened_that_day_receives_under_a_code_used_again():
    land = country()
    passed(read_steps(act_template(rows_of(land)), on=DAY).steps)
    merged = find_unit(f"30682@{DAY}")
    cell = build.unit("Chi bộ cơ quan", under=land.province, code="CQ1")

    reading = read_steps(as_csv(HEADS, [("Chuyển", "CQ1", "", "", "", "30682", "", "")]), on=DAY)

    assert reading.steps[0].parent == merged.pk
    assert merged.pk not in {each.pk for each in land.communes}
    passed(reading.steps)
    assert parents_under(merged.pk, on=DAY)[cell.pk] == merged.pk


def test_a_list_sent_twice_names_the_units_that_ended_and_not_their_successors():
    land = country()
    passed(read_steps(act_template(rows_of(land)), on=DAY).steps)

    again = read_steps(act_template(rows_of(land)), on=DAY)

    assert again.steps[0].unit == land.communes[0].pk
    assert "đã kết thúc từ ngày 1/7/2025" in str(plan(again.steps, on=DAY).faults)


WRONG = [
    (("Bay", "30682", "", "", "", "", "", ""), "Dòng 2, cột Việc: “Bay” không phải là một trong"),
    (("Đổi tên", "", "", "x", "", "", "", ""), "Dòng 2, cột Mã đơn vị: chưa ghi mã"),
    (("Đổi tên", "999", "", "x", "", "", "", ""), "cột Mã đơn vị: không có đơn vị nào mang mã 999"),
    (("Chuyển", "30682", "", "", "", "998", "", ""), "cột Nơi trực thuộc mới: không có đơn vị nào"),
    (
        ("Đổi loại", "30682", "", "", "hội", "", "", ""),
        "cột Loại mới: không có loại “hội”. Ghi một trong: toàn quốc; ",
    ),
    (("Hợp nhất", "30682", "", "", "", "89", "", ""), "cột Mã mới: chưa ghi mã mới"),
    (("Đổi tên", "30682", "", "Xã\0A", "", "", "", ""), "cột Tên mới: có ký tự lạ không đọc được"),
    (("Đổi mã", "30682", "1" * 41, "", "", "", "", ""), "cột Mã mới: dài quá 40 chữ"),
]


@pytest.mark.parametrize(("row", "words"), WRONG)
def test_a_wrong_place_is_named_by_row_and_column(row, words):
    country()

    with pytest.raises(Mistakes) as refusal:
        read_steps(as_csv(HEADS, [row]), on=DAY)

    assert words in refusal.value.messages[0]


def test_every_wrong_row_is_named_at_once():
    country()

    with pytest.raises(Mistakes) as refusal:
        read_steps(as_csv(HEADS, [row for row, _ in WRONG]), on=DAY)

    assert len(refusal.value.messages) == len(WRONG)


def test_a_unit_that_ended_and_one_beyond_reach_are_named_apart():
    land = country()
    decide.close(land.cells[0][0], into=land.cells[0][1], on=date(2024, 5, 1))
    code = f"{land.communes[0].pk}-1"

    with pytest.raises(Mistakes, match="đã kết thúc từ ngày 1/5/2024"):
        read_steps(as_csv(HEADS, [("Đổi tên", code, "", "x", "", "", "", "")]), on=DAY)
    with pytest.raises(Mistakes, match="không có đơn vị nào mang mã 91"):
        read_steps(
            as_csv(HEADS, [("Đổi tên", "91", "", "x", "", "", "", "")]),
            on=DAY,
            within={land.province.pk},
        )


def test_what_a_plan_finds_wrong_is_named_by_row_and_column_too():
    land = country()
    rows = [*rows_of(land)[:4], *rows_of(land)[5:]]
    reading = read_steps(act_template(rows), on=DAY)

    found = reading.mistakes(plan(reading.steps, on=DAY).faults)

    assert found == [
        "Dòng 8, cột Mã đơn vị: Xã Bình Thành kết thúc mà chưa nêu nơi đến của: Chi bộ 1."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 not a workbook", "không phải bảng tính"),
        ("một tệp khác".encode(), "Không tìm thấy hàng tiêu đề"),
        (b"viec;ma don vi\n", "chưa có dòng nào"),
        ("việc".encode("cp1258", "replace") + b"\xff", "UTF-8"),
        (b"viec;ma don vi\n;" + b"x" * 140_000, "hỏng, ở dòng 2"),
    ],
)
def test_a_file_that_holds_no_list_is_refused(content, words):
    with pytest.raises(ValidationError, match=words):
        read_steps(content, on=DAY)
