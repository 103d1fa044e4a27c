"""The pages that read across decisions: life lines, old names, footnotes and two charts."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.figures.period import Period
from lantoa.reorganisation.queries import crossing
from lantoa.units.acts.steps import Sort, Step
from lantoa.units.models import Kind, Post
from lantoa.units.operations import move
from lantoa.units.queries import find_unit
from tests import build
from tests.reorganisation.acts import DAY, passed, reorganised
from tests.reorganisation.pages import merge, page, said, sign_in, split, text

pytestmark = pytest.mark.django_db
YEAR = {"from": "2025-01-01", "to": "2025-12-31"}


def figures(client, unit, **asked):
    return text(client.get(reverse("desk:unit", args=[unit.uuid]), YEAR | asked))


@pytest.mark.parametrize("name", ["life", "compare"])
def test_a_stranger_gets_the_same_answer_for_hidden_as_for_absent(client, land, name):
    sign_in(client, build.clerk(build.root("Nơi khác"), Post.Right.ADMIN))

    hidden = client.get(page(name, land.province))
    absent = client.get(reverse(f"reorganisation:{name}", args=[uuid4()]))

    assert hidden.status_code == absent.status_code == 403
    assert said(hidden) == said(absent)


def test_a_life_line_names_what_came_before_and_after_with_the_decision(client, land, viewer):
    act = merge(land)
    old, new = land.communes[0], find_unit("30999")

    before = text(client.get(page("life", old)))
    after = text(client.get(page("life", new)))

    assert "Tiếp nối bởi" in before
    assert f'href="{page("life", new)}"' in before
    assert "Tiếp nối" in after
    assert f'href="{page("life", old)}"' in after
    assert f"Theo {act}" in after


@pytest.mark.parametrize("asked", ["Xã Núi Sập", "xa nui sap", "nui sap", "30682"])
def test_an_old_name_leads_to_the_unit_in_which_it_lives_on(client, land, viewer, asked):
    act = merge(land)

    answer = text(client.get(reverse("reorganisation:became"), {"ten": asked}))

    assert "Xã Núi Sập nhập vào Xã Thoại Sơn" in answer
    assert "Nay là" in answer
    assert act.number in answer


def test_units_of_one_name_are_told_apart_by_their_codes(client, land, viewer):
    old = land.communes[0]
    passed(
        [
            Step(
                sort=Sort.MERGE,
                unit=old.pk,
                code="30999",
                name="Xã Núi Sập",
                parent=land.province.pk,
            )
        ]
    )

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "Núi Sập"}))

    assert "Xã Núi Sập (mã 30682) nhập vào Xã Núi Sập (mã 30999)" in answer


def test_of_a_divided_unit_every_part_and_the_principal_one_are_told(client, land, viewer):
    split(land)

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "binh thanh"}))

    assert "Xã Bình Thành nhập một phần vào Xã Bắc, là đơn vị kế thừa chính" in answer
    assert "Xã Bình Thành nhập một phần vào Xã Nam" in answer


def test_a_level_that_ended_lives_on_in_no_unit(client, land, viewer):
    split(land)

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "huyen son"}))

    assert "Không có đơn vị kế thừa" in answer
    assert "Tỉnh Đông" in answer


@pytest.mark.parametrize("name", ["life", "became"])
def test_a_former_district_leads_to_the_communes_of_its_area_today(client, land, viewer, name):
    reorganised(land)
    addresses = {
        "life": page("life", land.district),
        "became": f"{reverse('reorganisation:became')}?ten=huyen+son",
    }

    answer = text(client.get(addresses[name]))

    assert "Địa bàn nay thuộc" in answer
    for code in ("30688", "30682@2025-07-01"):
        assert f'href="{page("life", find_unit(code))}"' in answer


def test_a_unit_that_ends_on_a_day_to_come_is_not_told_as_its_own_successor(client, land, viewer):
    ends, heir = land.communes[:2]
    passed([Step(sort=Sort.CLOSE, unit=ends.pk, successor=heir.pk),
            Step(sort=Sort.MOVE, unit=land.cells[0][0].pk, parent=heir.pk),
            Step(sort=Sort.MOVE, unit=land.cells[0][1].pk, parent=heir.pk)],
           on=date(2999, 1, 1))  # fmt: skip

    answer = text(client.get(page("life", ends)))

    assert "1/1/2999" in answer
    assert "Nay là" not in answer


def test_what_became_of_a_sample_says_that_it_is_one(client):
    root = build.root("Đảng bộ tỉnh Mẫu", is_simulated=True)
    build.unit("Đảng bộ xã Núi Sập", under=root, kind=Kind.COMMUNE)
    sign_in(client, build.clerk(root, Post.Right.VIEW))

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "nui sap"}))

    assert "Số liệu mẫu, không phải số thật" in answer


def test_an_old_name_elsewhere_is_not_told_to_a_stranger(client, land):
    merge(land)
    sign_in(client, build.clerk(land.neighbour, Post.Right.VIEW))

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "Núi Sập"}))

    assert "Xã Núi Sập" not in answer
    assert "Không tìm thấy đơn vị nào" in answer


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


def test_of_many_decisions_a_chart_names_the_first(client, land, viewer):
    for n in range(5):
        step = Step(sort=Sort.OPEN, kind=Kind.CELL, code=f"C{n}", name=f"Chi bộ {n}",
                    parent=land.communes[0].pk)  # fmt: skip
        passed([step], on=DAY.replace(day=n + 1))
    build.meeting(at=land.cells[0][0], on=date(2025, 3, 1))

    assert "và 2 quyết định khác" in figures(client, land.province)


def test_of_many_divided_units_a_page_tells_how_many_and_folds_their_list(
    client, land, viewer, monkeypatch
):
    monkeypatch.setattr(crossing, "MOST", 0)
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


def test_a_change_with_a_document_but_no_decision_is_told_too(client, land, viewer):
    change = build.change(DAY, basis="Nghị quyết 1654")
    move(land.communes[0], under=land.province, change=change)

    assert "Nghị quyết 1654, có hiệu lực từ 1/7/2025" in figures(client, land.province)


@pytest.mark.parametrize("code", ["1", "2"])
def test_a_part_of_a_divided_unit_says_where_its_own_figures_count(client, land, viewer, code):
    act = split(land)

    shown = figures(client, find_unit(code))

    assert f"Số liệu riêng của Xã Bình Thành tính vào Xã Bắc theo {act}" in shown


def test_a_former_commune_of_a_district_leads_to_the_line_of_the_district(client, land, viewer):
    split(land)

    shown = figures(client, find_unit("1"))

    assert "số liệu cấp huyện cũ, không phân bổ" in shown
    assert reverse("desk:unit", args=[land.district.uuid]) in shown


def test_who_does_not_reach_the_district_reads_its_name_without_a_link(client, land):
    split(land)
    part = find_unit("1")
    sign_in(client, build.clerk(part, Post.Right.VIEW))

    shown = figures(client, part)

    assert re.search(r"<p>Huyện Sơn[^<]*: số liệu cấp huyện cũ", shown)
    assert str(land.district.uuid) not in shown


def test_a_card_does_not_ask_for_old_names(client, land):
    cell = land.cells[0][0]
    user = build.clerk(cell, Post.Right.RECORD)
    user.is_card = True
    user.save()
    sign_in(client, user)

    assert client.get(reverse("reorganisation:became")).status_code == 403


def test_units_of_another_kind_have_a_life_too(client, land, viewer):
    front = build.unit("Mặt trận tỉnh", under=land.province, kind=Kind.FRONT)

    assert "Bắt đầu hoạt động, thuộc" in text(client.get(page("life", front)))
