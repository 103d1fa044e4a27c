"""The pages whose figures cross a decision: each says so, with its number and its day."""

import re
from datetime import date

import pytest
from django.urls import reverse

from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.posts.models import Post
from lantoa.reorganisation.queries import crossing
from lantoa.units.models import Kind
from lantoa.units.queries import find_unit
from tests import build
from tests.acts import by_hand
from tests.acts.acts import DAY, passed
from tests.reorganisation.pages import merge, sign_in, split, text

pytestmark = pytest.mark.django_db
YEAR = {"from": "2025-01-01", "to": "2025-12-31"}


def figures(client, unit, **asked):
    return text(client.get(reverse("desk:unit", args=[unit.uuid]), YEAR | asked))


def test_a_page_says_that_its_period_crosses_a_decision(client, land, viewer):
    act = merge(land)

    crossing = figures(client, land.province)
    measure = reverse("desk:measure", args=[land.province.uuid, "meetings.held"])

    for shown in (crossing, text(client.get(measure, YEAR))):
        assert f"{act}, có hiệu lực từ 1/7/2025" in shown
        assert "So số liệu trên sơ đồ trước và sau" in shown


@pytest.mark.parametrize("asked", [{"to": "2025-06-30"}, {"from": "2025-07-01"}])
def test_a_page_says_nothing_of_a_decision_outside_its_period(client, land, viewer, asked):
    merge(land)

    assert "Kỳ này đi qua một lần sắp xếp" not in figures(client, land.province, **asked)


def test_a_page_says_that_its_comparison_or_its_chart_crosses_a_decision(client, land, viewer):
    act = merge(land)
    after, before = Period.months(2025, 7, 12), {"from": "2024-01-01", "to": "2024-12-31"}
    said = f"{act}, có hiệu lực từ 1/7/2025"

    compared = figures(client, land.province, **{"from": after.first, "to": after.last})
    on_chart = figures(client, land.province, **before, chart="2026-01-01")

    assert f"<strong>Từ kỳ so sánh đến kỳ này có một lần sắp xếp:</strong> {said}" in compared
    assert f"<strong>Giữa kỳ này và ngày của sơ đồ có một lần sắp xếp:</strong> {said}" in on_chart


@pytest.mark.parametrize("code", ["30999", "89"])
def test_a_chart_over_time_is_broken_where_a_decision_holds_from(client, land, viewer, code):
    act = merge(land)
    for month in (3, 9):
        build.meeting(at=land.cells[0][0], on=date(2025, month, 1))

    shown = figures(client, find_unit(code))

    assert f"{act}, từ 1/7/2025" in shown


def open_cell(land, number, *, on):
    """Pass a decision that opens one cell."""
    step = Step(sort=Sort.OPEN, kind=Kind.CELL, code=f"C{number}", name=f"Chi bộ {number}",
                parent=land.communes[0].pk)  # fmt: skip
    return passed([step], on=on)


def test_of_many_reorganisations_a_chart_names_the_first(client, land, viewer):
    for n in range(5):
        open_cell(land, n, on=DAY.replace(day=n + 1))
    build.meeting(at=land.cells[0][0], on=date(2025, 3, 1))

    assert "và 2 lần sắp xếp khác" in figures(client, land.province)


def test_decisions_of_one_day_are_one_break_of_a_chart(client, land, viewer):
    first, *_ = (open_cell(land, n, on=DAY) for n in range(3))
    build.meeting(at=land.cells[0][0], on=date(2025, 3, 1))

    shown = figures(client, land.province)

    assert shown.count(f"thay đổi: {first} và 2 quyết định khác, từ 1/7/2025.</p>") == 1
    assert "lần sắp xếp khác" not in shown


def test_of_many_decisions_a_page_names_the_first_and_folds_the_others(client, land, viewer):
    acts = [open_cell(land, n, on=DAY.replace(day=n + 1)) for n in range(5)]

    shown = figures(client, land.province)

    assert "<summary>Và 2 quyết định khác</summary>" in shown
    for act in acts:
        assert f"{act}, có hiệu lực từ {act.in_force_from.day}/7/2025" in shown


def test_of_many_divided_units_a_page_tells_how_many_and_folds_their_list(
    client, land, viewer, monkeypatch
):
    monkeypatch.setattr(crossing, "MOST_DIVIDED", 0)
    split(land)

    shown = figures(client, land.province)

    assert "<summary>Số liệu riêng của 1 đơn vị được chia" in shown
    assert "Số liệu riêng của Xã Bình Thành tính vào Xã Bắc" in shown


def test_the_line_of_a_former_district_says_what_it_counts(client, land, viewer):
    split(land)
    build.meeting(at=land.district, on=date(2025, 3, 1))

    shown = figures(client, land.province)

    assert "Huyện Sơn (đến 30/6/2025): số liệu cấp huyện cũ, không phân bổ" in shown


def test_a_page_of_a_unit_that_a_decision_leaves_alone_says_nothing(client, land):
    merge(land)
    sign_in(client, build.clerk(land.neighbour, Post.Right.VIEW))

    assert "Kỳ này đi qua" not in figures(client, land.neighbour)


@pytest.mark.unsealed
def test_a_change_with_a_document_but_no_decision_is_told_too(client, land, viewer):
    change = build.change(DAY, basis="Nghị quyết 1654")
    by_hand.move(land.communes[0], under=land.province, change=change)

    assert "Nghị quyết 1654, có hiệu lực từ 1/7/2025" in figures(client, land.province)


@pytest.mark.parametrize("code", ["1", "2"])
def test_a_part_of_a_divided_unit_says_where_its_own_figures_count(client, land, viewer, code):
    act = split(land)

    shown = figures(client, find_unit(code))

    assert f"Số liệu riêng của Xã Bình Thành tính vào Xã Bắc theo {act}" in shown


def test_a_former_commune_of_a_district_leads_to_the_line_of_the_district(client, land, viewer):
    split(land)

    shown = figures(client, find_unit("1"))

    assert "số liệu cấp huyện cũ, không phân bổ cho xã, phường; đứng một dòng riêng." in shown
    assert reverse("desk:unit", args=[land.district.uuid]) in shown


def test_who_does_not_reach_the_district_reads_its_name_without_a_link(client, land):
    split(land)
    part = find_unit("1")
    sign_in(client, build.clerk(part, Post.Right.VIEW))

    shown = figures(client, part)

    assert re.search(r"<p>Huyện Sơn[^<]*: số liệu cấp huyện cũ", shown)
    assert str(land.district.uuid) not in shown
