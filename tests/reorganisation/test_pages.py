"""The pages on which decisions about the organisation are listed and drafted."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.posts.models import Post
from tests import build
from tests.reorganisation.pages import HEAD, MERGE, page, said, send, sign_in, simulated, text

pytestmark = pytest.mark.django_db
PAGES = ["acts", "draft", "draft-by-hand", "template", "example"]
ACT_PAGES = ["act", "redraft", "add-step", "outcome", "steps", "approve", "reverse"]


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_gets_the_same_answer_for_hidden_as_for_absent(client, land, name):
    sign_in(client, build.clerk(build.root("Nơi khác"), Post.Right.ADMIN))

    hidden = client.get(page(name, land.province))
    absent = client.get(reverse(f"reorganisation:{name}", args=[uuid4()]))

    assert hidden.status_code == absent.status_code == 403
    assert said(hidden) == said(absent)


@pytest.mark.parametrize("right", [Post.Right.VIEW, Post.Right.CLERK, Post.Right.RECORD])
def test_who_does_not_administer_sees_none_of_these_pages(client, land, author, right):
    act = simulated(client, land, author)
    sign_in(client, build.clerk(land.province, right))

    listed = [page(name, land.province) for name in PAGES]
    listed += [page(name, land.province, act.uuid) for name in ACT_PAGES]

    assert {client.get(each).status_code for each in listed} == {403}


@pytest.mark.parametrize("name", ACT_PAGES)
def test_a_decision_of_the_province_is_hidden_from_who_administers_a_commune(
    client, land, author, name
):
    act = simulated(client, land, author)
    commune = land.communes[0]
    sign_in(client, build.clerk(commune, Post.Right.ADMIN))

    hidden = client.get(page(name, commune, act.uuid))
    absent = client.get(page(name, commune, uuid4()))

    assert hidden.status_code == absent.status_code == 403
    assert said(hidden) == said(absent)


@pytest.mark.parametrize("name", ["simulate", "drop", "approve", "reverse"])
def test_a_stranger_changes_nothing_by_post(client, land, author, name):
    act = simulated(client, land, author)
    sign_in(client, build.clerk(build.root("Nơi khác"), Post.Right.ADMIN))
    before = state_hash()

    answer = client.post(
        page(name, land.province, act.uuid), {"fingerprint": act.fingerprint, "reason": "thử"}
    )

    assert answer.status_code == 403
    assert state_hash() == before
    act.refresh_from_db()
    assert act.state == Act.State.SIMULATED


def test_an_empty_list_of_decisions_invites_to_draft_one(client, land, author):
    sign_in(client, author)

    answer = client.get(page("acts", land.province))

    assert "Chưa có quyết định nào" in text(answer)
    assert "Soạn quyết định mới" in text(answer)


def test_a_decision_is_drafted_step_by_step_without_a_file(client, land, author):
    sign_in(client, author)
    first = {"viec-sort": "move", "viec-unit": "30682", "viec-parent": "89"}
    client.post(page("draft-by-hand", land.province), HEAD | first)
    act = Act.objects.get()

    client.post(
        page("add-step", land.province, act.uuid),
        {"sort": "rename", "unit": "30706", "name": "Xã Mới"},
    )
    client.post(page("drop-step", land.province, act.uuid, 0), {"of": "2"})

    assert [step.new_name for step in act.steps.all()] == ["Xã Mới"]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"sort": "rename", "unit": "30682"}, "Ghi tên mới."),
        ({"sort": "move", "unit": "30682", "parent": "89", "code": "89"}, "Việc chuyển không dùng"),
        ({"sort": "rename", "unit": "99", "name": "A"}, "Không có đơn vị nào mang mã 99."),
        ({"sort": "rename", "unit": "91", "name": "A"}, "Không có đơn vị nào mang mã 91."),
        ({"sort": "rename", "unit": "89", "name": "A"}, "bạn chưa được giao sắp xếp đơn vị này"),
    ],
)
def test_a_wrong_step_is_refused_beside_its_box(client, land, author, step, words):
    sign_in(client, author)
    by_hand = {f"viec-{name}": value for name, value in step.items()}

    answer = client.post(page("draft-by-hand", land.province), HEAD | by_hand)

    assert words in text(answer)
    assert Act.objects.count() == 0


def test_who_administers_a_commune_decides_about_its_cells_only(client, land):
    commune = land.communes[0]
    sign_in(client, build.clerk(commune, Post.Right.ADMIN))
    cell = f"{commune.pk}-1"

    elsewhere = send(client, commune, [("chuyển", cell, "", "", "", "30706", "", "")])
    itself = send(client, commune, [("đổi tên", "30682", "", "Xã Khác", *[""] * 4)])
    own = send(client, commune, [("đổi tên", cell, "", "Chi bộ Khác", *[""] * 4)])

    assert "cột Nơi trực thuộc mới: không có đơn vị nào mang mã 30706" in text(elsewhere)
    assert "bạn chưa được giao sắp xếp đơn vị này" in text(itself)
    assert "Đã ghi 1 việc" in text(own)
    assert Act.objects.count() == 1


def test_a_commune_sees_a_decision_of_the_province_that_touches_it_without_a_link(
    client, land, author
):
    act = simulated(client, land, author)
    touched, spared = land.communes[0], land.communes[2]

    for commune, count in ((touched, 1), (spared, 0)):
        sign_in(client, build.clerk(commune, Post.Right.ADMIN))
        shown = text(client.get(page("acts", commune)))
        assert shown.count(act.title) == count
        assert str(act.uuid) not in shown


def test_decisions_of_one_day_stand_in_the_order_of_their_numbers(client, land, author):
    sign_in(client, author)
    for number in ("10/NQ", "9/NQ", "11/NQ"):
        send(client, land.province, MERGE, number=number)
    root = build.clerk(land.root, Post.Right.ADMIN)
    sign_in(client, root)

    shown = text(client.get(page("acts", land.root)))

    assert re.findall(r">(\d+)/NQ của", shown) == ["9", "10", "11"]


def test_after_one_step_the_next_can_be_written_at_once(client, land, author):
    sign_in(client, author)
    typed = {"viec-sort": "rename", "viec-unit": "30682", "viec-name": "Xã Mới", "second": "1"}

    answer = client.post(page("draft-by-hand", land.province), HEAD | typed, follow=True)

    act = Act.objects.get()
    assert answer.redirect_chain[-1][0] == page("add-step", land.province, act.uuid)
    assert "Đã ghi việc 1." in text(answer)


def test_every_page_of_a_decision_leads_back_to_it_and_to_the_list(client, land, author):
    act = simulated(client, land, author)

    for name in ("redraft", "add-step", "approve", "reverse"):
        answer = text(client.get(page(name, land.province, act.uuid)))
        way = answer.partition('aria-label="Đường đi lên"')[2].partition("</nav>")[0]
        assert page("acts", land.province) in way
        assert page("act", land.province, act.uuid) in way
        here = answer.partition('aria-current="page"')[0].rpartition("<a")[2]
        assert page("acts", land.province) in here, name


def test_a_decision_sent_once_more_from_its_page_is_not_drafted_twice(client, land, author):
    sign_in(client, author)
    first = {"viec-sort": "move", "viec-unit": "30682", "viec-parent": "89"}
    form = page("draft-by-hand", land.province)
    own = client.get(form, headers={"accept": "text/html"}).url

    sent = client.post(own, HEAD | first)
    again = client.post(own, HEAD | first)

    assert again.url == sent.url
    assert Act.objects.count() == 1
    assert "đã gửi rồi" in text(client.get(again.url))
