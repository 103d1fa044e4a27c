"""Nothing typed is lost, with scripts and without, on a phone and on a desk."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from lantoa.people.access import digits
from tests import build
from tests.browser.typed import (
    DESK,
    LONG,
    TOPIC,
    WITH_SCRIPTS,
    holds_what_was_typed,
    is_sound,
    on,
    only_meeting,
    open_form,
    save,
    sign_in,
    type_into,
    until_saved,
)
from tests.phone.cards import issue, scanned

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


@on("phone-plain", "desk-plain")
def test_without_scripts_loading_again_sends_what_a_restart_lost(window, commune, size, scripts):
    page = window(size, scripts)
    open_form(page, commune)
    type_into(page)
    there = page.url
    page.route(there, _answer_badly)
    page.click("main form .buttons button >> nth=0", no_wait_after=True)
    expect(page.locator("main")).to_have_count(0)
    page.unroute(there)

    page.reload()

    until_saved(page)
    only_meeting()


def _answer_badly(route):
    if route.request.method == "POST":
        route.fulfill(status=502, body="x")
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
