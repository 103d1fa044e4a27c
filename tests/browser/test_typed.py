"""Nothing typed is lost, with scripts and without, on a phone and on a desk."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from lantoa.people.access import digits
from lantoa.records.meetings.models import Meeting
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import DESK, PHONE
from tests.phone.cards import issue, scanned

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
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


@pytest.fixture
def commune():
    unit = build.unit("Đảng bộ xã Thử Nghiệm", kind=Kind.COMMUNE)
    build.clerk(unit, username="van-thu")
    return unit


def sign_in(page, name="van-thu"):
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", build.PASSWORD)
    page.click("main form.panel button")
    page.wait_for_load_state()


@pytest.fixture
def window(open_window, commune):
    """Open a window in which the clerk has signed in."""

    def opened(size, scripts=True, **more):
        page = open_window(size, java_script_enabled=scripts, **more)
        page.goto("/")
        sign_in(page)
        return page

    return opened


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


@on("phone", "desk-plain")
def test_the_session_ends_while_typing(window, commune, size, scripts):
    page = window(size, scripts)
    open_form(page, commune)
    type_into(page)
    Session.objects.all().delete()

    save(page)
    expect(page.locator("main")).to_contain_text("Chữ đã gõ còn nguyên")
    sign_in(page)

    holds_what_was_typed(page)
    if scripts:
        is_sound(page)
    save(page)
    until_saved(page)
    only_meeting()


@on("phone-plain")
def test_a_card_is_scanned_again_and_the_form_is_there(open_window, commune, size, scripts):
    cell = build.unit("Chi bộ ấp 1", under=commune)
    card = issue(cell, build.clerk(commune))
    page = open_window(size, java_script_enabled=scripts)

    def open_card():
        page.goto(scanned(card))
        page.fill("input[name=code]", digits(card))
        page.click("text=Mở trang ghi")
        page.wait_for_load_state()

    open_card()
    open_form(page, cell)
    type_into(page)
    Session.objects.all().delete()
    save(page)
    expect(page.locator("main")).to_contain_text("soi lại thẻ")
    assert page.locator("input[type=password]").count() == 0

    open_card()
    holds_what_was_typed(page)
    save(page)
    until_saved(page)
    only_meeting()


@on("desk")
def test_signed_out_and_in_again_in_another_tab(window, commune, size, scripts):
    page = window(size, scripts)
    open_form(page, commune)
    type_into(page)
    other = page.context.new_page()
    other.goto("/")
    other.click("button:has-text('Đăng xuất')")
    sign_in(other)

    save(page)

    holds_what_was_typed(page)
    save(page)
    until_saved(page)
    only_meeting()


@on("desk-plain")
def test_cookies_cleared_while_typing(window, commune, size, scripts):
    page = window(size, scripts)
    open_form(page, commune)
    type_into(page)
    page.context.clear_cookies()

    save(page)
    sign_in(page)

    holds_what_was_typed(page)
    save(page)
    until_saved(page)
    only_meeting()


@on("phone")
def test_the_next_person_on_the_machine_sees_none_of_it(window, commune, size, scripts):
    build.clerk(commune, username="nguoi-sau")
    page = window(size, scripts)
    open_form(page, commune)
    type_into(page)
    there = page.url
    Session.objects.all().delete()
    save(page)

    sign_in(page, "nguoi-sau")

    for address in (there, re.sub(r"\?.*", "", there), "/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert TOPIC not in page.content()
        assert "gõ dở" not in page.inner_text("body")
    open_form(page, commune)
    expect(page.locator("[name=topic]")).to_have_value("")


@WITH_SCRIPTS
def test_without_a_connection_the_page_stays_and_sends_later(window, commune, size):
    page = window(size)
    open_form(page, commune)
    type_into(page)
    page.context.set_offline(True)

    save(page)
    unsent = page.locator("[data-said=unsent]")
    expect(unsent).to_contain_text("Chưa gửi được, chữ đã gõ còn nguyên")
    holds_what_was_typed(page)
    is_sound(page)
    page.context.set_offline(False)
    page.click("button:text('Gửi lại')")

    until_saved(page)
    only_meeting()


@WITH_SCRIPTS
@pytest.mark.parametrize("answer", [502, 503, 200] if LONG else [502])
def test_while_the_server_restarts_the_page_stays(window, commune, size, answer):
    page = window(size)
    open_form(page, commune)
    type_into(page)
    page.route("**/con-day/", lambda route: route.fulfill(status=answer, body="x"))

    save(page)
    expect(page.locator("[data-said=unsent]")).to_be_visible()
    page.unroute("**/con-day/")
    page.click("button:text('Gửi lại')")

    until_saved(page)
    only_meeting()


@WITH_SCRIPTS
def test_lost_on_the_way_the_form_is_not_empty_when_it_is_opened_again(window, commune, size):
    page = window(size)
    open_form(page, commune)
    type_into(page)
    there = page.url
    page.route(there, _lose_forms)
    with page.expect_event("requestfailed"):
        page.click("main form .buttons button >> nth=0")
    page.wait_for_url("chrome-error://**")
    page.unroute(there)

    page.goto(there)

    holds_what_was_typed(page)
    save(page)
    until_saved(page)
    only_meeting()


def _lose_forms(route):
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


@WITH_SCRIPTS
def test_a_closed_window_gives_back_what_was_typed(window, commune, size):
    page = window(size)
    open_form(page, commune)
    type_into(page)
    page.wait_for_timeout(500)
    context, there = page.context, page.url
    page.close()

    again = context.new_page()
    open_form(again, commune)
    expect(again.locator("[data-said=elsewhere]")).to_contain_text("chữ gõ dở, chưa lưu")
    is_sound(again)
    again.click("text=Mở lại trang ấy")

    expect(again.locator("[data-said=given-back]")).to_be_visible()
    assert again.url == there
    holds_what_was_typed(again)
    is_sound(again)
    again.click("text=Bỏ chữ này")
    expect(again.locator("[name=topic]")).to_have_value("")
    again.wait_for_load_state("networkidle")
    assert "gõ dở" not in again.inner_text("main")


def test_what_was_saved_is_not_given_back(window, commune):
    page = window(DESK)
    open_form(page, commune)
    type_into(page)
    save(page)
    until_saved(page)

    open_form(page, commune)
    page.wait_for_load_state("networkidle")

    assert "gõ dở" not in page.inner_text("main")
    expect(page.locator("[name=topic]")).to_have_value("")


def saved_and_back(page, commune):
    """Save a meeting, then go back to its form."""
    open_form(page, commune)
    type_into(page)
    save(page)
    until_saved(page)
    page.go_back(wait_until="commit")
    page.wait_for_url("**/ghi/?khoa=*", wait_until="commit")


@on("phone", "desk-plain")
def test_saved_back_and_saved_again_is_one_meeting(window, commune, size, scripts):
    page = window(size, scripts)
    saved_and_back(page, commune)
    expect(page.locator("main")).to_contain_text("Trang này đã lưu rồi.")
    holds_what_was_typed(page)

    save(page)

    expect(page.locator("main")).to_contain_text("không ghi thêm lần nữa")
    expect(page.locator("h1")).to_contain_text(TOPIC)
    only_meeting()


@on("desk-plain")
def test_saved_back_changed_and_saved_again_is_asked_about(window, commune, size, scripts):
    page = window(size, scripts)
    saved_and_back(page, commune)
    page.fill("[name=members_present]", "19")

    save(page)
    expect(page.locator("main")).to_contain_text("với nội dung khác")
    expect(page.locator("[name=members_present]")).to_have_value("19")
    if scripts:
        is_sound(page)
    only_meeting()
    page.click("button:text('Đính chính bản đã lưu')")
    page.fill("[name=reason]", "đếm lại")
    page.click("button:text('Lưu đính chính')")

    expect(page.locator("main")).to_contain_text("Đã đính chính")
    assert sorted(each.members_present for each in Meeting.objects.all()) == [18, 19]
    assert Meeting.objects.get(superseded_at=None).members_present == 19


@on("phone")
def test_saved_back_changed_may_be_another_meeting(window, commune, size, scripts):
    page = window(size, scripts)
    saved_and_back(page, commune)
    page.fill("[name=topic]", "Một buổi khác")
    page.fill("[name=members_present]", "19")
    save(page)

    page.click("button:text('Ghi thành việc khác')")
    until_saved(page)

    topics = Meeting.objects.filter(superseded_at=None).values_list("topic", flat=True)
    assert sorted(topics) == sorted([TOPIC, "Một buổi khác"])


@on("phone", "desk-plain")
def test_a_browser_that_remembers_pages_saves_a_page_once(
    window, commune, remembering, size, scripts
):
    page = window(size, scripts, of=remembering)
    saved_and_back(page, commune)
    holds_what_was_typed(page)

    save(page)

    expect(page.locator("main")).to_contain_text("không ghi thêm lần nữa")
    only_meeting()
    page.go_back(wait_until="commit")
    page.wait_for_url("**/ghi/?khoa=*", wait_until="commit")
    page.fill("[name=members_present]", "19")
    save(page)
    expect(page.locator("main")).to_contain_text("với nội dung khác")
    only_meeting()
