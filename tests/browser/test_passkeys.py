"""Passkeys in a real browser, with the authenticator that Chromium brings for tests."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from lantoa.people.models import Passkey
from lantoa.trail.models import Entry
from tests import build
from tests.browser.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def with_key(page):
    """Give a window an authenticator; return the session that commands it, and its name."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    made = tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return tools, made["authenticatorId"]


def add_key(page, *, name="Máy ở văn phòng"):
    page.goto(reverse("office:add-passkey"))
    page.fill("[name=name]", name)
    page.fill("[name=current]", build.PASSWORD)
    page.click("text=Đi tiếp")
    page.click("text=Tạo khóa trên máy này")
    expect(page.locator("main")).to_contain_text("Đã thêm khóa.")


def to_second_step(page):
    page.context.clear_cookies()
    page.goto("/")
    page.fill("input[name=username]", "van-thu")
    page.fill("input[name=password]", build.PASSWORD)
    page.click("main form.panel button")
    expect(page.locator("h1")).to_have_text("Bước hai")


def is_in(page):
    expect(page.locator("h1")).to_contain_text("Đảng bộ xã Thử Nghiệm")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_passkey_is_added_signs_in_tells_its_last_use_and_is_removed(window, size):
    page = window(size)
    with_key(page)
    add_key(page)
    expect(page.locator("h1")).to_have_text("Chép lại mã dự phòng")
    expect(page.locator("ol.codes li")).to_have_count(10)

    to_second_step(page)
    page.click("text=Dùng khóa đăng nhập")
    is_in(page)

    page.goto(reverse("office:passkeys"))
    expect(page.locator("main")).to_contain_text("Máy ở văn phòng")
    expect(page.locator("main")).to_contain_text("dùng lần cuối")
    assert Passkey.objects.get().sign_count > 0

    page.fill("[name=current]", build.PASSWORD)
    page.click("text=Bỏ khóa này")
    expect(page.locator("main")).to_contain_text("Đã bỏ khóa Máy ở văn phòng.")
    assert not Passkey.objects.exists()
    deeds = list(Entry.objects.order_by("pk").values_list("deed", flat=True))
    assert deeds[-2:] == ["people.add_passkey", "people.drop_passkey"]


def test_a_key_that_counts_backwards_is_taken_for_a_copy(window):
    page = window(DESK)
    with_key(page)
    add_key(page)
    Passkey.objects.update(sign_count=1000)

    to_second_step(page)
    page.click("text=Dùng khóa đăng nhập")

    expect(page.locator("main")).to_contain_text("dấu hiệu đã bị sao chép")
    assert Passkey.objects.get().last_used_at is None


def test_an_answer_sent_once_more_opens_nothing(window):
    page = window(DESK)
    with_key(page)
    add_key(page)
    to_second_step(page)
    half = page.context.cookies()
    sent = []
    page.on("request", lambda asked: sent.append(asked) if asked.method == "POST" else None)
    page.click("text=Dùng khóa đăng nhập")
    is_in(page)

    page.context.clear_cookies()
    page.context.add_cookies(half)
    again = page.context.request.post(
        reverse("desk:second-factor"),
        data=sent[-1].post_data,
        headers={"content-type": "application/x-www-form-urlencoded", "referer": sent[-1].url},
        max_redirects=0,
    )

    assert again.headers["location"] == reverse("desk:sign-in")


def test_another_sites_address_and_an_authenticator_without_the_key_open_nothing(window):
    page = window(DESK)
    tools, mine = with_key(page)
    add_key(page)
    tools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": mine})
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    to_second_step(page)

    page.click("text=Dùng khóa đăng nhập")

    expect(page.locator("[data-passkey-says]")).to_contain_text("Chưa dùng được khóa")
    assert page.url.endswith(reverse("desk:second-factor"))


def test_without_scripts_the_second_step_still_takes_a_code(window, open_window):
    page = window(DESK)
    with_key(page)
    add_key(page)
    code = page.locator("ol.codes li").first.inner_text()
    plain = open_window(DESK, java_script_enabled=False)

    to_second_step(plain)
    expect(plain.locator("[data-passkey-ask]")).to_be_hidden()
    plain.fill("[name=code]", code)
    plain.locator("main form").last.locator("button").click()

    is_in(plain)
