"""Who owes a kind of record in a period, who recorded it, and who said nothing."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.acts.steps import Sort as Does
from lantoa.acts.steps import Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import Obligation, Rhythm
from lantoa.guidance.operations import adopt_known, oblige
from lantoa.posts.models import Post
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.tally.queries import Coverage, sheet
from lantoa.units.models import Kind
from tests import build, decide
from tests.acts.acts import passed

pytestmark = pytest.mark.django_db
YEAR, SPRING = Period.year(2026), date(2026, 3, 10)
MARCH = Period.months(2026, 3, 3)


@pytest.fixture(autouse=True)
def _known():
    adopt_known()


@pytest.fixture
def province():
    return build.unit("Tỉnh")


@pytest.fixture
def commune(province):
    return build.unit("Xã", under=province, kind=Kind.COMMUNE)


def coverage(unit, period=YEAR, **more):
    return sheet(Question(unit=unit.pk, period=period, **more)).coverage


def of_meetings(unit, period=YEAR, **more):
    return coverage(unit, period, **more)["meetings"]


def nothing(unit, period=MARCH, *, kind="meetings", at=build.NOW):
    said = NothingHappened(
        key=f"n{unit.pk}{period.first}{kind}", unit=unit, record_kind=kind,
        first_day=period.first, last_day=period.last,
    )  # fmt: skip
    return NOTHING.record(by=build.recorder(), at=at, entry=said)


def change(root, unit_kind, rhythm, *, since, kind="meetings", at=build.NOW):
    admin = build.clerk(root, Post.Right.ADMIN)
    row = Obligation(
        unit_kind=unit_kind, record_kind=kind, rhythm=rhythm, since=since, source="Kế hoạch",
        due_day=5 if rhythm is Rhythm.MONTHLY else None,
    )  # fmt: skip
    return oblige(by=admin, at=at, root=root, entry=row)


def test_only_units_that_owe_a_kind_can_be_silent(commune):
    spoke, silent = build.unit("Chi bộ 1", under=commune), build.unit("Chi bộ 2", under=commune)
    build.unit("Ấp", under=commune, kind=Kind.NEIGHBOURHOOD)
    build.meeting(at=spoke, on=SPRING)

    found = of_meetings(commune)

    assert (found.owed, found.said, set(found.silent)) == (3, 1, {commune.pk, silent.pk})


def test_who_records_without_owing_counts_in_the_figures_and_is_told_apart(commune):
    build.unit("Chi bộ", under=commune)
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)
    build.meeting(at=school, on=SPRING)

    counted = sheet(Question(unit=commune.pk, period=YEAR))

    found, line = counted.coverage["meetings"], counted.lines["meetings.held"]
    assert (found.owed, found.said, found.besides) == (2, 0, 1)
    assert (line.total, line.units) == (1, 1)


def test_a_kind_that_nobody_owes_has_no_coverage(commune):
    build.work(at=commune, on=SPRING)

    assert set(coverage(commune)) == {"meetings"}


def test_a_kind_owed_elsewhere_only_has_no_coverage_here(commune):
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)

    assert coverage(school) == {}


def test_who_said_that_nothing_happened_is_not_silent(commune):
    cell = build.unit("Chi bộ", under=commune)

    nothing(cell)

    found = of_meetings(commune, MARCH)
    assert (found.owed, found.said, found.nothing_happened) == (2, 0, (cell.pk,))
    assert found.silent == (commune.pk,)


@pytest.mark.parametrize(
    ("period", "is_said"),
    [
        (YEAR, True),
        (Period.on(SPRING), True),
        (Period(date(2026, 3, 31), date(2026, 4, 30)), True),
        (Period.months(2026, 4, 4), False),
        (Period.months(2026, 2, 2), False),
    ],
)
def test_nothing_happened_speaks_of_every_period_that_it_meets(commune, period, is_said):
    cell = build.unit("Chi bộ", under=commune)

    nothing(cell)

    assert (cell.pk in of_meetings(commune, period).nothing_happened) is is_said


def test_what_was_recorded_later_counts_and_both_stay(commune):
    cell = build.unit("Chi bộ", under=commune)
    nothing(cell)

    build.meeting(at=cell, on=SPRING)

    found = of_meetings(commune, MARCH)
    assert (found.said, found.nothing_happened) == (1, ())
    assert NothingHappened.objects.filter(superseded_at=None).count() == 1


@pytest.mark.parametrize(
    ("since", "on", "spoke"),
    [
        (date(2026, 2, 28), date(2026, 3, 1), True),
        (date(2026, 3, 31), date(2026, 4, 1), True),
        (date(2026, 2, 1), date(2026, 4, 30), True),
        (date(2026, 2, 1), date(2026, 2, 28), False),
        (date(2026, 4, 1), date(2026, 4, 2), False),
    ],
)
def test_who_has_a_record_that_the_period_cuts_has_spoken_and_is_told_apart(
    commune, since, on, spoke
):
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=cell, since=since, on=on)

    counted = sheet(Question(unit=commune.pk, period=MARCH))

    found = counted.coverage["meetings"]
    assert (cell.pk in found.silent, found.said, found.cut) == (
        not spoke, int(spoke), (cell.pk,) if spoke else (),
    )  # fmt: skip
    assert counted.lines["meetings.held"].total is None


def test_a_record_within_the_period_leaves_nothing_to_tell_apart(commune):
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=cell, on=SPRING)
    build.meeting(at=cell, since=date(2026, 3, 31), on=date(2026, 4, 1))

    found = of_meetings(cell, MARCH)

    assert (found.owed, found.said, found.cut) == (1, 1, ())


def test_who_owes_nothing_is_not_told_apart_for_a_record_that_is_cut(commune):
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)
    build.meeting(at=school, since=date(2026, 3, 31), on=date(2026, 4, 1))

    found = of_meetings(commune, MARCH)

    assert (found.said, found.cut, found.besides) == (0, (), 0)


def test_nothing_of_one_kind_says_nothing_of_another(commune, province):
    cell = build.unit("Chi bộ", under=commune)
    change(province, Kind.CELL, Rhythm.ONCE, since=date(2026, 1, 1), kind="works")

    nothing(cell, kind="works")

    assert coverage(cell, MARCH)["works"].nothing_happened == (cell.pk,)
    assert coverage(cell, MARCH)["meetings"].silent == (cell.pk,)


def test_taken_back_the_unit_is_silent_again_and_was_not_then(commune):
    cell = build.unit("Chi bộ", under=commune)
    said = nothing(cell)
    later = build.NOW + timedelta(days=1)

    NOTHING.withdraw(said, by=build.recorder(), at=later, reason="Có họp, quên ghi")

    assert of_meetings(cell, MARCH).silent == (cell.pk,)
    assert of_meetings(cell, MARCH, as_known=build.NOW).nothing_happened == (cell.pk,)


def test_who_owes_changes_on_a_day(commune, province):
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)
    change(province, Kind.SCHOOL, Rhythm.ONCE, since=date(2026, 7, 1))

    assert school.pk not in of_meetings(commune, Period.months(2026, 1, 6)).silent
    assert school.pk in of_meetings(commune, Period.months(2026, 7, 12)).silent
    assert school.pk in of_meetings(commune).silent


def test_who_owed_as_it_was_known_at_a_moment(commune, province):
    school = build.unit("Trường", under=commune, kind=Kind.SCHOOL)
    later = build.NOW + timedelta(days=1)

    change(province, Kind.SCHOOL, Rhythm.ONCE, since=date(2026, 1, 1), at=later)

    assert coverage(school)["meetings"].silent == (school.pk,)
    assert coverage(school, as_known=build.NOW) == {}


def test_a_unit_owes_what_it_is_on_the_chart(commune):
    unit = build.unit("Trường", under=commune, kind=Kind.SCHOOL)
    passed([Step(sort=Does.CHANGE_KIND, unit=unit.pk, kind=Kind.CELL)], on=date(2026, 7, 1))

    half = Period.months(2026, 1, 6)
    assert coverage(unit, half) == {}
    assert of_meetings(unit, half, chart=date(2026, 7, 1)).silent == (unit.pk,)
    assert of_meetings(unit).silent == (unit.pk,)


def test_a_unit_that_was_not_at_work_in_the_period_owes_nothing_of_it(commune):
    cell = build.unit("Chi bộ", under=commune)
    ended = build.unit("Chi bộ cũ", under=commune)
    late = build.unit("Chi bộ mới", under=commune, on=date(2026, 9, 1))
    decide.close(ended, into=commune, on=date(2026, 4, 1))

    def owing(*months):
        return set(of_meetings(commune, Period.months(2026, *months)).silent) - {commune.pk}

    assert owing(1, 6) == {cell.pk, ended.pk}
    assert owing(5, 12) == {cell.pk, late.pk}


def test_however_many_kinds_are_owed_two_statements_are_asked_for_it(commune, province):
    def asked():
        with CaptureQueriesContext(connection) as found:
            coverage(commune)
        about = ("guidance_obligation", "record_nothinghappened")
        return [sum(table in each["sql"] for each in found) for table in about], len(found)

    of_one = asked()
    for kind in ("works", "indicators"):
        change(province, Kind.COMMUNE, Rhythm.ONCE, since=date(2026, 1, 1), kind=kind)

    assert of_one == asked()
    assert of_one[0] == [1, 1]
    assert set(coverage(commune)) == {"meetings", "works", "indicators"}


def test_where_nobody_owes_anything_only_that_is_asked(commune):
    Obligation.objects.filter(superseded_at=None).update(superseded_at=build.NOW)

    with CaptureQueriesContext(connection) as found:
        assert coverage(commune) == {}

    assert not any("record_nothinghappened" in each["sql"] for each in found)


def test_coverage_of_nothing_is_empty():
    assert Coverage() == Coverage(0, 0, (), (), (), 0)
