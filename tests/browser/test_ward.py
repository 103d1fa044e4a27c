"""An empty database becomes a ward with sixty cells, sixty cards and a recorded meeting."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from lantoa.people.access import digits
from lantoa.people.models import Card
from lantoa.records.meetings.models import Meeting
from lantoa.units.queries.places import roots
from tests.browser.conftest import DESK, PHONE
from tests.office.lists import cells, spreadsheet
from tests.whole import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "mật khẩu thật dài 2026"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def ward(monkeypatch):
    """Begin as a commune does: nothing there, and one command."""
    monkeypatch.setenv("LANTOA_PASSWORD", PASSWORD)
    call_command(
        "init",
        name="Đảng bộ phường Mỹ Thới",
        kind="commune",
        code="MYTHOI",
        on="1/7/2025",
        username="quantri",
        display_name="Nguyễn Văn A",
        stdout=io.StringIO(),
    )
    return roots()[0]


def sign_in(page):
    page.goto("/")
    page.fill("input[name=username]", "quantri")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")


def open_sixty_cells(page, ward):
    page.goto(reverse("office:open-cells", args=[ward.uuid]))
    list_of_cells = {"name": "ds.xlsx", "mimeType": XLSX, "buffer": spreadsheet(*cells(60))}
    page.set_input_files("input[type=file]", list_of_cells)
    page.click("text=Xem danh sách trước khi mở")
    page.click("button:has-text('Mở 60 đơn vị')")


def print_sixty_cards(page):
    page.click("button:has-text('In thẻ cho tất cả 60 đơn vị chưa có thẻ')")
    return page.locator("article.card")


def type_digits(page, address, code):
    page.goto(address)
    page.fill("input[name=code]", code)
    page.click("text=Mở trang ghi")


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_an_empty_database_becomes_a_ward_that_records(ward, open_window):
    desk = open_window(DESK)
    sign_in(desk)
    open_sixty_cells(desk, ward)

    cards = print_sixty_cards(desk)
    first = cards.first
    address = re.search(r"http\S+", first.inner_text())[0]
    code = re.sub(r"\D", "", first.locator(".card-digits").inner_text().split("\n")[-1])[-6:]

    assert cards.count() == 60
    assert pages_of(desk.pdf(prefer_css_page_size=True)) == 8
    assert first.locator("svg").count() == 1

    phone = open_window(PHONE)
    type_digits(phone, address, code)
    phone.wait_for_url("**/ghi/")
    assert "Chi bộ khóm 1" in phone.inner_text("h1")

    record_a_meeting(phone)

    meeting = Meeting.objects.get()
    assert meeting.recorded_by == Card.objects.order_by("pk").first().user
    phone.goto(reverse("phone:home"))
    assert "Học tập chuyên đề tháng này" in phone.inner_text("main")
    assert list(faults()) == []


def record_a_meeting(phone):
    phone.click("a:has-text('Ghi buổi sinh hoạt chi bộ')")
    phone.wait_for_url("**/buoi-hoc/ghi/**")
    phone.check("input[name=sort][value=regular]")
    phone.fill("[name=topic]", "Học tập chuyên đề tháng này")
    phone.fill("[name=members_present]", "18")
    phone.click("main form button:not(.quiet)")
    expect(phone.locator("main")).to_contain_text("Đã lưu")


def one_card(ward, open_window):
    desk = open_window(DESK)
    sign_in(desk)
    open_sixty_cells(desk, ward)
    print_sixty_cards(desk)
    return desk, Card.objects.order_by("pk").first()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_page_of_a_ward_stops_a_screen_reader_or_runs_off_the_screen(ward, open_window, size):
    _, card = one_card(ward, open_window)
    page = open_window(size)
    sign_in(page)
    names = ["open-cells", "cards", "card-sheet", "posts", "open-account", "give-post"]
    addresses = [reverse(f"office:{name}", args=[ward.uuid]) for name in names]
    addresses += [reverse("office:own-password"), reverse("phone:card", args=[card.token])]

    found = {}
    for address in addresses:
        page.goto(address)
        broken = [each["id"] for each in Axe().run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[address] = broken + (["wider than the screen"] if wide else [])

    assert {address: broken for address, broken in found.items() if broken} == {}


def test_ten_wrong_numbers_lock_a_card_and_a_new_one_opens(ward, open_window):
    desk, card = one_card(ward, open_window)
    phone = open_window(PHONE)
    address = reverse("phone:card", args=[card.token])
    wrong = f"{(int(digits(card)) + 1) % 1_000_000:06d}"
    for _ in range(10):
        type_digits(phone, address, wrong)
    locked = phone.inner_text("main")

    desk.goto(reverse("office:cards", args=[ward.uuid]))
    told = desk.locator("tr:has-text('đã khóa')").count()
    desk.click("tr:has-text('đã khóa') button:has-text('In lại')")
    fresh = Card.objects.order_by("-pk").first()
    type_digits(phone, reverse("phone:card", args=[fresh.token]), digits(fresh))

    assert "đã khóa" in locked
    assert told == 1
    assert desk.locator("article.card").count() == 1
    phone.wait_for_url("**/ghi/")


def test_the_phone_of_the_old_card_is_signed_out_after_a_reprint(ward, open_window):
    desk, card = one_card(ward, open_window)
    phone = open_window(PHONE)
    type_digits(phone, reverse("phone:card", args=[card.token]), digits(card))
    phone.wait_for_url("**/ghi/")

    desk.goto(reverse("office:cards", args=[ward.uuid]))
    desk.click("tr:has-text('đã dùng') button:has-text('In lại')")
    phone.goto(reverse("phone:home"))

    assert "Máy này không còn mở thẻ" in phone.inner_text("main")
