"""The annexes as sheets, read back."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from lantoa.paper import Column, Holds, Row, Table, Whole
from lantoa.reports import excel
from lantoa.reports.document import Document

MARK = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"


def book(document: Document):
    return CalamineWorkbook.from_filelike(BytesIO(excel.render(document)))


def sheet(document: Document, place: int = 0) -> list[list]:
    return book(document).get_sheet_by_index(place).to_python()


def part(document: Document, name: str) -> str:
    with ZipFile(BytesIO(excel.render(document))) as parts:
        return parts.read(name).decode()


def test_there_is_a_sheet_for_each_annex(document: Document):
    assert book(document).sheet_names == ["Hội nghị học tập", "Theo đơn vị", "Tặng quà"]


def test_figures_are_numbers_and_what_nobody_knows_is_said(document: Document):
    rows = {row[1]: row for row in sheet(document)}

    assert rows["Toàn khóa"][2:] == [275, 4489, "chưa có số", "chưa có số", "99,75%"]
    assert rows["Năm 2023"][3:6] == [4530, 4560, 0.9934]
    assert rows["Cộng"][2:4] == [956, 17489]


def test_every_sheet_opens_with_the_mark_and_ends_with_how_it_was_counted(document: Document):
    for place in range(3):
        rows = sheet(document, place)

        assert rows[0][0] == MARK
        assert rows[-1][0] == "Theo sơ đồ tổ chức ngày 30/6/2024."
        assert f"PHỤ LỤC {place + 1}" in [row[0] for row in rows]
        assert MARK in part(document, f"xl/worksheets/sheet{place + 1}.xml").split("oddHeader")[1]


def test_a_word_does_not_touch_the_number_before_it(document: Document):
    styles = part(document, "xl/styles.xml")

    assert 'horizontal="left" vertical="center" indent="1"' in styles


def test_an_empty_annex_says_so(document: Document):
    assert "chưa có số" in [row[0] for row in sheet(document, 2)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "{="])
def test_no_text_becomes_a_formula(document: Document, start):
    text = f'{start}HYPERLINK("http://x";"y")'
    annex = Table(text, text, (Column(text, Holds.TEXT), Column("Số")), (Row((text, text)),))
    hostile = replace(document, annexes=(annex,), provenance=text, marks=(text,))

    page = part(hostile, "xl/worksheets/sheet1.xml")

    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert text.strip() in sheet(hostile)[-3][0]


def test_a_number_too_long_for_a_sheet_keeps_every_digit(document: Document):
    long = Whole("1.234.567.890.123.456.789", 1234567890123456789)
    annex = Table("Dài", "DÀI", (Column("Số"),), (Row((long,)),))

    assert [long.text] in sheet(replace(document, annexes=(annex,)))


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["a/b[c]:*?\\'"], ["a-b(c) -"]),
        (["Hội", "hội", "HỘI"], ["Hội", "hội (2)", "HỘI (3)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["", "'", "History"], ["Phụ lục", "Phụ lục (2)", "History (2)"]),
    ],
)
def test_names_of_sheets_are_legal_and_no_two_alike(document: Document, gifts, wanted, names):
    annexes = tuple(replace(gifts, name=name) for name in wanted)

    assert book(replace(document, annexes=annexes)).sheet_names == names


def long_annex(rows: int) -> Table:
    columns = (Column("Đơn vị", Holds.TEXT), Column("Số buổi"))
    return Table("Dài", "DÀI", columns, (Row(("Chi bộ", "12")),) * rows)


@pytest.mark.parametrize(("rows", "on_one"), [(5, True), (22, True), (60, False)])
def test_what_is_hardly_more_than_a_page_is_printed_on_one(document: Document, rows, on_one):
    long = replace(document, annexes=(long_annex(rows),))

    page = part(long, "xl/worksheets/sheet1.xml")

    assert "<pageSetUpPr fitToPage" in page
    assert ('fitToHeight="0"' not in page) is on_one


def test_the_sheet_prints_across_one_page_wide_with_heads_on_each(document: Document):
    page = part(document, "xl/worksheets/sheet1.xml")

    assert 'orientation="landscape"' in page
    assert 'state="frozen"' in page
    assert "$7:$8" in part(document, "xl/workbook.xml")


def test_a_report_without_annexes_still_opens_and_says_so(document: Document):
    rows = sheet(replace(document, annexes=()))

    assert [row[0] for row in rows] == [
        MARK, "Báo cáo này không có phụ lục.", "Theo sơ đồ tổ chức ngày 30/6/2024.",
    ]  # fmt: skip


def test_the_same_report_gives_the_same_bytes(document: Document):
    assert excel.render(document) == excel.render(document)
