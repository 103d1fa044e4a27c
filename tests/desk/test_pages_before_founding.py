"""Asked on a chart from before some units were founded: what they count stays to be seen."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.reports.queries.annexes import annexes_of
from lantoa.reports.queries.facts import facts_of
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
FOUNDED, SPRING = date(2024, 11, 1), date(2026, 3, 10)
BEFORE = "?from=2026-01-01&to=2026-12-31&chart=2024-10-31"


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE, code="X1")


@pytest.fixture
def cells(commune):
    return [
        build.unit(f"Chi bộ ấp {name}", under=commune, on=FOUNDED)
        for name in ("Đông", "Tây", "Nam")
    ]


@pytest.fixture
def counted(cells):
    """Return two of three cells, founded after the day of the chart, that recorded something."""
    for cell in cells[:2]:
        build.meeting(at=cell, on=SPRING, members_present=10)
        build.work(at=cell, on=SPRING, state_money=26_000_000)
    return cells[:2]


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend="lantoa.people.access.PasswordSignIn")
    return client


def named(rows):
    return {row["cells"][0]["text"] for row in rows}


def test_a_unit_s_page_opens_on_a_chart_from_before_the_units_below(desk, commune, counted):
    answer = desk.get(reverse("desk:unit", args=[commune.uuid]) + BEFORE)

    assert answer.status_code == 200
    assert named(answer.context["children"]) == {"Chi bộ ấp Đông", "Chi bộ ấp Tây"}
    assert {row.label for chart in answer.context["bars"] for row in chart["rows"]} == {
        "Chi bộ ấp Đông",
        "Chi bộ ấp Tây",
    }


def test_who_was_not_founded_yet_and_has_no_figure_is_not_called_silent(desk, commune, counted):
    answer = desk.get(reverse("desk:unit", args=[commune.uuid]) + BEFORE)

    assert answer.context["silent_children"] == []


def test_page_command_and_paper_name_the_same_units_below(desk, commune, counted):
    out, days = StringIO(), ("--from", "1/1/2026", "--to", "31/12/2026")
    call_command("figures", "--unit", "X1", *days, "--chart", "31/10/2024", "--json", stdout=out)
    facts = facts_of(Question(commune.pk, Period.year(2026), date(2024, 10, 31)))
    page = desk.get(reverse("desk:unit", args=[commune.uuid]) + BEFORE)

    told = json.loads(out.getvalue())["measures"]["meetings.held"]
    paper = str(annexes_of(facts))

    assert told["total"] == 2
    assert {each["name"] for each in told["below"]} == named(page.context["children"])
    assert {each["name"] for each in told["below"] if each["name"] in paper} == named(
        page.context["children"]
    )
