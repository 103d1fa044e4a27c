"""Month by month: what a cell owes, what it said, and what it misses."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.acts.steps import Sort as Does
from lantoa.acts.steps import Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.operations import adopt_known
from lantoa.records.record.kinds import kind_of
from lantoa.tally.queries.owing import months_missing
from lantoa.units.models import Kind
from tests import build, decide
from tests.acts.acts import passed
from tests.tally.test_owing import MARCH, SPRING, YEAR, nothing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _known():
    adopt_known()


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


def missing(units, period=YEAR, *, by=date(2026, 8, 6)):
    asked = Question(unit=units[0].pk, period=period)
    found = months_missing(kind_of("meetings"), [unit.pk for unit in units], asked, by=by)
    return {pk: [month.first.month for month in months] for pk, months in found.items()}


def test_months_that_were_due_and_of_which_a_cell_said_nothing_are_missing(commune):
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=cell, on=SPRING, sort="regular")
    build.meeting(at=cell, since=date(2026, 4, 28), on=date(2026, 5, 2), sort="thematic")
    nothing(cell, Period.months(2026, 2, 2))

    assert missing([cell]) == {cell.pk: [1, 6, 7]}
    assert missing([cell], by=date(2026, 8, 5)) == {cell.pk: [1, 6]}


@pytest.mark.parametrize("sort", ["talk", "conference"])
def test_a_month_is_done_by_a_meeting_of_the_cell_and_by_nothing_else(commune, sort):
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=cell, on=SPRING, sort=sort)

    assert missing([cell])[cell.pk] == [1, 2, 3, 4, 5, 6, 7]

    build.meeting(at=cell, on=SPRING, sort="thematic")
    assert missing([cell])[cell.pk] == [1, 2, 4, 5, 6, 7]


def test_who_owes_a_kind_once_in_the_period_misses_no_month(commune):
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)

    assert missing([commune, school]) == {}


def test_a_cell_owes_the_months_in_which_it_was_at_work_as_a_cell(commune):
    late = build.unit("Chi bộ mới", under=commune, on=date(2026, 5, 31))
    ended = build.unit("Chi bộ cũ", under=commune)
    decide.close(ended, into=commune, on=date(2026, 3, 1))
    became = build.unit("Nhóm", under=commune, kind=Kind.AGENCY)
    passed([Step(sort=Does.CHANGE_KIND, unit=became.pk, kind=Kind.CELL)], on=date(2026, 6, 30))

    assert missing([late, ended, became]) == {
        late.pk: [5, 6, 7],
        ended.pk: [1, 2],
        became.pk: [6, 7],
    }


def test_months_are_asked_about_with_as_many_statements_however_many_there_are(commune):
    cells = [build.unit(f"Chi bộ {n}", under=commune) for n in range(3)]

    def asked(units, period):
        with CaptureQueriesContext(connection) as found:
            missing(units, period)
        return len(found)

    assert asked(cells[:1], MARCH) == asked(cells, YEAR) == 7
