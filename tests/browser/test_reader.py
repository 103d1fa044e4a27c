"""A clerk reads a published article, a message and a report of her own in a real browser."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from lantoa.reader.models import Finding, Reading
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations.models import Quotation
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import DESK, PHONE
from tests.reader import files

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
SUM = "4.489 + 4.416 + 4.530 + 4.054 = 17.489"


@pytest.fixture
def district():
    return build.unit("Đảng bộ huyện Thoại Sơn", kind=Kind.DISTRICT)


@pytest.fixture
def clerk(district):
    return build.clerk(district, username="van-thu")


def sign_in(window, user):
    window.goto("/")
    window.fill("input[name=username]", user.username)
    window.fill("input[name=password]", build.PASSWORD)
    window.click("main button")
    window.wait_for_url("**/*")


def soundly(window, where):
    """Refuse a page on which a screen reader stumbles or that is wider than its window."""
    for each in window.locator("main details").all():
        each.evaluate("one => { one.open = true; }")
    assert Axe().run(window).response["violations"] == [], where
    width = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, where


def tab_to(window, wanted):
    """Go on by the tabulator until a place of the page has the focus."""
    for _ in range(80):
        window.keyboard.press("Tab")
        if window.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"No key leads to {wanted}.")


def hand_in(window, district, text=files.STORY):
    window.goto(reverse("reader:read", args=[district.uuid]))
    window.fill("textarea[name=text]", text)
    window.fill("input[name=source]", "Báo thử, ngày 5/7/2024")
    window.fill("input[name=day]", "5/7/2024")
    window.click("main button:has-text('Đọc tài liệu')")
    window.wait_for_selector("#chon")


def type_in(window):
    """Hand the story in by keys alone."""
    tab_to(window, "textarea[name=text]")
    window.keyboard.insert_text(files.STORY)
    tab_to(window, "input[name=source]")
    window.keyboard.type("Báo thử, ngày 5/7/2024")
    tab_to(window, "input[name=day]")
    window.keyboard.type("5/7/2024")
    window.keyboard.press("Enter")
    window.wait_for_selector("#chon")
    keys_are_offered(window)


def keys_are_offered(window):
    """Wait until the page says which keys it knows, as it does as soon as it listens to them."""
    window.wait_for_selector("[data-keys]:not([hidden])", state="attached")


def after(window, key):
    """Press a key that leads to another figure, and return that."""
    with window.expect_navigation():
        window.keyboard.press(key)
    return looked_at(window)


def looked_at(window):
    return window.inner_text("#chosen-figure")


@SIZES
def test_an_article_is_read_and_its_figures_decided_by_keys_alone(
    district, clerk, open_window, size
):
    window = open_window(size)
    sign_in(window, clerk)
    window.goto(reverse("reader:read", args=[district.uuid]))
    soundly(window, "read")

    type_in(window)
    assert looked_at(window) == "17.939 lượt đảng viên"
    assert after(window, "b") == "956 hội nghị"
    assert after(window, "x") == "4.489 lượt đảng viên"
    window.keyboard.press("s")
    window.keyboard.type("4.488")
    assert after(window, "Enter") == "4.416 lượt đảng viên"
    assert after(window, "k") == "4.489 lượt đảng viên"

    choices = Finding.objects.order_by("start").values_list("choice", flat=True)
    assert list(choices) == ["confirmed", "skipped", "confirmed"]
    quoted = Quotation.objects.order_by("pk").values_list("value", "source", "note")
    assert list(quoted) == [
        (956, "Báo thử, ngày 5/7/2024", "dòng 1: “956 hội nghị”"),
        (4488, "Báo thử, ngày 5/7/2024", "dòng 1: “4.489 lượt đảng viên”"),
    ]


@SIZES
def test_the_wrong_total_stands_red_with_its_sum_beside_it(district, clerk, open_window, size):
    build.meeting(at=district, on=date(2023, 5, 1), members_present=17489)
    window = open_window(size)
    sign_in(window, clerk)
    hand_in(window, district)

    marked = window.locator(".found.failed")
    brick = window.locator("#chon .difference .verdict")
    assert marked.count() == 1
    said = " ".join(marked.inner_text().split())
    assert said == "17.939 lượt đảng viên cộng các phần được 17.489"
    colour = "one => getComputedStyle(one).color"
    assert marked.locator("mark").evaluate(colour) == brick.evaluate(colour)
    assert marked.locator("mark").evaluate(colour) != window.locator("h1").evaluate(colour)
    assert SUM in window.inner_text("#chon")
    assert SUM in window.inner_text(".alarms")
    assert "Hệ thống có 17.489, lệch 450" in window.inner_text("#chon")
    assert "4.530" in window.locator(".found.part").all_inner_texts()[2]
    soundly(window, "show")


def test_on_a_desk_the_sum_is_in_sight_together_with_the_red_figure(district, clerk, open_window):
    window = open_window(DESK)
    sign_in(window, clerk)
    hand_in(window, district, "Mở đầu.\n" * 120 + files.STORY)

    window.locator(".alarms a").click()
    window.wait_for_url("**so=**")
    window.wait_for_function("scrollY > 500")

    marked = window.locator(".found.failed mark").bounding_box()
    beside = window.locator("#chon .difference").bounding_box()
    for box in (marked, beside):
        assert 0 <= box["y"] < DESK["height"] - box["height"]
    assert marked["x"] + marked["width"] < beside["x"]


@SIZES
def test_without_scripts_buttons_do_it_all(district, clerk, browser, live_server, size):
    context = browser.new_context(
        viewport=size, base_url=live_server.url, java_script_enabled=False, locale="vi-VN"
    )
    window = context.new_page()
    sign_in(window, clerk)
    hand_in(window, district)

    window.click("#chon button:has-text('Bỏ qua')")
    assert looked_at(window) == "956 hội nghị"
    window.click("#chon button:has-text('Đúng, trích số này')")
    assert looked_at(window) == "4.489 lượt đảng viên"
    window.click("summary:has-text('Sửa trước khi trích')")
    window.fill("#chon input[name=what]", "")
    window.click("button:has-text('Trích số đã sửa')")
    assert "Hãy ghi số này nói về việc gì." in window.inner_text("#chon")
    window.fill("#chon input[name=what]", "đảng viên học chuyên đề toàn khóa")
    window.click("button:has-text('Trích số đã sửa')")
    assert looked_at(window) == "4.416 lượt đảng viên"
    window.click("#chon a:has-text('Số trước')")
    window.click("#chon button:has-text('Bỏ trích, xem lại')")
    assert not window.locator("kbd:visible").count()
    context.close()

    states = Quotation.objects.order_by("pk").values_list("what", "is_withdrawn", "superseded_at")
    assert [what for what, withdrawn, until in states if not (withdrawn or until)] == ["hội nghị"]


@SIZES
def test_the_text_is_deleted_only_when_asked_for_twice(district, clerk, open_window, size):
    window = open_window(size)
    sign_in(window, clerk)
    hand_in(window, district)

    window.click("summary:has-text('Xong, xóa văn bản')")
    assert "Còn 6 số chưa xem" in window.inner_text(".reading-after")
    assert Reading.objects.get().text
    with window.expect_navigation():
        window.click("button:has-text('Xóa văn bản')")

    assert not Reading.objects.get().text


def test_a_message_pasted_on_a_phone_needs_one_tap(district, clerk, open_window):
    cell = build.unit("Chi bộ khóm 3", under=district)
    window = open_window(PHONE)
    sign_in(window, clerk)
    window.goto(reverse("reader:message", args=[district.uuid]))
    soundly(window, "message")
    window.fill("textarea", "CB khóm 3 họp 3/10, 42/45 đv, vắng 3 có phép. Đ/c Bông chủ trì")
    window.click("main button:has-text('Đọc tin nhắn')")
    window.wait_for_selector("#read")

    told = window.inner_text("main section").split()
    assert {"42", "45", "3"} <= set(told)
    assert "Bông" not in window.content()
    tap = window.locator("a:has-text('Đúng, mở phiếu')")
    box, bar = tap.bounding_box(), window.locator(".nav").bounding_box()
    assert box["y"] + box["height"] <= bar["y"]
    soundly(window, "understood")
    window.click("a:has-text('Đúng, mở phiếu')")
    assert window.input_value("input[name=members_present]") == "42"
    with window.expect_navigation():
        window.click("main form button:has-text('Lưu')")

    kept = Meeting.objects.get()
    assert (kept.unit, kept.members_present, kept.members_invited) == (cell, 42, 45)


@SIZES
def test_a_number_changed_in_our_own_paper_is_pointed_out(district, clerk, open_window, size):
    for month in (2, 3):
        build.meeting(at=district, on=date(2026, month, 5), members_present=93)
    window = open_window(size)
    sign_in(window, clerk)
    window.goto(reverse("reader:read", args=[district.uuid]))
    window.check("input[name=sort][value=own]")
    paper = files.word("BÁO CÁO", "6 tháng đầu năm 2026, huyện có 197 lượt đảng viên dự học tập.")
    window.set_input_files("input[type=file]", {"name": "bc.docx", "mimeType": "", "buffer": paper})
    window.fill("input[name=source]", "Dự thảo")
    with window.expect_navigation():
        window.click("main button:has-text('Đọc tài liệu')")

    pointed = window.inner_text(".unexplained")
    assert "197 lượt đảng viên" in pointed
    assert "186, lệch 11" in pointed
    soundly(window, "account")
    window.click(".unexplained a")
    assert looked_at(window) == "197 lượt đảng viên"
