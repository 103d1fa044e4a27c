"""How often a page asks the database: a fixed number of times, whatever the unit and the period.

Every unit of the demonstration that is no cell is asked; the periods take turns, and in the long
run each unit is asked for all of them.
"""

import os
from collections import Counter
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.people.models import User
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import find_unit

pytestmark = pytest.mark.usefixtures("demonstration")
LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
OF_THREE_KINDS, A_KIND = 31, 2
"""Statements at most with meetings, works and indicators; how many each further kind may add.

One of them counts what stands to be looked at, of all kinds together;
one reads the head of the book, one lists in what others recorded the unit took part.
"""
MOST = OF_THREE_KINDS + A_KIND * (len([each for each in kinds() if each.counted.is_counted]) - 3)
MOST_OPENED = MOST - 7
"""An opened figure shows neither charts, nor what stands to be looked at, nor what others did."""
ASKED_MORE = {"practices_practice": 3, "works_work": 2}
"""Kinds of which more is asked than one statement counts: what stands at the end of a period."""
PERIODS = [
    {},
    {"from": "2016-01-01", "to": "2025-12-31"},
    {"from": "2010-01-01", "to": "2010-12-31"},
    {"from": "2025-01-01", "to": "2025-12-31", "chart": "2025-06-30"},
    {"from": "2026-01-01", "to": "2026-12-31", "as-known": "2026-06-30"},
]
ADMINISTRATORS = {"MAU": "quan-tri-xa-mau", "TAP": "nguoi-soan-tap"}


def units() -> list[Unit]:
    """Every unit that is no cell, and a few cells."""
    cells = Unit.objects.filter(kind=Kind.CELL).order_by("pk")
    return [*Unit.objects.exclude(kind=Kind.CELL).order_by("pk"), *cells[:5]]


def units_in_turn(query) -> list[Unit]:
    """Those whose turn a period is, and all of which publications state figures."""
    if LONG:
        return units()
    quoted = Unit.objects.filter(pk__in=Quotation.objects.values("unit"))
    return list({*units()[PERIODS.index(query) :: len(PERIODS)], *quoted})


@pytest.fixture
def asked(client):
    """Return the statements that a page asks of whoever administers its unit."""

    def statements(unit, page, query):
        client.force_login(administrator_of(unit))
        address = f"{reverse(page[0], args=[unit.uuid, *page[1:]])}?{urlencode(query)}"
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return [each["sql"] for each in found.captured_queries]

    return statements


def administrator_of(unit: Unit) -> User:
    roots = {find_unit(code).home: name for code, name in ADMINISTRATORS.items()}
    return User.objects.get(username=roots.get(unit.home, "quan-tri"))


@pytest.mark.parametrize("query", PERIODS, ids=lambda each: urlencode(each) or "usual")
def test_the_first_page_of_any_unit_asks_few_statements_and_none_of_them_twice(asked, query):
    counts, repeated = {}, {}
    for unit in units_in_turn(query):
        found = asked(unit, ["desk:unit"], query)
        counts[str(unit)] = len(found)
        repeated[str(unit)] = [sql for sql, times in Counter(found).items() if times > 1]

    assert {unit: count for unit, count in counts.items() if count > MOST} == {}
    assert {unit: twice for unit, twice in repeated.items() if twice} == {}


@pytest.mark.parametrize("query", PERIODS, ids=lambda each: urlencode(each) or "usual")
def test_an_opened_figure_asks_few_statements(asked, query):
    pages = [["desk:measure", code] for code in ("meetings.held", "works.money", "units.cells")]
    counts = {
        (str(unit), page[1]): len(asked(unit, page, query))
        for unit in units_in_turn(query)[::2]
        for page in pages
    }

    assert {where: count for where, count in counts.items() if count > MOST_OPENED} == {}


def test_each_kind_of_record_is_asked_once_by_itself_or_as_often_as_it_says(asked):
    tables = {kind.done.model._meta.db_table for kind in kinds() if kind.counted.is_counted}
    for unit in units()[::7]:
        found = asked(unit, ["desk:unit"], PERIODS[1])
        named = [{table for table in tables if table in sql} for sql in found]
        alone = Counter(table for each in named if len(each) == 1 for table in each)
        assert alone == {table: ASKED_MORE.get(table, 1) for table in tables}
