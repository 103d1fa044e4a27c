"""The desk in a real browser: nothing overflows, nothing stumbles a screen reader, it all opens."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from lantoa.reading.typed import read_dong
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import DESK, PHONE
from tests.typed import NO_DAYS, THE_FIRST_OF_JULY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
YEAR = "?from=2026-01-01&to=2026-12-31"
AMOUNTS = ["26.000.000", "26 triệu", "26tr", "1 tỷ 795 triệu", "1,8 tỷ", "3 700 000 đ", "500 nghìn"]


@pytest.fixture
def commune():
    """A commune with three cells, one silent, and a published figure that differs."""
    unit = build.unit("Đảng bộ xã Thử Nghiệm", kind=Kind.COMMUNE)
    cells = [build.unit(f"Chi bộ ấp {n}", under=unit, members=30) for n in (1, 2, 3)]
    for cell in cells[:2]:
        for month in range(1, 10):
            build.meeting(at=cell, on=date(2026, month, 3), members_present=20 + month,
                          members_invited=30, sort="regular")  # fmt: skip
        build.work(at=cell, on=date(2026, 5, 19), people_money=1_795_000_000, quantity=120)
    entry = Quotation(
        unit=unit, key="q", first_day=date(2026, 1, 1), last_day=date(2026, 12, 31),
        what="lượt đảng viên dự", measured_in="lượt", measure="meetings.members", value=17939,
        source="Báo thử",
    )  # fmt: skip
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])
    build.clerk(unit, username="van-thu")
    return unit


def sign_in(page):
    page.goto("/")
    page.fill("input[name=username]", "van-thu")
    page.fill("input[name=password]", build.PASSWORD)
    page.click("main button")


def sound(page):
    """Tell what is wrong with a page: overflow sideways, and what axe objects to."""
    faults = [f"{each['id']}: {each['help']}" for each in Axe().run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{page.url} overflows")
    return faults


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_of_the_desk_is_sound(open_window, commune, size):
    page = open_window(size)
    page.goto("/")
    assert sound(page) == []
    sign_in(page)

    addresses = [
        reverse("desk:unit", args=[commune.uuid]) + YEAR,
        reverse("desk:unit", args=[commune.uuid]) + "?from=x&to=y",
        reverse("desk:measure", args=[commune.uuid, "meetings.members"]) + YEAR,
        reverse("desk:silent", args=[commune.uuid, "meetings"]) + YEAR,
        reverse("desk:units") + "?q=chi bo",
        reverse("reports:ask", args=[commune.uuid]) + YEAR,
        "/don-vi/00000000-0000-4000-8000-000000000000/",
    ]
    for address in addresses:
        page.goto(address)
        assert (address, sound(page)) == (address, [])


def test_scripts_read_days_and_amounts_as_the_server_does(open_window):
    page = open_window(DESK)
    page.goto("/")

    days = page.evaluate("(all) => all.map(one => typed.dayOf(one)?.toISOString())",
                         [*THE_FIRST_OF_JULY, *NO_DAYS, ""])  # fmt: skip
    amounts = page.evaluate("(all) => all.map(typed.numberOf)", AMOUNTS)

    july = "2025-07-01T00:00:00.000Z"
    assert days == [july] * len(THE_FIRST_OF_JULY) + [None] * (len(NO_DAYS) + 1)
    assert amounts == [read_dong(each) for each in AMOUNTS]
    assert page.evaluate("['x', '', '12 34', '1 tỷ 795'].map(typed.numberOf)") == [None] * 4


def test_a_day_is_said_in_words_beside_its_box(open_window, commune):
    page = open_window(DESK)
    sign_in(page)
    page.goto(reverse("reports:ask", args=[commune.uuid]) + YEAR)

    page.fill("input[name=first]", "1.7.2025")

    said = page.locator("input[name=first] + output.said")
    assert said.inner_text() == "Thứ Ba, ngày 1 tháng 7 năm 2025"
    page.fill("input[name=first]", "31/2/2025")
    assert said.inner_text() == ""


def test_on_a_desk_no_chart_of_a_year_is_cut(open_window, commune):
    page = open_window(DESK)
    sign_in(page)

    page.goto(reverse("desk:unit", args=[commune.uuid]) + YEAR)

    cut = "[...document.querySelectorAll('.columns')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(cut) == [0, 0]


def test_on_a_phone_names_in_tables_have_room_and_the_place_is_in_sight(open_window, commune):
    page = open_window(PHONE)
    sign_in(page)

    page.goto(reverse("desk:unit", args=[commune.uuid]) + YEAR)
    name = page.locator("tbody th").first.bounding_box()
    page.goto(reverse("reports:ask", args=[commune.uuid]) + YEAR)
    place = page.locator(".nav summary.here").bounding_box()

    assert name["width"] >= 150
    assert 0 <= place["x"] <= PHONE["width"] - place["width"]


def test_on_paper_nothing_lies_over_another_and_what_is_open_is_printed(open_window, commune):
    page = open_window(DESK)
    sign_in(page)

    page.emulate_media(media="print")
    page.goto(reverse("desk:unit", args=[commune.uuid]) + YEAR)
    title, lead = (page.locator(f"main > {each}").first.bounding_box() for each in ("h1", ".lead"))

    assert lead["y"] >= title["y"] + title["height"]
    assert page.evaluate("document.getAnimations().length") == 0


def test_from_the_first_page_down_to_one_record(open_window, commune):
    page = open_window(PHONE)
    sign_in(page)

    page.goto(reverse("desk:unit", args=[commune.uuid]) + YEAR)
    assert "lệch" in page.inner_text("main")
    page.click("a:has-text('Số lượt đảng viên dự: xem nguồn gốc')")
    page.click("table a:has-text('Chi bộ ấp 1')")
    page.click("table a >> nth=0")

    assert "Học tập chuyên đề" in page.inner_text("main")


def test_a_report_is_downloaded(open_window, commune):
    page = open_window(DESK)
    sign_in(page)
    page.goto(reverse("reports:ask", args=[commune.uuid]) + YEAR)

    with page.expect_download() as waiting:
        page.click("button:has-text('Tải báo cáo về máy')")

    assert waiting.value.suggested_filename.endswith("_2026-01-01_2026-12-31.docx")
