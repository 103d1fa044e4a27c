"""A theme set at the province, handed down as a task, received, carried out, counted, reminded."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.guidance.models import Reminder, Task, TaskAnswer, Theme
from lantoa.posts.models import Post
from lantoa.records.meetings.queries import by_content
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COMMUNES, WITH_CELLS = 20, 3
DAY = build.NOW.date()
PLAN = "học tập chuyên đề năm 2027"


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh Thử Nghiệm")


@pytest.fixture
def communes(province):
    named = [f"Đảng bộ xã số {number:02d}" for number in range(1, COMMUNES + 1)]
    return [build.unit(each, under=province, kind=Kind.COMMUNE) for each in named]


def signed_in(open_window, size, name):
    page = open_window(size)
    page.goto("/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", build.PASSWORD)
    with page.expect_navigation():
        page.click("main form.panel button")
    return page


def save(page, **answers):
    for name, text in answers.items():
        page.fill(f"main [name={name}]", text)
    with page.expect_navigation():
        page.click("main form.panel .buttons button, main form.panel button:not(.quiet) >> nth=-1")


def fits(page):
    width = page.evaluate("document.documentElement.scrollWidth")
    return width <= page.viewport_size["width"]


def set_theme(page, province):
    page.goto(reverse("office:add-guidance", args=[province.uuid, "chuyen-de"]))
    page.check("input[name=sort][value=theme]")
    save(
        page,
        short="Chuyên đề năm 2027",
        title="Thực hành tư tưởng Hồ Chí Minh về gần dân",
        first_day=write_day(DAY - timedelta(days=40)),
        last_day="31/12/2027",
    )


def make_plan(page, province):
    page.goto(reverse("office:add-guidance", args=[province.uuid, "van-ban"]))
    save(page, sort="Kế hoạch", issuer="Ban Thường vụ Tỉnh ủy", title=PLAN)
    with page.expect_navigation():
        page.click("text=Giao nhiệm vụ theo văn bản này")
    page.select_option(
        "select[name=theme]", label=f"Chuyên đề năm 2027: {Theme.objects.get().title}"
    )
    page.select_option("select[name=measure]", "meetings.held")
    save(
        page,
        words="Mở hội nghị học tập chuyên đề năm 2027 đến từng chi bộ",
        first_day=write_day(DAY - timedelta(days=30)),
        due=write_day(DAY - timedelta(days=1)),
    )


def hand_to_communes(page):
    page.select_option("select[name=kind]", "commune")
    with page.expect_navigation():
        page.click("text=Hiện các đơn vị này")
    assert page.locator("input[name^=unit-]:checked").count() == COMMUNES
    save(page, target="2")


def receive(client, place, clerk):
    """Open the page of a commune as its clerk, and say with one tap that the task was received."""
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")
    (row,) = client.get(reverse("desk:given", args=[place.uuid])).context["rows"]
    share = row["standing"].held.share
    client.post(reverse("desk:tap", args=[place.uuid, share.uuid, "received"]))


def record_on_the_phone(page, cell):
    """Record a meeting by hand, with the theme that the province has set."""
    page.goto(reverse("meetings:record", args=[cell.uuid]))
    page.check("input[name=sort][value=thematic]")
    page.fill("[name=topic]", "Học tập chuyên đề năm 2027")
    page.fill("[name=last_day]", write_day(DAY - timedelta(days=6)))
    page.check(f"input[name=themes][value='{Theme.objects.get().pk}']")
    with page.expect_navigation():
        page.click("main form .buttons button >> nth=0")


def remind_the_late(page, province):
    page.goto(reverse("desk:task", args=[province.uuid, Task.objects.get().uuid]))
    done = page.inner_text("main").count("Đã xong")
    assert fits(page)
    with page.expect_navigation():
        page.click(f"text=Nhắc {COMMUNES - WITH_CELLS} đơn vị chậm")
    with page.expect_navigation():
        page.click("main form.panel button")
    return done


def test_a_theme_goes_down_as_a_task_and_comes_back_as_figures(
    open_window, client, province, communes
):
    build.clerk(province, Post.Right.ADMIN, username="tinh")
    clerks = [build.clerk(each) for each in communes]
    cells = [build.unit("Chi bộ ấp", under=each) for each in communes[:WITH_CELLS]]
    build.clerk(cells[0], Post.Right.RECORD, username="chi-bo")

    page = signed_in(open_window, DESK, "tinh")
    set_theme(page, province)
    make_plan(page, province)
    hand_to_communes(page)
    for place, clerk in zip(communes, clerks, strict=True):
        receive(client, place, clerk)
    record_on_the_phone(signed_in(open_window, PHONE, "chi-bo"), cells[0])
    theme = Theme.objects.get()
    for place, cell in enumerate(cells):
        for days in (5,) if place == 0 else (5, 6):
            build.meeting(at=cell, on=DAY - timedelta(days=days), themes=[theme])
    done = remind_the_late(page, province)

    assert TaskAnswer.objects.filter(sort="received").count() == COMMUNES
    assert done == WITH_CELLS
    assert Reminder.objects.get().units.count() == COMMUNES - WITH_CELLS
    asked = Question(province.pk, Period(DAY - timedelta(days=30), DAY))
    (told,) = by_content(units=[each.pk for each in cells], asked=asked)
    assert (told.title, told.events) == (theme.title, 2 * WITH_CELLS)
    late = client.get(reverse("desk:given", args=[communes[-1].uuid])).content.decode()
    assert "Lời nhắc" in late
