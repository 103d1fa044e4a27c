"""How often a page asks the database: a fixed number of times, whatever the unit and the period."""

from collections import Counter
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.people.models import User
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import find_unit

pytestmark = pytest.mark.usefixtures("demonstration")
MOST, MOST_A_KIND = 30, 2
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
    for unit in units():
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
        for unit in units()[::5]
        for page in pages
    }

    assert {where: count for where, count in counts.items() if count > MOST} == {}


def test_a_further_kind_of_record_adds_no_more_than_two_statements(asked):
    tables = [kind.done.model._meta.db_table for kind in kinds() if kind.counted.is_counted]
    for unit in units()[::7]:
        found = asked(unit, ["desk:unit"], {"from": "2016-01-01", "to": "2025-12-31"})
        own = Counter(
            table
            for sql in found
            for table in tables
            if f"FROM {table}" in sql or f'"{table}"' in sql
        )
        assert max(own.values()) <= MOST_A_KIND
