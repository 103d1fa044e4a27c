"""What a unit is depends on the day and on what was known: counting, filling in and reports."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.acts.reversing import reverse as take_back
from lantoa.acts.steps import Sort as Does
from lantoa.acts.steps import Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.operations import adopt_known as adopt_guidance
from lantoa.phone.queries import standing
from lantoa.posts.models import Post
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.operations import adopt_known as adopt_indicators
from lantoa.records.indicators.operations import record_many
from lantoa.records.meetings.forms import MeetingForm
from lantoa.reports.queries import Request, report
from lantoa.tally.queries import sheet
from lantoa.tally.queries.answer import Answer
from lantoa.units.models import Kind
from lantoa.units.operations import state_members
from lantoa.units.queries import Album
from lantoa.units.queries.members import members_reached
from tests import build
from tests.acts.acts import DAY, passed

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2025, 6, 30), DAY
LATER = build.NOW.replace(year=2027)


@pytest.fixture
def commune():
    """A commune of a province, with nothing under it."""
    province = build.unit("Tỉnh")
    return build.unit("Xã", under=province, kind=Kind.COMMUNE)


def becomes(unit, kind, on=DAY):
    return passed([Step(sort=Does.CHANGE_KIND, unit=unit.pk, kind=kind)], on=on)


def on_chart(unit, day, **more):
    counted = sheet(Question(unit=unit.pk, period=Period.on(day), **more))
    codes = ("bases", "divisions", "cells", "base_cells")
    return {code: counted.total(f"units.{code}") for code in codes}


def test_a_cell_that_became_a_base_organisation_is_counted_as_what_it_is_on_the_day(commune):
    cell = build.unit("Chi bộ", under=commune)
    becomes(cell, Kind.BASE)

    nothing = {"bases": 0, "divisions": 0, "cells": 0, "base_cells": 0}
    assert on_chart(commune, BEFORE) == nothing | {"cells": 1, "base_cells": 1}
    assert on_chart(commune, AFTER) == nothing | {"bases": 1}


def test_cells_count_as_cells_of_a_base_only_from_the_day_on_which_it_is_one(commune):
    front = build.unit("Cơ quan", under=commune, kind=Kind.AGENCY)
    build.unit("Chi bộ", under=front)
    becomes(front, Kind.BASE)

    assert on_chart(commune, BEFORE)["base_cells"] == 0
    assert on_chart(commune, AFTER)["base_cells"] == 1


def test_what_was_known_at_a_moment_decides_too(commune):
    cell = build.unit("Chi bộ", under=commune)
    act = becomes(cell, Kind.BASE)
    take_back(act, reason="nhầm", by=build.person(), at=LATER)

    assert on_chart(commune, AFTER)["bases"] == 0
    assert on_chart(commune, AFTER, as_known=build.NOW.replace(month=12))["bases"] == 1
    assert on_chart(commune, AFTER, as_known=LATER)["bases"] == 0


def test_a_unit_stands_under_those_that_were_believed_then(commune):
    base = build.unit("Đảng bộ cơ sở", under=commune, kind=Kind.BASE)
    cell = build.unit("Chi bộ", under=base)
    act = passed([Step(sort=Does.MOVE, unit=cell.pk, parent=commune.pk)])
    take_back(act, reason="nhầm", by=build.person(), at=LATER)
    before = Question(cell.pk, Period.on(AFTER), as_known=build.NOW.replace(month=12))

    assert Answer(before).way[0] == commune.pk
    assert Answer(Question(cell.pk, Period.on(AFTER))).way[0] == base.pk


def test_a_kind_that_changed_elsewhere_changes_nothing_here(commune):
    build.unit("Chi bộ", under=commune)
    other = build.unit("Chi bộ khác", under=build.unit("Tỉnh khác"))
    becomes(other, Kind.BASE)

    assert on_chart(commune, AFTER)["cells"] == 1


def test_counting_asks_as_often_however_many_kinds_changed(commune):
    cells = [build.unit(f"Chi bộ {n}", under=commune) for n in range(4)]

    def asked():
        with CaptureQueriesContext(connection) as found:
            sheet(Question(unit=commune.pk, period=Period.on(AFTER)))
        return len(found)

    asked_of_none = asked()
    for cell in cells:
        becomes(cell, Kind.BASE)

    assert asked() == asked_of_none


def test_a_unit_that_was_no_peoples_committee_yet_is_not_cited_for_its_area(commune):
    adopt_indicators()
    office = build.unit("Ủy ban", under=commune, kind=Kind.AGENCY)
    becomes(office, Kind.GOVERNMENT)
    income = Sort.objects.get(code="income-per-head")
    entry = {"unit": office, "sort": income, "value": 73_500_000}
    for key, day in (("a", BEFORE), ("b", AFTER)):
        record_many(
            by=build.recorder(),
            at=build.NOW,
            entries=[Indicator(key=key, first_day=day, last_day=day, **entry)],
        )

    def cited(day):
        return sheet(Question(unit=commune.pk, period=Period.on(day))).total(
            "indicators.income-per-head"
        )

    assert (cited(BEFORE), cited(AFTER)) == (None, 73_500_000)


def test_the_members_a_commune_can_bring_are_those_of_what_is_a_cell_on_the_day(commune):
    cell, base = build.unit("Chi bộ", under=commune), build.unit("Nhóm", under=commune)
    state_members(cell, members=12, change=build.change())
    becomes(base, Kind.AGENCY)

    reached = members_reached([(commune.pk, BEFORE), (commune.pk, AFTER)])

    assert reached == {(commune.pk, BEFORE): None, (commune.pk, AFTER): 12}


def test_a_unit_that_became_a_cell_invites_all_its_members(commune):
    unit = build.unit("Nhóm", under=commune, kind=Kind.AGENCY)
    state_members(unit, members=9, change=build.change())
    becomes(unit, Kind.CELL)

    assert "members_invited" not in MeetingForm(unit=unit, today=BEFORE).initial
    assert MeetingForm(unit=unit, today=AFTER).initial["members_invited"] == 9


def test_a_phone_tells_a_unit_that_became_a_cell_how_it_stands(commune):
    adopt_guidance()
    unit = build.unit("Nhóm", under=commune, kind=Kind.AGENCY)
    becomes(unit, Kind.CELL)

    def told(day):
        found = standing(unit.pk, album=Album(), on=day)
        return found and [month.first.month for month in found.months.missing]

    assert told(BEFORE) is None
    assert told(date(2025, 10, 6)) == [7, 8, 9]
    assert told(date(2026, 3, 6)) == [1, 2]


def test_the_report_of_a_unit_that_became_a_base_is_signed_as_what_it_is(commune):
    unit = build.unit("Chi bộ Trường", under=commune)
    becomes(unit, Kind.BASE)

    def symbol(day):
        asked = Question(unit=unit.pk, period=Period.on(day))
        return report(Request(asked, day=date(2026, 2, 5))).symbol

    assert (symbol(BEFORE), symbol(AFTER)) == ("BC/CB", "BC/ĐU")


def test_a_page_names_a_unit_by_what_it_is_on_the_day(commune, client):
    adopt_guidance()
    unit = build.unit("Chi bộ Trường", under=commune)
    becomes(unit, Kind.BASE)
    viewer = build.clerk(commune, Post.Right.VIEW)
    client.force_login(viewer, backend="lantoa.people.access.PasswordSignIn")
    page = reverse("desk:silent", args=[commune.uuid, "meetings"])

    for day, is_base in ((BEFORE, False), (AFTER, True)):
        asked = {"from": day.isoformat(), "to": day.isoformat()}
        assert ("đảng bộ cơ sở" in client.get(page, asked).content.decode()) is is_base
