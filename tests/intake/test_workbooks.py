"""Workbooks that hold a list: every cell comes back as spreadsheets keep it."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lantoa.intake.answer import FileContents, packed, unpacked
from lantoa.intake.cells import heard, told
from lantoa.intake.documents import text_of
from lantoa.intake.limits import LARGEST_LIST, LIST, MOST_FILLED, MOST_PLACES
from lantoa.intake.openers.counting import Places, column_of, is_xml
from lantoa.intake.openers.workbook import opened
from lantoa.intake.refusal import Unreadable
from lantoa.intake.workbooks import divisions_of, pages_of
from tests.reader import files
from tests.reader.hostile import SPACE, sheet_of, workbook

FAR = '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="20000"><c><v>1</v></c></row>'
"""Two cells with three hundred million places between them, one of which names no place."""


def elsewhere(rows):
    """Return a workbook whose sheet is kept in a folder of another name."""
    moved = BytesIO()
    with ZipFile(BytesIO(workbook(sheet=sheet_of(rows)))) as usual, ZipFile(moved, "w") as made:
        for name in usual.namelist():
            part = usual.read(name).replace(b"worksheets/sheet1.xml", b"khac/a.bin")
            made.writestr(name.replace("worksheets/sheet1.xml", "khac/a.bin"), part)
    return moved.getvalue()


def cells(count, *, said="<v>1</v>", named=""):
    return f"<row><c {named}>{said}</c></row>" * count


BOMBS = {
    "a cell that names no place, far down": workbook(sheet=sheet_of(FAR)),
    "a sheet in another folder": elsewhere(FAR),
    "rows without numbers under a far cell": workbook(
        sheet=sheet_of('<row><c r="XFD1"><v>1</v></c></row>' + cells(MOST_PLACES // 16384))
    ),
    "small letters": workbook(sheet=sheet_of(FAR.replace("XFD1", "xfd1"))),
    "a prefix before each name": workbook(
        sheet=sheet_of(FAR)
        .replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    ),
    "text in the cells": workbook(
        sheet=sheet_of(FAR.replace("<v>1</v>", "<is><t>a</t></is>"))
    ),
    "two sheets in one part": workbook(sheet=sheet_of(FAR + "</sheetData><sheetData>")),
}  # fmt: skip


@pytest.mark.parametrize("sort", BOMBS)
def test_a_workbook_that_reaches_far_is_refused_before_it_is_laid_out(sort):
    with pytest.raises(Unreadable, match="Bảng kéo dài tới hàng"):
        opened(BOMBS[sort])


def test_neither_lists_nor_documents_lay_out_what_reaches_far():
    for read in (pages_of, lambda content: text_of("a.xlsx", content)):
        with pytest.raises(Unreadable, match="Bảng kéo dài tới hàng 20000, cột thứ 16384"):
            read(workbook(sheet=sheet_of(FAR)))


REPEATED = {
    "a long text shown often": ("a" * 32_000, 200),
    "a text shown very often": ("Mở 12 hội nghị.", MOST_FILLED + 1),
}


@pytest.mark.parametrize("sort", REPEATED)
def test_a_text_that_the_file_keeps_once_counts_as_often_as_it_is_shown(sort):
    said, count = REPEATED[sort]
    shared = f'<sst xmlns="{SPACE}"><si><t>{said}</t></si></sst>'
    rows = cells(count, said="<v>0</v>", named='t="s"')

    with pytest.raises(Unreadable, match="Danh sách quá dài"):
        opened(workbook(sheet=sheet_of(rows), shared=shared))


@pytest.mark.parametrize(
    ("rows", "taken"), [(MOST_PLACES // 16384, True), (MOST_PLACES // 16384 + 1, False)]
)
def test_a_table_may_span_a_million_places(rows, taken):
    table = f'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="{rows}"><c><v>1</v></c></row>'
    content = workbook(sheet=sheet_of(table))

    if taken:
        (page,) = pages_of(content)
        assert (len(page), {len(row) for row in page}) == (rows, {16384})
    else:
        with pytest.raises(Unreadable):
            opened(content)


def test_cells_that_only_look_written_reach_nowhere():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="XFD1000000" s="1"/></row>'

    assert pages_of(workbook(sheet=sheet_of(rows))) == [[[1.0]]]


def test_what_the_pages_of_a_workbook_span_is_counted_together():
    places, half = Places(), f'<s><row r="{MOST_PLACES // 2 + 1}"><c><v/></c></row></s>'.encode()

    assert is_xml(half, places)
    with pytest.raises(Unreadable):
        is_xml(half, places)


def test_columns_are_counted_as_spreadsheets_name_them():
    assert [column_of(each) for each in ("A", "Z", "AA", "xfd")] == [1, 26, 27, 16384]


def test_the_process_of_a_list_may_take_less_than_the_densest_table():
    assert LIST.memory <= 320 * 1024 * 1024


def test_a_divided_text_comes_back_by_each_sign():
    semicolon, comma, tab = divisions_of("a;b,c\n1;2\n".encode("utf-16"))

    assert semicolon.rows == [["a", "b,c"], ["1", "2"]]
    assert comma.rows == [["a;b", "c"], ["1;2", ""]]
    assert tab.rows == [["a;b,c"], ["1;2"]]


def test_a_divided_text_ends_where_a_mark_is_left_open():
    semicolon, *_ = divisions_of(b'a;b\n1;"2\n3;4\n')

    assert semicolon.rows == [["a", "b"]]
    assert semicolon.broken_at == 3


CELLS = (
    some.text()
    | some.integers()
    | some.floats(allow_nan=False)
    | some.booleans()
    | some.dates()
    | some.datetimes()
    | some.times()
    | some.timedeltas(timedelta(days=-9999), timedelta(days=9999))
)


@given(some.lists(CELLS))
def test_any_cell_comes_back_as_it_was(cells):
    sent = b"".join(packed(FileContents([told(each) for each in cells])))

    back = [heard(each) for each in unpacked(sent).told]

    assert back == cells
    assert [type(each) for each in back] == [type(each) for each in cells]


def test_bytes_come_back_behind_what_is_told():
    sent = b"".join(packed(FileContents({"a": "b\n"}, b"\n\x00{}\n")))

    assert unpacked(sent) == FileContents({"a": "b\n"}, b"\n\x00{}\n")


def test_a_workbook_comes_back_row_by_row_with_its_empty_cells():
    content = files.sheet([["Tên", "Số"], ["Chi bộ 1", 25], ["", 2.5], ["có", True]])

    (page,) = pages_of(content)

    assert page == [["Tên", "Số"], ["Chi bộ 1", 25.0], ["", 2.5], ["có", True]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 broken", "Tệp này không phải bảng tính Excel"),
        (bytes(LARGEST_LIST + 1), "Tệp lớn hơn 2 MB. Hãy xóa hình ảnh, trang thừa"),
    ],
)
def test_what_is_no_workbook_is_refused(content, words):
    with pytest.raises(Unreadable, match=words):
        pages_of(content)


@pytest.mark.parametrize(
    "cell",
    [date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), time(9, 30), timedelta(hours=30)],
)
def test_what_json_does_not_know_bears_its_name(cell):
    assert list(told(cell)) == [type(cell).__name__]
    assert heard(told(cell)) == cell
