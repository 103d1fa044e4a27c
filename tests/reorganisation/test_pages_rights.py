"""Who decides about a unit is who administers it today, whatever the day of the decision."""

from datetime import date

import pytest

from lantoa.acts.models import Act
from lantoa.acts.steps import Sort, Step
from lantoa.posts.models import Post
from tests import build, decide
from tests.acts.acts import passed
from tests.reorganisation.pages import HEAD, merge, page, send, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def former(land):
    """One who administered a commune that has merged since."""
    return build.clerk(land.communes[0], Post.Right.ADMIN)


def renamed_cell(land):
    return [("đổi tên", f"{land.communes[0].pk}-1", "", "Chi bộ Lạ", *[""] * 4)]


def test_who_administered_a_former_commune_decides_no_more_about_its_cells(client, land, former):
    merge(land)
    sign_in(client, former)

    answer = send(client, land.communes[0], renamed_cell(land), in_force_from="2025-05-01")

    assert "không có đơn vị nào mang mã" in text(answer)
    assert Act.objects.filter(author=former).count() == 0


def test_a_draft_about_cells_that_have_gone_elsewhere_is_decided_elsewhere(client, land, former):
    sign_in(client, former)
    send(client, land.communes[0], renamed_cell(land), in_force_from="2025-05-01")
    act = Act.objects.get()
    address = page("act", land.communes[0], act.uuid)
    before = client.get(address).status_code

    merge(land)

    assert (before, client.get(address).status_code) == (200, 403)
    sign_in(client, build.clerk(land.province, Post.Right.ADMIN))
    assert client.get(page("act", land.province, act.uuid)).status_code == 200


def test_a_decision_that_sends_a_unit_to_a_part_is_listed_at_that_unit(client, land):
    third, cell = land.communes[2], land.cells[2][0]
    parts = {"sort": Sort.SPLIT, "unit": third.pk, "successor": land.communes[0].pk}
    act = passed([
        Step(**parts, into=land.communes[0].pk, receives=(cell.pk,)),
        Step(**parts, into=land.communes[1].pk, receives=(land.cells[2][1].pk,)),
    ])  # fmt: skip
    sign_in(client, build.clerk(cell, Post.Right.ADMIN))

    assert act.number in text(client.get(page("acts", cell)))


def test_a_decision_is_not_dated_to_where_its_units_were_governed_by_others(client, land):
    decide.move(land.communes[0], under=land.neighbour, on=date(2024, 1, 1))
    admin = build.clerk(land.neighbour, Post.Right.ADMIN)
    sign_in(client, admin)
    send(client, land.neighbour, [("đổi tên", "30682", "", "Xã Mới", *[""] * 4)])
    act = Act.objects.get(author=admin)

    head = HEAD | {"in_force_from": "2023-01-01"}
    answer = client.post(page("redraft", land.neighbour, act.uuid), head)

    assert "Trước ngày này có đơn vị bạn không được giao sắp xếp, ở việc 1." in text(answer)
    assert Act.objects.get(author=admin).in_force_from == date(2025, 7, 1)
