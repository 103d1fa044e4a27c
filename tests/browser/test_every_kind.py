"""A clerk writes one record of each kind on a phone; it is in her unit's figures and above."""

import re

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.records.record.kinds import kinds
from lantoa.records.record.operations.adopting import adopt_known
from lantoa.units.models import Kind
from tests import build
from tests.browser.conftest import PHONE
from tests.browser.test_desk import sign_in, sound
from tests.records.answers import written

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIMPLER = "Thủ tục hành chính được đơn giản hóa"
"""An indicator that adds up, and is asked of any unit."""
TYPED = {
    "meetings": {"sort": "thematic", "topic": "Học chuyên đề năm 2026", "members_present": "41"},
    "practices": {"title": "Hũ gạo tình thương", "people": "42"},
    "works": {"sort": "road", "title": "Bê tông hóa đường tổ 5", "people_money": "43.000.000"},
    "giving": {"title": "Ủng hộ quỹ khuyến học", "money": "44.000.000"},
    "outreach": {"sort": "news", "title": "Gương người tốt trong tuần", "times": "45"},
    "dialogues": {"sort": "government", "title": "Đối thoại với Nhân dân ấp 1", "delegates": "46"},
    "commendations": {"sort": "award", "title": "Có thành tích làm theo Bác", "collectives": "47"},
    "commitments": {"sort": "pledges", "title": "Cam kết năm 2026", "signed": "48"},
    "ratings": {"sort": "levels", "whom": "cells", "cadence": "year", "excellent": "49"},
    "inspections": {"sort": "inspection", "organisations": "51"},
    "indicators": {"sort": SIMPLER, "value": "52"},
}
"""The least that a clerk types for each kind; the last is a number that no other kind says."""
HUNDREDS = re.compile(r"(?<![\d.,])(\d+)(?:,0+)?(?![\d.,])")


@pytest.fixture
def chart():
    """A province, and a cell of one of its communes."""
    adopt_known()
    province = build.unit("Đảng bộ tỉnh Thử", kind=Kind.PROVINCE)
    commune = build.unit("Đảng bộ xã Thử Nghiệm", under=province, kind=Kind.COMMUNE)
    build.clerk(province, username="van-thu")
    return province, build.unit("Chi bộ ấp 1", under=commune, members=60)


def fill(page, answers):
    """Fill boxes by their names, opening what is folded."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
    for name, answer in answers.items():
        box = page.locator(f"main [name={name}]:visible").first
        if box.evaluate("each => each.tagName") == "SELECT":
            offered = box.locator("option", has_text=answer).first
            box.select_option(offered.get_attribute("value"))
        elif box.get_attribute("type") == "radio":
            page.check(f"main [name={name}][value={answer}]")
        else:
            box.fill(answer)


def write_down(page, unit, kind):
    """Write a record from the unit's page, as its button leads; return what is wrong on the way."""
    page.goto(reverse("desk:unit", args=[unit.uuid]))
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
    page.click(f"main a[href*='{reverse(f'{kind}:record', args=[unit.uuid])}']")
    asked = {"last_day": written(localdate()), **TYPED[kind]}
    fill(page, asked)
    faults = sound(page)
    with page.expect_navigation():
        page.locator("main form[method=post]").get_by_role("button", name="Lưu").first.click()
    return faults + sound(page)


def figures_of(page, unit):
    """Return every total of a unit's page that links to where it comes from, by its address."""
    page.goto(reverse("desk:unit", args=[unit.uuid]))
    cells = page.locator("main td.number:last-child:has(a)").all()
    return {each.locator("a").first.get_attribute("href"): each.text_content() for each in cells}


def says(figures, kind):
    """Tell whether a figure of the kind says the number that was typed last."""
    number = list(TYPED[kind].values())[-1]
    short = number.removesuffix(".000.000")
    return any(
        f"/{kind}." in address
        and short in HUNDREDS.findall(text.replace(".", " ").replace(":", " "))
        for address, text in figures.items()
    )


def test_one_record_of_each_kind_is_in_the_figures_of_its_unit_and_of_the_province(
    open_window, chart
):
    province, cell = chart
    page = open_window(PHONE)
    sign_in(page)
    asked_for = [kind.code for kind in kinds() if kind.pages.form]
    assert sorted(TYPED) == sorted(asked_for)

    faults = {kind: write_down(page, cell, kind) for kind in asked_for}

    own, above = figures_of(page, cell), figures_of(page, province)
    assert {kind: each for kind, each in faults.items() if each} == {}
    assert [kind for kind in asked_for if not says(own, kind)] == []
    assert [kind for kind in asked_for if not says(above, kind)] == []
