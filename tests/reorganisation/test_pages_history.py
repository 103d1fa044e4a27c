"""The pages that read across decisions: life lines and what became of old names."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.acts.steps import Sort, Step
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from lantoa.units.queries import find_unit
from tests import build
from tests.acts.acts import passed, reorganised
from tests.reorganisation.pages import merge, page, said, sign_in, split, text

pytestmark = pytest.mark.django_db


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


def test_the_page_of_a_closed_unit_says_first_what_it_is_now(client, land, viewer):
    merge(land)
    old, new = land.communes[0], find_unit("30999")

    answer = " ".join(text(client.get(reverse("desk:unit", args=[old.uuid]))).split())

    assert f'Nay là <strong><a href="{page("life", new)}">Xã Thoại Sơn</a></strong>' in answer
    assert "Nay là" not in text(client.get(reverse("desk:unit", args=[new.uuid])))


def test_the_page_of_a_closed_unit_opens_on_the_last_year_of_its_life(client, land, viewer):
    merge(land)
    old, new = land.communes[0], find_unit("30999")

    opened = [text(client.get(reverse("desk:unit", args=[each.uuid]))) for each in (old, new)]

    assert "Số liệu năm 2025." in opened[0]
    assert f"Số liệu năm {localdate().year}." in opened[1]
    asked = {"from": "2026-01-01", "to": "2026-12-31"}
    shown = text(client.get(reverse("desk:unit", args=[old.uuid]), asked))
    assert "Số liệu năm 2026." in shown


def test_a_name_that_is_still_borne_says_to_which_unit_it_belongs(client, land, viewer):
    answer = text(client.get(reverse("reorganisation:became"), {"ten": "Núi Sập"}))

    district = page("life", land.district)
    assert f'Vẫn mang tên này, thuộc <a href="{district}">Huyện Sơn</a>.' in answer


def test_an_old_unit_is_told_with_what_it_stood_under_because_names_repeat(client, land, viewer):
    merge(land)

    answer = text(client.get(reverse("reorganisation:became"), {"ten": "Núi Sập"}))

    assert "Trước thuộc Huyện Sơn, Tỉnh Đông." in answer


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


@pytest.mark.unsealed
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


def asked(client, name):
    return text(client.get(reverse("reorganisation:became"), {"ten": name}))


def test_of_a_renamed_unit_the_new_name_and_the_decision_are_told(client, land, viewer):
    act = passed([Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã Óc Eo")])

    answer = asked(client, "nui sap")

    assert "Từ 1/7/2025, Xã Núi Sập đổi tên thành Xã Óc Eo" in answer
    assert str(act) in answer
    assert "Vẫn mang tên này" not in answer


def test_a_unit_that_begins_on_a_day_to_come_is_not_told_to_be_there(client, land, viewer):
    passed([Step(sort=Sort.OPEN, name="Xã Mai Sau", code="9", kind=Kind.COMMUNE,
                 parent=land.province.pk)], on=date(2999, 1, 1))  # fmt: skip

    answer = asked(client, "mai sau")

    assert "Đến ngày 1/1/2999 mới hoạt động." in answer
    assert "Vẫn mang tên này" not in answer


def test_a_chain_that_ends_without_successor_tells_where_the_past_counts(client, land, viewer):
    first, second = land.cells[0]
    passed([Step(sort=Sort.MERGE, unit=first.pk, into=second.pk)])
    passed([Step(sort=Sort.CLOSE, unit=second.pk)], on=date(2025, 9, 1))

    answer = asked(client, "chi bo 1")

    assert "Chi bộ 2 (đến 31/8/2025) không còn. Không có đơn vị kế thừa." in answer
    assert "Xã Núi Sập" in answer


def test_a_unit_that_ended_into_one_of_its_kind_is_not_told_to_have_no_successor(
    client, land, viewer
):
    first, second = land.cells[0]
    passed([Step(sort=Sort.CLOSE, unit=first.pk, successor=second.pk)])

    answer = text(client.get(page("life", first)))

    assert "Số liệu cũ tính vào" in answer
    assert "Không có đơn vị kế thừa" not in answer
