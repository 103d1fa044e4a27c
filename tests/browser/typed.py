"""A clerk who types into a form in a real browser: on which screens, and what is typed."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from lantoa.records.meetings.models import Meeting
from tests import build
from tests.browser.conftest import DESK, PHONE

TOPIC = "Học tập chuyên đề tháng 11"
LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
WAYS = {
    "phone": (PHONE, True),
    "desk-plain": (DESK, False),
    "desk": (DESK, True),
    "phone-plain": (PHONE, False),
}


def on(*names):
    """Try a test on these ways of having a page before one; in the long run on all of them."""
    names = [*WAYS] if LONG else names
    return pytest.mark.parametrize(("size", "scripts"), [WAYS[n] for n in names], ids=names)


WITH_SCRIPTS = pytest.mark.parametrize("size", [PHONE, DESK][: 2 if LONG else 1])


def sign_in(page, name="van-thu"):
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", build.PASSWORD)
    page.click("main form.panel button")
    page.wait_for_load_state()


def open_form(page, unit):
    page.goto(reverse("meetings:record", args=[unit.uuid]))


def type_into(page):
    page.check("input[name=sort][value=regular]")
    page.fill("[name=topic]", TOPIC)
    page.fill("[name=members_present]", "18")


def save(page):
    page.click("main form .buttons button >> nth=0")
    page.wait_for_load_state()


def holds_what_was_typed(page):
    expect(page.locator("[name=topic]")).to_have_value(TOPIC)
    expect(page.locator("[name=members_present]")).to_have_value("18")
    expect(page.locator("input[name=sort][value=regular]")).to_be_checked()


def is_sound(page):
    broken = [each["id"] for each in Axe().run(page).response["violations"]]
    assert broken == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def only_meeting():
    (meeting,) = Meeting.objects.all()
    assert (meeting.topic, meeting.members_present) == (TOPIC, 18)
    return meeting


def until_saved(page):
    expect(page.locator("main")).to_contain_text("Đã lưu")
