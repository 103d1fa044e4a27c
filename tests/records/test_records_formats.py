"""What people type, and what is read: numbers, money, days."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from lantoa.records.record.forms import Day, Words, read_day, read_dong, read_exact, read_whole


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567", 1234567),
        (" 17.939 ", 17939),
        ("0", 0),
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
    with pytest.raises(ValidationError, match=said):
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
        ("1.000", 1_000),
        ("0", 0),
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
    with pytest.raises(ValidationError, match=said):
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
        ("3/10/0206", "sớm quá"),
    ],
)
def test_a_day_that_cannot_be_read_says_why(typed, said):
    with pytest.raises(ValidationError, match=said):
        read_day(typed)


def test_a_box_shows_a_day_as_people_write_it_and_leaves_alone_what_was_typed():
    box = Day()

    assert box.prepare_value(date(2026, 10, 3)) == "3/10/2026"
    assert box.prepare_value("31/2/2026") == "31/2/2026"


def test_words_are_kept_composed_and_without_identity_numbers():
    words = Words(longest=40)

    assert words.clean("Ho\u0323c  ta\u0323\u0302p") == "Học tập"
    with pytest.raises(ValidationError, match="căn cước"):
        words.clean("ông A, 089203001234")
    with pytest.raises(ValidationError, match="tối đa 40"):
        words.clean("a" * 41)
