"""Dates are read day first, and numbers have dots for thousands and a comma for decimals."""

from datetime import date

import pytest
from django import forms
from django.utils import formats, translation

from lantoa.figures.period import Period
from lantoa.figures.writing import (
    percentage,
    rounded,
    write_dong,
    write_dong_short,
    write_number,
    write_percentage,
    write_scaled,
)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/03/2026", date(2026, 3, 10)),
        ("25/03/2026", date(2026, 3, 25)),
        ("3/10/2026", date(2026, 10, 3)),
        ("2026-10-03", date(2026, 10, 3)),
    ],
)
def test_the_day_comes_first(typed, day):
    with translation.override("vi"):
        assert forms.DateField(localize=True).clean(typed) == day


def test_thousands_have_dots():
    with translation.override("vi"):
        assert formats.number_format(1234567) == "1.234.567"
        assert formats.date_format(date(2026, 5, 19), "DATE_FORMAT") == "19/5/2026"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (4530, 4560, "99,34%"),
        (54, 67, "80,60%"),
        (0, 5, "0,00%"),
        (None, 4560, "chưa có số"),
        (4054, None, "chưa có số"),
        (3, 0, "chưa có số"),
    ],
)
def test_a_share_is_rounded_half_up_with_two_decimals(part, whole, written):
    assert write_percentage(part, whole) == written


def test_half_is_rounded_away_from_zero():
    assert (rounded(1, 8, scale=2), rounded(-1, 8, scale=2)) == (13, -13)
    assert percentage(1, 32) == 313


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (1_795_000_000, "1.795.000.000 đồng", "1,8 tỷ đồng"),
        (143_000_000, "143.000.000 đồng", "143 triệu đồng"),
        (21_000_000_000, "21.000.000.000 đồng", "21 tỷ đồng"),
        (500, "500 đồng", "500 đồng"),
        (None, "chưa có số", "chưa có số"),
    ],
)
def test_money_is_written_in_full_and_for_a_glance(amount, full, short):
    assert (write_dong(amount), write_dong_short(amount)) == (full, short)


def test_numbers_and_decimals():
    assert [write_number(n) for n in (0, 1000, None)] == ["0", "1.000", "chưa có số"]
    assert [write_scaled(606, scale=2), write_scaled(132, scale=2)] == ["6,06", "1,32"]


@pytest.mark.parametrize(
    ("period", "name", "before"),
    [
        (Period.year(2023), "năm 2023", "năm 2022"),
        (Period.months(2026, 1, 6), "6 tháng đầu năm 2026", "6 tháng cuối năm 2025"),
        (Period.months(2026, 1, 3), "quý I/2026", "quý IV/2025"),
        (Period.months(2026, 7, 9), "quý III/2026", "quý II/2026"),
        (Period.months(2026, 1, 9), "9 tháng đầu năm 2026", "9 tháng đầu năm 2025"),
        (Period.months(2026, 1, 1), "tháng 1/2026", "tháng 12/2025"),
        (
            Period(date(2021, 1, 1), date(2025, 12, 31)),
            "từ năm 2021 đến năm 2025",
            "từ năm 2016 đến năm 2020",
        ),
        (
            Period(date(2024, 6, 10), date(2024, 6, 19)),
            "từ 10/6/2024 đến 19/6/2024",
            "từ 31/5/2024 đến 9/6/2024",
        ),
    ],
)
def test_a_period_has_the_name_people_use_and_one_before_it(period, name, before):
    assert (str(period), str(period.before())) == (name, before)


@pytest.mark.parametrize(
    ("period", "today", "before"),
    [
        (Period.year(2026), date(2026, 11, 22), "từ 1/1/2025 đến 22/11/2025"),
        (Period.year(2025), date(2026, 11, 22), "năm 2024"),
        (Period.months(2026, 3, 3), date(2026, 3, 31), "tháng 2/2026"),
        (Period.months(2026, 3, 3), date(2026, 3, 30), "tháng 2/2026"),
        (Period.months(2026, 11, 11), date(2026, 11, 22), "từ 1/10/2026 đến 22/10/2026"),
    ],
)
def test_an_unfinished_period_is_compared_with_as_many_days(period, today, before):
    assert str(period.before_as_of(today)) == before


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="Ngày cuối kỳ"):
        Period(date(2026, 2, 1), date(2026, 1, 1))
