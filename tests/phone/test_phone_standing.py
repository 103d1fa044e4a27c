"""Which months a cell missed: the phone tells the cell what the desk tells the clerk."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.guidance.models import Obligation, Rhythm
from lantoa.guidance.operations import oblige
from lantoa.posts.models import Post
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.units.models import Kind
from tests import build
from tests.phone.cards import text, type_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing(client, card, monkeypatch):
    """Return what the phone of the first cell tells on a day."""
    type_in(client, card)

    def told(on):
        monkeypatch.setattr("lantoa.phone.views.localdate", lambda: on)
        return client.get(reverse("phone:home"))

    return told


@pytest.fixture
def listed(ward, clerk, monkeypatch):
    """Return the months that the list of a ward calls missing on a day, as it writes them."""
    desk = Client()
    desk.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")

    def missed(on):
        monkeypatch.setattr("lantoa.desk.views.figures.localdate", lambda: on)
        address = reverse("desk:silent", args=[ward.uuid, "meetings"])
        answer = desk.get(f"{address}?from=1/1/2026&to={on.isoformat()}")
        return {row.unit.name: row.months.replace("/2026", "") for row in answer.context["missing"]}

    return missed


def say_nothing(cell, month):
    said = NothingHappened(
        key=f"n{month}", unit=cell, record_kind="meetings",
        first_day=date(2026, month, 1), last_day=date(2026, month, 28),
    )  # fmt: skip
    NOTHING.record(by=build.recorder(), at=build.NOW, entry=said)


def change(ward, rhythm, *, due_day=None):
    row = Obligation(
        unit_kind=Kind.CELL, record_kind="meetings", rhythm=rhythm, due_day=due_day,
        since=date(2026, 1, 1), source="Kế hoạch",
    )  # fmt: skip
    admin = build.clerk(ward, Post.Right.ADMIN)
    oblige(by=admin, at=build.NOW, root=ward, entry=row)


@pytest.mark.parametrize("on", [date(2026, 6, 3), date(2026, 6, 22), date(2026, 7, 31)])
def test_phone_and_desk_name_the_same_months(cells, standing, listed, on):
    build.meeting(at=cells[0], on=date(2026, 1, 3), sort="regular")
    build.meeting(at=cells[0], on=date(2026, 3, 5), sort="talk")
    build.meeting(at=cells[0], since=date(2026, 3, 30), on=date(2026, 4, 2), sort="thematic")
    say_nothing(cells[0], 2)

    told = standing(on).context["standing"]

    assert told.missed == listed(on).get("Chi bộ khóm 1", "")
    assert (told.met, told.nothing) == ("1, 3, 4", "2")


def test_a_month_of_which_nothing_happened_is_not_called_missing(cells, standing):
    say_nothing(cells[0], 1)

    answer = text(standing(date(2026, 2, 22)))

    assert "Đã báo không phát sinh tháng 1." in answer
    assert "Không tháng nào đã đến hạn mà chưa ghi." in answer


def test_before_its_day_a_month_is_asked_for_and_not_called_late(standing):
    before, after = (standing(date(2026, 2, day)).context["standing"] for day in (5, 6))

    assert (before.missed, before.due[:10]) == ("", "Tháng 1, 2")
    assert (after.missed, after.due[:8]) == ("1", "Tháng 2 ")


def test_the_due_day_of_the_obligation_holds_on_the_phone_too(ward, standing):
    change(ward, Rhythm.MONTHLY, due_day=20)

    assert standing(date(2026, 2, 20)).context["standing"].missed == ""
    assert standing(date(2026, 2, 21)).context["standing"].missed == "1"


def test_a_cell_that_owes_no_meeting_is_not_reminded(ward, standing):
    change(ward, Rhythm.NEVER)

    answer = standing(date(2026, 6, 22))

    assert answer.context["standing"] is None
    assert not re.search(r"chưa ghi buổi", text(answer))


def test_the_first_page_of_a_cell_asks_as_many_statements_whatever_it_recorded(cells, standing):
    def asked():
        with CaptureQueriesContext(connection) as found:
            standing(date(2026, 11, 22))
        return len(found)

    asked()
    empty = asked()
    for month in range(1, 12):
        build.meeting(at=cells[0], on=date(2026, month, 3), sort="regular")

    assert asked() == empty
    assert empty <= 23
