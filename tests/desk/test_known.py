"""Pages answer with what was known at a moment, and say so."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lantoa.formats.moments import read_moment
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


@pytest.mark.parametrize("clock", ["9:00", "09:00", "9h", "9h00", "9g", "9 h 00", "09:00:00"])
def test_a_clock_is_read_as_people_write_it(clock):
    nine = datetime(2026, 7, 1, 9, 0, tzinfo=build.HANOI)

    assert read_moment(f"1/7/2026 {clock}") == nine
    assert read_moment(f"1.7.2026 {clock}") == nine
    assert read_moment(f"2026-07-01 {clock}") == nine


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("1/7/2026 9h30", 9, 30), ("1/7/2026 14g05", 14, 5), ("2026-07-01T09:30", 9, 30)],
)
def test_a_clock_may_have_minutes(text, hour, minute):
    assert read_moment(text) == datetime(2026, 7, 1, hour, minute, tzinfo=build.HANOI)


@pytest.mark.parametrize(
    "text",
    ["1/7/2026 25h", "1/7/2026 9h60", "1/7/2026 9:", "9h", "9:00", "1/7/2026 9", "9h 1/7/2026"],
)
def test_what_is_no_clock_is_refused_in_words(text):
    with pytest.raises(ValidationError, match=r"không phải là một lúc|Không đọc được|Hãy ghi"):
        read_moment(text)


def test_an_address_that_spells_as_known_with_a_line_below_is_answered_too(commune, shown):
    held = build.meeting(at=commune, on=date(2026, 3, 1), members_present=777)
    meetings.withdraw(held, by=build.recorder(), at=LATER, reason="ghi nhầm")

    assert ">777<" in shown("desk:unit", as_known="23/11/2026")


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
