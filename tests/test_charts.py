"""The geometry of charts: bars start at zero, the unknown is not zero, breaks stand in place."""

import pytest

from lantoa.desk.charts import axis, bars, columns
from lantoa.figures.writing import write_dong_short


def test_the_longest_bar_fills_its_place_and_the_others_follow_it():
    rows = [("Xã A", 40, "/a"), ("Xã B", 10, "/b"), ("Xã C", 0, "/c")]

    drawn = bars(rows)

    assert [bar.share for bar in drawn] == [100.0, 25.0, 0.0]
    assert [bar.value_text for bar in drawn] == ["40", "10", "0"]
    assert [bar.url for bar in drawn] == ["/a", "/b", "/c"]


def test_a_bar_nobody_knows_is_not_a_bar_of_zero():
    known, unknown = bars([("Xã A", 0, ""), ("Xã B", None, "")])

    assert (known.share, known.value_text) == (0.0, "0")
    assert (unknown.share, unknown.value_text) == (None, "chưa có số")


def test_a_value_below_zero_keeps_its_number_and_has_no_length():
    bar, _ = bars([("Hoàn trả", -5, ""), ("Thu", 10, "")])

    assert (bar.share, bar.value_text) == (0.0, "-5")


def test_bars_without_any_rows_are_no_bars():
    assert bars([]) == []


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (45, [0, 20, 40, 60]),
        (956, [0, 500, 1000]),
        (1_795_000_000, [0, 500_000_000, 1_000_000_000, 1_500_000_000, 2_000_000_000]),
    ],
)
def test_the_axis_has_few_round_marks_that_reach_the_largest_value(largest, marks):
    assert axis(largest) == marks


def test_columns_stand_on_one_base_line_and_are_as_high_as_their_values():
    chart = columns([("1/2026", 20, ""), ("2/2026", 10, ""), ("3/2026", 0, "")])

    first, second, third = chart.columns

    assert [round(column.y + column.height, 1) for column in chart.columns] == [chart.base] * 3
    assert first.height == pytest.approx(2 * second.height, abs=0.2)
    assert third.height == 0
    assert chart.ticks[0].y == chart.base


def test_a_year_of_months_is_wider_than_half_a_page_and_a_few_years_are_not():
    months = columns([(f"T{month}", 30_105, "") for month in range(1, 13)])
    years = columns([(str(year), 30_105, "") for year in range(2021, 2026)])

    assert months.is_wide
    assert not years.is_wide


def test_a_month_without_a_number_keeps_its_place_and_is_marked_unknown():
    chart = columns([("1/2026", 20, ""), ("2/2026", None, ""), ("3/2026", 20, "")])

    first, second, third = chart.columns

    assert (second.known, second.value_text) == (False, "chưa có số")
    assert second.x - first.x == pytest.approx(third.x - second.x, abs=0.2)


def test_a_break_stands_between_the_columns_it_divides():
    rows = [(f"{month}/2025", month, "") for month in range(1, 13)]

    chart = columns(rows, breaks=[(6, "Sắp xếp đơn vị 1/7/2025")])

    june, july, (mark,) = chart.columns[5], chart.columns[6], chart.breaks
    assert june.x + june.width < mark.x < july.x
    assert mark.label == "Sắp xếp đơn vị 1/7/2025"


def test_the_name_of_a_late_break_stays_inside_the_drawing():
    name = "Nghị quyết của Quốc hội về sắp xếp đơn vị hành chính"

    chart = columns([("2024", 3, ""), ("2025", 4, "")], breaks=[(1, name)])

    [mark] = chart.breaks
    assert " ".join(line.text for line in mark.lines) == mark.label == name
    assert all(line.x + 7.5 * len(line.text) <= chart.width for line in mark.lines)
    assert all(line.x >= 0 for line in mark.lines)


def test_a_long_name_of_a_break_does_not_make_the_drawing_wider_than_a_phone():
    rows = [(str(year), year, "") for year in range(2021, 2026)]

    chart = columns(rows, breaks=[(4, "Nghị quyết " * 9), (4, "Hai")])

    first, second = chart.breaks
    assert chart.width == 330
    assert len(first.lines) == 3
    assert [line.y for line in (*first.lines, *second.lines)] == [15, 35, 55, 75]
    assert chart.top > 75


def test_two_breaks_write_their_names_one_above_the_other():
    rows = [(str(year), year, "") for year in range(2021, 2027)]

    chart = columns(rows, breaks=[(1, "Một"), (2, "Hai")])

    first, second = chart.breaks
    assert second.top - first.top == 20
    assert chart.top >= second.top


def test_long_values_get_wider_places_so_that_they_never_touch():
    rows = [("2025", 1_795_000_000, ""), ("2026", 143_000_000, "")]

    chart = columns(rows, write=write_dong_short)

    first, second = chart.columns
    assert first.value_text == "1,8 tỷ đồng"
    assert second.middle - first.middle >= 7.5 * len(first.value_text)


def test_a_chart_without_columns_still_has_a_base_line():
    chart = columns([])

    assert chart.columns == []
    assert [tick.text for tick in chart.ticks] == ["0", "1"]
    assert chart.width > 0


def test_the_drawing_is_as_wide_in_letters_as_its_places_need():
    chart = columns([(str(month), 5, "") for month in range(1, 13)])

    assert chart.ems == pytest.approx(chart.width / 16, abs=0.01)
    assert chart.columns[-1].x + chart.columns[-1].width < chart.width
    assert chart.height > chart.label_y > chart.base
    assert all(column.value_y < column.y for column in chart.columns)
