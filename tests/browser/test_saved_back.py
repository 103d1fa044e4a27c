"""Saved, Back, Save: one record, and what was changed is asked about."""

import pytest
from playwright.sync_api import expect

from lantoa.records.meetings.models import Meeting
from tests.browser.typed import (
    TOPIC,
    holds_what_was_typed,
    is_sound,
    on,
    only_meeting,
    open_form,
    save,
    type_into,
    until_saved,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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
