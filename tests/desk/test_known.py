"""Pages answer with what was known at a moment, and say so."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from lantoa.records.meetings import operations as meetings
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
LATER = build.NOW + timedelta(days=2)
YEAR = {"from": "1/1/2026", "to": "31/12/2026"}


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def shown(client, commune):
    client.force_login(build.clerk(commune))

    def page(name, *more, **query):
        answer = client.get(reverse(name, args=[commune.uuid, *more]), YEAR | query)
        return " ".join(answer.content.decode().split())

    return page


def test_a_withdrawn_meeting_is_there_for_who_asks_what_was_known_before(commune, shown):
    held = build.meeting(at=commune, on=date(2026, 3, 1), members_present=777)
    meetings.withdraw(held, by=build.recorder(), at=LATER, reason="ghi nhầm")
    before = {"as-known": "23/11/2026"}

    assert ">777<" not in shown("desk:unit")
    assert ">777<" in shown("desk:unit", **before)
    assert "Như đã biết lúc 0:00 ngày 23/11/2026." in shown("desk:unit", **before)
    assert "777" in shown("desk:measure", "meetings.members", **before)
    assert "777" not in shown("desk:measure", "meetings.members", **{"as-known": "25/11/2026"})


def test_links_of_a_page_go_on_asking_what_was_known_then(commune, shown):
    build.meeting(at=commune, on=date(2026, 3, 1), members_present=777)

    page = shown("desk:unit", **{"as-known": "23/11/2026"})

    assert "as-known=2026-11-23T00%3A00%3A00%2B07%3A00" in page


def test_a_moment_at_which_nobody_knew_the_unit_is_said_beside_the_period(shown):
    page = shown("desk:unit", **{"as-known": "1/1/2015"})

    assert "Đến lúc này chưa ghi đơn vị này." in page
    assert 'value="1/1/2015"' in page


def test_what_is_no_moment_is_said_and_stays_in_its_box(shown):
    page = shown("desk:measure", "meetings.held", **{"as-known": "1/1/2026 25:00"})

    assert "không phải là một lúc" in page
    assert 'value="1/1/2026 25:00"' in page
