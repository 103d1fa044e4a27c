"""A clerk is asked about what is odd, sees where it stands, settles it, brings a record back."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.models import Doubt
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_desk import sign_in, sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOTS = os.environ.get("LANTOA_TEST_SHOTS")
"""A folder for pictures of the pages, for who wants to look at them."""


@pytest.fixture
def cell():
    unit = build.unit("Đảng bộ xã Thử Nghiệm", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ ấp 1", under=unit, members=30)
    build.meeting(at=cell, on=date(2026, 3, 10), sort="thematic", members_present=25)
    build.clerk(unit, username="van-thu")
    return cell


def fill(page, cell, live_server):
    page.goto(live_server.url + reverse("meetings:record", args=[cell.uuid]))
    page.check("input[name=sort][value=thematic]")
    page.fill("textarea[name=topic]", "Học chuyên đề, buổi chiều")
    page.fill("input[name=last_day]", "10/3/2026")
    page.fill("input[name=members_present]", "25")
    page.fill("input[name=members_invited]", "30")
    page.fill("input[name=absent_excused]", "2")


def look(page, name):
    """Tell what is wrong with a page, and keep a picture of it where one is asked for."""
    if SHOTS:
        width = page.viewport_size["width"]
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
    return sound(page)


def asked_and_meant(page):
    """Save something odd: the Enter key asks again, and only the button insists."""
    page.press("input[name=members_present]", "Enter")
    page.wait_for_selector("#question")
    faults = look(page, "asked")
    page.press("input[name=members_present]", "Enter")
    page.wait_for_selector("#question")
    assert Meeting.objects.count() == 1
    page.click("text=Vẫn ghi")
    page.wait_for_selector(".notice.done")
    return faults


def found_and_confirmed(page):
    """Go from the first page to the list, to the record, and say why it is right."""
    faults = look(page, "unit")
    page.click("text=bản ghi có thể đã ghi hai lần")
    faults += look(page, "list")
    page.click("main section a >> nth=0")
    faults += look(page, "shown")
    page.click("text=Đúng như vậy >> nth=0")
    faults += look(page, "confirm")
    because(page, "sáng và chiều cùng ngày", "Đúng như vậy")
    page.wait_for_selector(".notice.done")
    return faults


def because(page, reason, word):
    page.fill("textarea[name=reason]", reason)
    page.click(f"main button:has-text('{word}')")


def withdrawn_and_back(page):
    """Withdraw a record and bring it back, which is asked about too."""
    page.click("text=Hủy ghi")
    because(page, "nhầm", "Hủy ghi")
    page.click("text=Khôi phục")
    faults = look(page, "back")
    because(page, "hủy nhầm", "Khôi phục")
    page.wait_for_selector("#question")
    faults += look(page, "back-asked")
    page.click("text=Vẫn khôi phục")
    page.wait_for_selector(".notice.done")
    return faults + look(page, "returned")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_odd_is_asked_about_settled_and_brought_back(open_window, live_server, cell, size):
    page = open_window(size)
    sign_in(page)
    fill(page, cell, live_server)

    faults = asked_and_meant(page)
    held = Meeting.objects.latest("pk")
    page.goto(live_server.url)
    kept = Doubt.objects.count()
    faults += found_and_confirmed(page)
    faults += withdrawn_and_back(page)

    assert (held.topic, kept, faults) == ("Học chuyên đề, buổi chiều", 2, [])
    assert Meeting.objects.filter(uuid=held.uuid, superseded_at__isnull=True).count() == 1
