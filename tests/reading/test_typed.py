"""What people type, and what is read: numbers, money, days."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lantoa.figures.period import EARLIEST, LATEST, ONE_DAY, write_day
from lantoa.reading.typed import (
    Mistyped,
    calendar_day,
    read_day,
    read_dong,
    read_exact,
    read_number,
    read_whole,
)
from tests.typed import NO_DAYS, THE_FIRST_OF_JULY


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567", 1234567),
        (" 17.939 ", 17939),
        ("0", 0),
        ("1.000", 1_000),
        ("05", 5),
    ],
)
def test_a_count_is_read_as_it_is_written_in_vietnamese(typed, read):
    assert read_whole(typed) == read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-3", "không được âm"),
        ("− 3", "không được âm"),
        ("bốn lăm", "không phải là một số"),
        ("45 người", "không phải là một số"),
        ("12,5", "không phải số nguyên"),
        ("1,234", "không phải số nguyên"),
        ("1.23", "không phải là một số"),
        ("12.5", "không phải là một số"),
        ("1234 567", "không phải là một số"),
        ("٣", "không phải là một số"),
    ],
)
def test_a_count_that_cannot_be_read_says_why(typed, said):
    with pytest.raises(Mistyped, match=said):
        read_whole(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3.700.000.000", 3_700_000_000),
        ("3 700 000 000 đ", 3_700_000_000),
        ("3.700.000.000 đồng", 3_700_000_000),
        ("1 tỷ 795 triệu", 1_795_000_000),
        ("1 tỉ 795 triệu đồng", 1_795_000_000),
        ("1,8 tỷ", 1_800_000_000),
        ("26 triệu", 26_000_000),
        ("26tr", 26_000_000),
        ("26 TRIỆU", 26_000_000),
        ("500 nghìn", 500_000),
        ("2 tỷ rưỡi", 2_500_000_000),
        ("0", 0),
        ("1.000", 1_000),
    ],
)
def test_an_amount_is_read_in_digits_and_in_words(typed, read):
    assert read_dong(typed) == read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-5 triệu", "không được âm"),
        ("nhiều lắm", "Không đọc được số tiền"),
        ("1 tỷ 795", "Không đọc được số tiền"),
        ("26 triệu/căn", "Không đọc được số tiền"),
        ("5 triệu usd", "Không đọc được số tiền"),
        ("1.795.00", "Không đọc được số tiền"),
        ("50", "Nếu là 50 triệu"),
        ("999", "Nếu là 999 triệu"),
    ],
)
def test_an_amount_that_cannot_be_read_says_why(typed, said):
    with pytest.raises(Mistyped, match=said):
        read_dong(typed)


def test_decimals_stand_behind_a_comma():
    assert read_exact("6,06") == Decimal("6.06")


@pytest.mark.parametrize(
    "typed",
    ["3/10/2026", "03/10/2026", "3-10-2026", "3.10.26", "3 10 2026", "03102026", "2026-10-03"],
)
def test_a_day_is_read_day_first(typed):
    assert read_day(typed) == date(2026, 10, 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/2/2026", "Không có ngày 31/2/2026"),
        ("10/25/2026", "Không có ngày"),
        ("3/10", "thiếu năm"),
        ("hôm qua", "Không đọc được ngày"),
        ("3/10/0206", "3/10/0206: Năm phải từ 1930 đến 2200."),
        ("1/1/2201", "Năm phải từ 1930 đến 2200."),
        ("", "Hãy ghi ngày."),
        ("20250701", "Không có ngày 20250701"),
        ("1/7/２０２５", "Không đọc được ngày"),
    ],
)
def test_a_day_that_cannot_be_read_says_why(typed, said):
    with pytest.raises(Mistyped, match=said):
        read_day(typed)


@pytest.mark.parametrize("typed", THE_FIRST_OF_JULY)
def test_one_day_is_written_in_many_ways(typed):
    assert read_day(typed) == date(2025, 7, 1)


@pytest.mark.parametrize(("typed", "words"), NO_DAYS.items())
def test_what_is_no_day_says_what_to_write(typed, words):
    with pytest.raises(Mistyped) as refusal:
        read_day(typed)

    assert str(refusal.value) == words


@given(some.dates(EARLIEST, LATEST))
def test_every_day_is_read_as_it_is_written_here_and_in_addresses(day):
    assert read_day(write_day(day)) == read_day(day.isoformat()) == day


def test_the_first_and_last_day_that_anybody_asks_about_are_read_and_no_other():
    assert read_day("1/1/1930") == EARLIEST
    assert read_day("31/12/2200") == LATEST
    for outside in (EARLIEST - ONE_DAY, LATEST + ONE_DAY):
        assert calendar_day(outside.day, outside.month, outside.year) is None
        with pytest.raises(Mistyped, match="từ 1930 đến 2200"):
            read_day(write_day(outside))


def test_a_day_found_in_a_text_is_one_of_the_calendar():
    assert calendar_day(1, 7, 25) == calendar_day(1, 7, 2025) == date(2025, 7, 1)
    assert calendar_day(31, 2, 2025) is None


def test_a_number_may_be_digits_or_money_in_words():
    assert read_number("6,06") == Decimal("6.06")
    assert read_number("26 triệu") == Decimal(26_000_000)
