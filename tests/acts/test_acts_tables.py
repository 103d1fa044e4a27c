"""The list of a decision is found wherever it stands in a file, and read as it was meant."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError

from lantoa.acts.plan import plan
from lantoa.acts.spreadsheet import Mistakes, read_steps
from lantoa.acts.steps import Sort, Step
from lantoa.acts.table import COLUMNS
from lantoa.units.models import Kind
from tests import build
from tests.acts.acts import DAY, passed

pytestmark = pytest.mark.django_db
HEADS = list(COLUMNS)
RENAME = ["đổi tên", "30682", "", "Xã Óc Eo"]


def workbook(*pages: list[list[str]]) -> bytes:
    """Return a file with a page for each of some tables."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        for rows in pages:
            sheet = book.add_worksheet()
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return written.getvalue()


def lines(*rows: list[str], divider: str = ";") -> bytes:
    return "\r\n".join(divider.join(row) for row in rows).encode()


def test_the_list_may_stand_on_any_page_of_a_workbook(land):
    reading = read_steps(workbook([["Tờ trình"]], [HEADS, RENAME]), on=DAY)

    assert [(each.sort, each.name) for each in reading.steps] == [(Sort.RENAME, "Xã Óc Eo")]


def test_of_two_lists_in_one_file_none_is_taken(land):
    with pytest.raises(ValidationError, match="nhiều trang cùng chứa danh sách"):
        read_steps(workbook([HEADS, RENAME], [HEADS, RENAME]), on=DAY)


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("above", [[], [""], ["Danh sách; kèm Quyết định số 5, năm 2025", ""]])
def test_a_title_above_the_head_does_not_hide_how_columns_are_divided(land, above, divider):
    content = lines(*([each] for each in above), HEADS, RENAME, divider=divider)

    reading = read_steps(content, on=DAY)

    assert [each.name for each in reading.steps] == ["Xã Óc Eo"]
    assert reading.rows[0].number == len(above) + 2


@pytest.mark.parametrize("length", [10, 200_000])
def test_a_quotation_mark_left_open_does_not_swallow_the_rows_after_it(land, length):
    swallowed = lines(HEADS, RENAME, ["đổi tên", "30706", "", '"' + "x" * length], RENAME)

    with pytest.raises(ValidationError, match="dấu nháy kép không đóng"):
        read_steps(swallowed, on=DAY)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("đổi tên", "30682", "30999", "Xã Óc Eo"), "Dòng 2, cột Mã mới: việc đổi tên không dùng"),
        (("chuyển", "30682", "", "Xã Óc Eo", "", "89"), "Dòng 2, cột Tên mới: việc chuyển không"),
        (("kết thúc", "5-1", "", "", "", "89"), "Dòng 2, cột Nơi trực thuộc mới: việc kết thúc"),
        (("hợp nhất", "30682", "30706", "", "", "89"), "cột Nơi trực thuộc mới: đơn vị nhận đã có"),
        (("hợp nhất", "30682", "30706", "", "", "", "30710"), "cột Đơn vị kế thừa chính: việc hợp"),
    ],
)
def test_what_a_row_says_and_nobody_would_do_is_refused(land, row, words):
    row = tuple(f"{land.communes[0].pk}-1" if each == "5-1" else each for each in row)
    reading = read_steps(workbook([HEADS, list(row)]), on=DAY)

    mistakes = reading.mistakes(plan(reading.steps, on=DAY).faults)

    assert len(mistakes) == 1
    assert words in mistakes[0]


def test_a_new_unit_has_its_code_in_the_column_of_new_codes(land):
    row = ["thành lập", "30999", "", "Xã Mới", "đảng bộ xã, phường, đặc khu", "89"]

    with pytest.raises(Mistakes, match="Dòng 2, cột Mã đơn vị: việc thành lập ghi mã"):
        read_steps(workbook([HEADS, row]), on=DAY)


def test_a_merge_may_name_the_unit_that_takes_over_as_successor_too(land):
    row = ["hợp nhất", "30682", "30706", "", "", "", "30706"]
    reading = read_steps(workbook([HEADS, row]), on=DAY)

    assert plan(reading.steps, on=DAY).faults == ()


def test_a_code_without_its_noughts_that_may_be_several_is_refused(land):
    build.unit("Tỉnh Một", under=land.root, kind=Kind.PROVINCE, code="01")
    build.unit("Xã Một", under=land.district, kind=Kind.COMMUNE, code="00001")
    row = ["kết thúc", "1"]

    with pytest.raises(Mistakes, match=r"nhiều đơn vị mang: Tỉnh Một \(01\), Xã Một \(00001\)"):
        read_steps(workbook([HEADS, row]), on=DAY)


def test_a_unit_that_another_decision_opens_the_same_day_may_be_named(land):
    opened = [Step(sort=Sort.OPEN, name="Xã Mới", kind=Kind.COMMUNE, code="40000",
                   parent=land.province.pk)]  # fmt: skip
    new = passed(opened).steps.get().formed
    rows = [["thành lập", "", "40000.1", "Chi bộ Chợ", "chi bộ", "40000"],
            ["hợp nhất", "30682", "40000"]]  # fmt: skip

    reading = read_steps(workbook([HEADS, *rows]), on=DAY)

    assert (reading.steps[0].parent, reading.steps[1].into) == (new.pk, new.pk)
    assert plan(reading.steps, on=DAY).faults == ()
    with pytest.raises(Mistakes, match="đến ngày 1/7/2025 mới thành lập"):
        read_steps(workbook([HEADS, rows[0]]), on=date(2025, 6, 30))
