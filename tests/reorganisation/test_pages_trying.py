"""The pages on which decisions are drafted, tried, given up and handed out as lists."""

import io
import re
import unicodedata
from datetime import date
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import load_workbook

from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build
from tests.reorganisation.pages import HEAD, MERGE, approved, page, send, sign_in, simulated, text

pytestmark = pytest.mark.django_db
ADMIN = Post.Right.ADMIN


def test_a_simulation_shows_what_would_happen_and_changes_nothing(client, land, author):
    build.meeting(at=land.communes[0], on=date(2025, 8, 1))
    before = state_hash()

    act = simulated(client, land, author)
    shown = text(client.get(page("act", land.province, act.uuid)))

    assert "Thành lập: 1" in shown
    assert "Kết thúc: 2" in shown
    assert "Đi theo đơn vị được hợp nhất: 4" in shown
    assert "1 bản ghi học tập, sinh hoạt từ ngày 1/7/2025" in shown
    assert "mới thành lập" in shown
    assert "Ai nhập vào đâu" in shown
    assert "Trình người khác duyệt" in shown
    assert state_hash() == before


def test_the_tree_after_names_a_unit_that_is_only_renamed(client, land, author):
    sign_in(client, author)
    send(client, land.province, [("đổi tên", "30710", "", "Xã Bình Thành Mới", *[""] * 4)])
    act = Act.objects.get()

    client.post(page("simulate", land.province, act.uuid))

    shown = text(client.get(page("act", land.province, act.uuid)))
    assert "trước là Xã Bình Thành" in shown
    assert "thành Xã Bình Thành Mới" in shown


def test_a_simulation_is_handed_out_as_a_spreadsheet(client, land, author):
    act = simulated(client, land, author)

    answer = client.get(page("outcome", land.province, act.uuid))
    book = load_workbook(io.BytesIO(answer.content))

    assert book.sheet_names[:3] == ["Tóm tắt", "1. Thành lập", "2. Kết thúc"]
    assert book.get_sheet_by_name("2. Kết thúc").to_python()[4][:2] == ["Xã Núi Sập", "30682"]


def test_names_in_the_spreadsheet_are_whole_and_each_printed_page_has_its_heads(
    client, land, author
):
    act = simulated(client, land, author)

    answer = client.get(page("outcome", land.province, act.uuid))

    with ZipFile(io.BytesIO(answer.content)) as book:
        assert 'wrapText="1"' in book.read("xl/styles.xml").decode()
        assert "'1. Thành lập'!$1:$4" in book.read("xl/workbook.xml").decode()


def test_the_list_of_a_decision_taken_back_is_handed_out_and_drafted_again(
    client, land, author, approver
):
    act = approved(client, land, author, approver)
    merged = state_hash()
    client.post(page("reverse", land.province, act.uuid), {"reason": "Ghi nhầm"})

    listed = client.get(page("steps", land.province, act.uuid)).content
    file = SimpleUploadedFile("ds.xlsx", listed)
    client.post(page("draft", land.province), HEAD | {"file": file}, follow=True)
    again = Act.objects.latest("pk")
    client.post(page("simulate", land.province, again.uuid))
    again.refresh_from_db()
    sign_in(client, author)
    given = {"fingerprint": again.fingerprint}
    client.post(page("approve", land.province, again.uuid), given)

    assert state_hash() == merged


def test_a_decision_that_waits_says_when_it_would_hold(client, land, author):
    simulated(client, land, author)

    listed = text(client.get(page("acts", land.province)))

    assert "nếu được duyệt thì có hiệu lực từ 1/7/2025" in listed


def test_a_draft_is_dropped_and_still_stands_in_the_list(client, land, author):
    act = simulated(client, land, author)
    address = page("drop", land.province, act.uuid)

    answer = client.post(address, follow=True)

    assert f"Đã bỏ bản soạn {act.number}" in text(answer)
    assert "đã bỏ, không duyệt" in text(answer)
    shown = text(client.get(page("act", land.province, act.uuid)))
    assert address not in shown
    assert "Chạy thử" not in shown
    assert "đã bỏ" in text(client.post(address, follow=True))


def test_the_example_can_be_tried_on_simulated_units(client):
    ward = build.root("Phường mẫu", kind=Kind.COMMUNE, code="P", is_simulated=True)
    for number in (1, 2, 3):
        build.unit(f"Chi bộ {number}", under=ward, code=f"P.00{number}")
    sign_in(client, build.clerk(ward, ADMIN))
    offered = text(client.get(page("draft", ward)))

    example = client.get(page("example", ward)).content
    file = SimpleUploadedFile("thu.xlsx", example)
    head = HEAD | {"in_force_from": "2026-07-01", "file": file}
    answer = client.post(page("draft", ward), head, follow=True)

    assert "Tải danh sách để thử" in offered
    assert "Đã ghi 4 việc" in text(answer)
    assert "SỐ LIỆU MẪU" in text(answer)


def test_a_decision_written_in_other_letters_of_the_same_look_is_the_same(
    client, land, author, approver
):
    merged = approved(client, land, author, approver)
    sign_in(client, author)
    spread = unicodedata.normalize("NFD", merged.issuer).replace(" ", "  ")
    send(client, land.province, [("đổi tên", "30710", "", "Xã B", *[""] * 4)], issuer=spread)
    again = Act.objects.exclude(pk=merged.pk).get()
    client.post(page("simulate", land.province, again.uuid))
    again.refresh_from_db()
    sign_in(client, approver)

    answer = client.post(
        page("approve", land.province, again.uuid), {"fingerprint": again.fingerprint}
    )

    assert again.issuer == merged.issuer
    assert "Quyết định này đã được duyệt một lần." in text(answer)


def test_leaving_out_a_step_twice_leaves_out_one(client, land, author):
    sign_in(client, author)
    send(client, land.province, MERGE)
    act = Act.objects.get()
    address = page("drop-step", land.province, act.uuid, 0)
    shown = text(client.get(page("act", land.province, act.uuid)))
    of = re.search(r'name="of" value="(\d+)"', shown)

    for _ in range(2):
        answer = client.post(address, {"of": of[1]}, follow=True)

    assert act.steps.count() == 1
    assert "Các việc đã thay đổi từ lúc mở trang" in text(answer)
