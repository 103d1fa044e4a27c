"""Two people pass a decision in a real browser, and read across it afterwards."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from lantoa.acts.models import Act
from lantoa.acts.template import act_template
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from lantoa.units.queries import find_unit
from tests import build
from tests.acts.acts import country
from tests.browser.conftest import DESK, PHONE
from tests.reorganisation.pages import HEAD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEAR = "?from=2025-01-01&to=2025-12-31"


@pytest.fixture
def land():
    return country()


@pytest.fixture
def people(land):
    return [
        build.clerk(land.province, Post.Right.ADMIN, username=name)
        for name in ("nguoi-soan", "nguoi-duyet")
    ]


def sign_in(window, user):
    window.goto("/")
    window.fill("input[name=username]", user.username)
    window.fill("input[name=password]", build.PASSWORD)
    window.click("main button")


def rows(land):
    """Return the list: two communes merge, one divides, the district ends."""
    cells = [f"{land.communes[2].pk}-{number}" for number in (1, 2)]
    return [
        ("hợp nhất", "30682", "30999", "Xã Thoại Sơn", "", "89", "", ""),
        ("hợp nhất", "30706", "30999", "", "", "", "", ""),
        ("chia", "30710", "1", "Xã Bắc", "", "89", "1", ""),
        ("chia", "30710", "2", "Xã Nam", "", "89", "", ""),
        ("chuyển", cells[0], "", "", "", "1", "", ""),
        ("chuyển", cells[1], "", "", "", "2", "", ""),
        ("kết thúc", "894", *[""] * 6),
    ]


def draft(window, land, listed):
    window.goto(reverse("reorganisation:acts", args=[land.province.uuid]))
    window.click("text=Soạn quyết định mới")
    for name, value in HEAD.items():
        window.fill(f"input[name={name}]", value)
    file = {"name": "ds.xlsx", "mimeType": XLSX, "buffer": act_template(listed)}
    window.set_input_files("input[type=file]", file)
    window.click("text=Ghi bản nháp")


def soundly(window, where):
    """Refuse a page on which a screen reader stumbles or that is wider than its window."""
    for each in window.locator("details").all():
        each.evaluate("one => { one.open = true; }")
    found = Axe().run(window)
    assert found.response["violations"] == [], where
    width = window.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, where


def pages_before(land, act):
    province = [land.province.uuid]
    yield reverse("reorganisation:draft-by-hand", args=province)
    for name in ("act", "approve", "redraft"):
        yield reverse(f"reorganisation:{name}", args=[*province, act.uuid])


def pages_after(land, act):
    province = [land.province.uuid]
    for name in ("acts", "compare"):
        yield reverse(f"reorganisation:{name}", args=province) + YEAR
    for name in ("act", "reverse"):
        yield reverse(f"reorganisation:{name}", args=[*province, act.uuid])
    yield reverse("reorganisation:became") + "?ten=xa"
    yield reverse("reorganisation:life", args=[land.communes[2].uuid])
    yield reverse("desk:unit", args=[find_unit("1").uuid]) + YEAR


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_one_drafts_another_approves_and_every_page_is_sound(land, people, open_window, size):
    author, approver = (open_window(size) for _ in people)
    for window, user in zip((author, approver), people, strict=True):
        sign_in(window, user)

    draft(author, land, [*rows(land), ("giải tán", "30682", *[""] * 6)])
    assert "Dòng 13, cột Việc" in author.inner_text("[role=alert]")
    soundly(author, "refused list")
    draft(author, land, rows(land))
    author.click("button:has-text('Chạy thử')")
    assert "Trước và sau" in author.inner_text("main")
    act = Act.objects.get()
    for address in pages_before(land, act):
        author.goto(address)
        soundly(author, address)

    approver.goto(reverse("reorganisation:approve", args=[land.province.uuid, act.uuid]))
    soundly(approver, "approve")
    tile = approver.locator(".tile:has-text('30999')").inner_text()
    assert "Xã Núi Sập" in tile
    assert "Xã Thoại Giang" in tile
    approver.reload()  # what was opened to be looked at, menus too, is closed again
    approver.click("button:has-text('Duyệt quyết định')")
    expect(approver.locator("main")).to_contain_text("có hiệu lực từ 1/7/2025")
    for address in pages_after(land, act):
        approver.goto(address)
        soundly(approver, address)

    approver.goto(reverse("reorganisation:reverse", args=[land.province.uuid, act.uuid]))
    approver.fill("textarea", "Ghi nhầm")
    approver.click("button:has-text('Thu hồi quyết định')")
    expect(approver.locator("main")).to_contain_text("đã thu hồi")


def boxes(window):
    return [
        each.inner_text().split(" (")[0] for each in window.locator(".boxes label:visible").all()
    ]


def test_only_the_boxes_of_a_step_are_shown_and_nothing_typed_is_lost(land, people, open_window):
    window = open_window(DESK)
    sign_in(window, people[0])
    window.goto(reverse("reorganisation:draft-by-hand", args=[land.province.uuid]))
    window.select_option("select[name$=sort]", "rename")
    assert boxes(window) == ["Mã đơn vị", "Tên mới"]
    window.fill("input[name$=unit]", "99999")
    window.fill("input[name$=name]", "Xã Mới")
    window.select_option("select[name$=sort]", "move")
    assert boxes(window) == ["Mã đơn vị", "Tên mới", "Mã nơi trực thuộc mới"]
    window.select_option("select[name$=sort]", "rename")
    for name, value in HEAD.items():
        window.fill(f"input[name={name}]", value)

    with window.expect_navigation():
        window.click("button:has-text('Ghi việc này')")

    assert "99999" in window.inner_text(".field.wrong")
    assert window.input_value("input[name$=unit]") == "99999"
    assert window.input_value("input[name$=name]") == "Xã Mới"
    assert window.input_value("input[name=title]") == HEAD["title"]


def test_without_scripts_every_box_says_when_it_is_filled_in(land, people, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    window = context.new_page()
    sign_in(window, people[0])
    window.goto(reverse("reorganisation:draft-by-hand", args=[land.province.uuid]))

    told = window.locator(".boxes label").all_inner_texts()
    context.close()

    assert len(told) == 8
    assert "Mã đơn vị Mọi việc, trừ thành lập" in told
    assert "Mã nơi trực thuộc mới Thành lập, hợp nhất, chia, chuyển" in told


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_decision_of_hundreds_of_steps_stays_sound(land, people, open_window, size):
    window = open_window(size)
    sign_in(window, people[0])
    new = [
        ("thành lập", "", f"N{number}", f"Xã Mới {number}", Kind.COMMUNE.label, "89", "", "")
        for number in range(1, 261)
    ]
    draft(window, land, [*rows(land), *new])
    window.click("button:has-text('Chạy thử')")

    assert "Thành lập: 263" in window.inner_text("main")
    assert not window.locator(".branches:visible").count()
    expect(window.locator(".acts-steps > li")).to_have_count(100)  # the page is long in coming
    soundly(window, "large")
    window.click("a[rel=next]")
    expect(window.locator(".acts-steps > li").first).to_contain_text("101.")
