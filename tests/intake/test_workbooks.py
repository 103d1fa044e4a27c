"""Workbooks that hold a list: every cell comes back as spreadsheets keep it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lantoa.intake.answer import FileContents, packed, unpacked
from lantoa.intake.cells import heard, told
from lantoa.intake.limits import LARGEST_LIST
from lantoa.intake.refusal import Unreadable
from lantoa.intake.workbooks import pages_of
from tests.reader import files

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
