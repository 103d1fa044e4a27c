"""What a report says before it is set: numbers of headings, grids of heads, cells."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

import pytest

from lantoa.paper import Column, Holds, Row, RowKind, Share, Table, Whole, one_line, share, whole
from lantoa.reports.document import Document, Heading, Section, numbered, numbers


def test_headings_are_numbered_by_their_depth_and_paragraphs_stay_in_place():
    inner = Section("Trong", ("b",), (Section("Sâu", ("c",)),))

    lines = list(numbered((Section("Đầu", ("a",), (inner, Section("Sau"))), Section("Cuối"))))

    assert lines == [
        Heading(1, "I", "Đầu"), "a", Heading(2, "1", "Trong"), "b", Heading(3, "a", "Sâu"), "c",
        Heading(2, "2", "Sau"), Heading(1, "II", "Cuối"),
    ]  # fmt: skip


def test_lettered_points_follow_the_vietnamese_alphabet_and_never_run_out():
    letters = list(islice(numbers(3), 24))

    assert letters[:10] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    assert not {"f", "j", "w", "z"} & set(letters)
    assert letters[22:] == ["y", "aa"]


@pytest.mark.parametrize(
    ("place", "roman"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (20, "XX"), (38, "XXXVIII")]
)
def test_roman_numbers_are_right(place, roman):
    assert next(islice(numbers(1), place - 1, None)) == roman


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 7, 5), "Thoại Sơn, ngày 05 tháng 7 năm 2024"),
        (date(2026, 2, 3), "Thoại Sơn, ngày 03 tháng 02 năm 2026"),
        (date(2026, 10, 22), "Thoại Sơn, ngày 22 tháng 10 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_take_a_nought(document: Document, day, words):
    assert replace(document, day=day).place_and_day == words


def test_grouped_heads_know_their_place_in_the_grid(conferences: Table):
    places = {h.text: (h.top, h.left, h.height, h.width) for h in conferences.heads}

    assert conferences.head_height == 2
    assert places["TT"] == (0, 0, 2, 1)
    assert places["Đảng viên dự"] == (0, 3, 1, 3)
    assert places["Tỷ lệ"] == (1, 5, 1, 1)
    assert places["Đã công bố"] == (0, 6, 2, 1)


@pytest.mark.parametrize(
    "row", [Row(("chỉ một ô",)), Row(("a", "b"), RowKind.NOTE), Row(("a", "b", "c"))]
)
def test_a_row_that_does_not_fit_its_columns_is_refused(row):
    columns = (Column("Nội dung", Holds.TEXT), Column("Số suất"))

    with pytest.raises(ValueError, match="Quà"):
        Table("Quà", "TẶNG QUÀ", columns, (row,))


def test_unknown_is_said_and_never_nought():
    assert whole(None) == share(1, None) == share(None, 2) == share(0, 0) == "chưa có số"
    assert whole(0) == Whole("0", 0)


@pytest.mark.parametrize(
    ("numerator", "denominator", "cell"),
    [
        (4530, 4560, Share("99,34%", Decimal("99.34"))),
        (54, 67, Share("80,60%", Decimal("80.60"))),
    ],
)
def test_a_share_is_rounded_half_up_on_paper_and_in_the_sheet(numerator, denominator, cell):
    assert share(numerator, denominator) == cell


def test_annexes_are_counted_only_where_there_are_several(document: Document, gifts: Table):
    assert [label for label, _ in document.labelled_annexes] == [
        "PHỤ LỤC 1", "PHỤ LỤC 2", "PHỤ LỤC 3",
    ]  # fmt: skip
    assert replace(document, annexes=(gifts,)).labelled_annexes == (("PHỤ LỤC", gifts),)


def test_a_text_keeps_its_letters_and_loses_what_no_printer_knows():
    assert one_line("Mỹ\nThạnh\x00\u2028\u202eĐông\u00a0Sơn") == "Mỹ Thạnh   Đông\u00a0Sơn"


@pytest.mark.parametrize(("name", "across"), [("Cất nhà", False), ("San lấp kênh " * 4, True)])
def test_six_columns_lie_across_only_beside_long_names(name, across):
    figures = tuple(Column(f"Cột {number}") for number in range(5))
    row = Row((name, *("1" for _ in figures)))

    annex = Table("Việc", "CÔNG TRÌNH", (Column("Tên", Holds.TEXT), *figures), (row,))

    assert annex.is_wide is across
