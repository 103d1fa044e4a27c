"""A period at its edges: what it holds, how it is named, and what it is compared with."""

from datetime import date

import pytest

from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import EARLIEST, LATEST, Period, write_day


def between(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_may_be_a_period_and_is_one_day_long():
    assert Period.on(date(2026, 5, 19)).days == 1
    assert between("2026-05-19", "2026-05-20").days == 2
    assert Period.year(2024).days == 366


def test_a_period_that_ends_before_it_begins_is_refused_in_words():
    with pytest.raises(ValueError, match=r"^Ngày cuối kỳ phải từ ngày đầu kỳ trở đi\.$"):
        between("2026-05-20", "2026-05-19")


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("2026-01-01", "2026-12-31", True),
        ("2026-01-02", "2026-12-30", True),
        ("2025-12-31", "2026-12-31", False),
        ("2026-01-01", "2027-01-01", False),
    ],
)
def test_a_period_holds_what_lies_within_both_its_ends(first, last, held):
    assert Period.year(2026).holds(between(first, last)) is held


def test_the_last_of_whole_months_is_the_last_day_of_the_last():
    assert Period.months(2024, 1, 2) == between("2024-01-01", "2024-02-29")
    assert Period.months(2026, 11, 12) == between("2026-11-01", "2026-12-31")


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-02-01", "2026-04-30", (2, 4)),
        ("2026-01-01", "2026-12-31", (1, 12)),
        ("2026-02-02", "2026-04-30", None),
        ("2026-02-01", "2026-04-29", None),
        ("2025-02-01", "2026-04-30", None),
    ],
)
def test_whole_months_are_those_of_one_year(first, last, months):
    assert between(first, last).whole_months() == months


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2020-01-01", "2025-12-31", True),
        ("2020-01-02", "2025-12-31", False),
        ("2020-02-01", "2025-12-31", False),
        ("2020-01-01", "2025-12-30", False),
        ("2020-01-01", "2025-11-30", False),
        ("2020-01-31", "2025-12-31", False),
    ],
)
def test_whole_years_run_from_new_year_to_the_end_of_a_year(first, last, whole):
    assert between(first, last).is_whole_years is whole


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.year(2026), ("2025-01-01", "2025-12-31")),
        (between("2021-01-01", "2025-12-31"), ("2016-01-01", "2020-12-31")),
        (between("2024-01-01", "2025-12-31"), ("2022-01-01", "2023-12-31")),
        (Period.months(2026, 7, 12), ("2026-01-01", "2026-06-30")),
        (Period.months(2026, 1, 6), ("2025-07-01", "2025-12-31")),
        (Period.months(2026, 4, 6), ("2026-01-01", "2026-03-31")),
        (Period.months(2026, 10, 12), ("2026-07-01", "2026-09-30")),
        (Period.months(2026, 1, 3), ("2025-10-01", "2025-12-31")),
        (Period.months(2026, 1, 1), ("2025-12-01", "2025-12-31")),
        (Period.months(2026, 12, 12), ("2026-11-01", "2026-11-30")),
        (Period.months(2026, 1, 9), ("2025-01-01", "2025-09-30")),
        (Period.months(2026, 1, 2), ("2025-01-01", "2025-02-28")),
        (Period.months(2026, 2, 4), ("2025-02-01", "2025-04-30")),
        (Period.months(2026, 4, 9), ("2025-04-01", "2025-09-30")),
        (Period.months(2026, 2, 5), ("2025-02-01", "2025-05-31")),
        (between("2026-05-19", "2026-05-19"), ("2026-05-18", "2026-05-18")),
        (between("2026-03-10", "2026-03-19"), ("2026-02-28", "2026-03-09")),
    ],
)
def test_a_period_is_compared_with_the_one_that_people_take(period, before):
    assert period.before() == between(*before)


@pytest.mark.parametrize(
    ("today", "before"),
    [
        ("2025-12-31", ("2025-01-01", "2025-12-31")),
        ("2026-01-01", ("2025-01-01", "2025-01-01")),
        ("2026-01-02", ("2025-01-01", "2025-01-02")),
        ("2026-12-30", ("2025-01-01", "2025-12-30")),
        ("2026-12-31", ("2025-01-01", "2025-12-31")),
        ("2027-01-01", ("2025-01-01", "2025-12-31")),
    ],
)
def test_an_unfinished_year_is_compared_with_as_many_days_of_the_one_before(today, before):
    assert Period.year(2026).before_as_of(date.fromisoformat(today)) == between(*before)


def test_a_long_month_is_compared_with_no_more_than_the_short_one_before_it():
    march = Period.months(2026, 3, 3)

    assert march.before_as_of(date(2026, 3, 29)) == Period.months(2026, 2, 2)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Period.on(date(2026, 5, 19)), "ngày 19/5/2026"),
        (Period.year(2026), "năm 2026"),
        (Period.months(2026, 1, 6), "6 tháng đầu năm 2026"),
        (Period.months(2026, 7, 12), "6 tháng cuối năm 2026"),
        (Period.months(2026, 1, 9), "9 tháng đầu năm 2026"),
        (Period.months(2026, 1, 3), "quý I/2026"),
        (Period.months(2026, 4, 6), "quý II/2026"),
        (Period.months(2026, 7, 9), "quý III/2026"),
        (Period.months(2026, 10, 12), "quý IV/2026"),
        (Period.months(2026, 8, 8), "tháng 8/2026"),
        (Period.months(2026, 8, 9), "từ 1/8/2026 đến 30/9/2026"),
        (between("2021-01-01", "2025-12-31"), "từ năm 2021 đến năm 2025"),
        (between("2021-01-01", "2025-12-30"), "từ 1/1/2021 đến 30/12/2025"),
    ],
)
def test_a_period_is_named_as_reports_name_it(period, name):
    assert str(period) == name


def test_days_are_written_without_noughts_and_asked_about_from_1930_to_2200():
    assert write_day(date(2026, 5, 1)) == "1/5/2026"
    assert (write_day(EARLIEST), write_day(LATEST)) == ("1/1/1930", "31/12/2200")


def test_earlier_periods_come_first_and_of_those_that_begin_together_the_shorter():
    year, half, last = Period.year(2026), Period.months(2026, 1, 6), Period.year(2025)

    assert sorted([year, half, last]) == [last, half, year]


@pytest.mark.parametrize(
    ("nature", "adds"),
    [(Nature.FLOW, True), (Nature.STOCK, True), (Nature.CHART, True), (Nature.LOOSE, False)],
)
def test_only_ranks_averages_and_shares_are_never_added(nature, adds):
    assert Measure("a.b", "Số việc", "việc", nature).adds is adds


def test_money_is_what_is_counted_in_dong():
    assert Measure("a.b", "Kinh phí", "đồng").is_money is True
    assert Measure("a.b", "Số việc", "việc").is_money is False
