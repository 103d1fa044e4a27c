"""Tables are added down their columns; their rows are no sentences."""

import pytest

from lantoa.intake.documents import text_of
from lantoa.reader.checking import checks_of
from lantoa.reading import figures_in
from tests.reader import files

HEADS = ["TT", "Đơn vị", "Số buổi", "Kinh phí"]


def found(name, content):
    """Return total, parts and verdict of each check."""
    text = text_of(name, content)
    figures = figures_in(text.content)
    return [
        (figures[c.total].text, [figures[m].text for m in c.members], c.holds)
        for c in checks_of(text, figures)
    ]


@pytest.mark.parametrize("closing", ["Cộng", "Tổng cộng:", "TỔNG SỐ"])
def test_a_column_is_added_up_to_the_row_of_totals(closing):
    rows = [HEADS, ["1", "Ấp Đông", "12", "40"], ["2", "Ấp Tây", "15", "50"]]
    content = files.word("Đơn vị tính: triệu đồng", [*rows, ["", closing, "28", "90"]])

    assert found("a.docx", content) == [
        ("28", ["12", "15"], False),
        ("90 triệu đồng", ["40 triệu đồng", "50 triệu đồng"], True),
    ]


def test_a_sheet_is_added_up_too():
    rows = [["Đơn vị", "Số buổi"], ["Ấp Đông", 1200], ["Ấp Tây", 15], ["Cộng", 1225]]

    assert found("a.xlsx", files.sheet(rows)) == [("1.225", ["1.200", "15"], False)]


def test_what_is_far_from_its_total_was_no_sum():
    rows = [["Đơn vị", "Số buổi"], ["Ấp Đông", 12], ["Ấp Tây", 15], ["Cộng", 99]]

    assert found("a.xlsx", files.sheet(rows)) == []


def test_figures_of_different_rows_raise_no_alarm():
    rows = [
        ["Đơn vị", "Số việc", "Tổng số", "Nhà nước", "Nhân dân"],
        ["Ấp Một", "3", "214", "1", "213"],
        ["Ấp Hai", "1", "110", "100", "10"],
        ["Ấp Ba", "1", "59", "20", "39"],
    ]

    assert all(holds for _, _, holds in found("a.docx", files.word(rows)))
