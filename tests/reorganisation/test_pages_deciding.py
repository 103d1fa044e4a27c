"""The pages on which decisions are tried, approved by another person, and undone."""

import io
import re
import unicodedata
from datetime import date
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import load_workbook

from lantoa.units.acts.state import state_hash
from lantoa.units.acts.steps import Sort, Step
from lantoa.units.models import Act, Kind, Post
from lantoa.units.operations import rename
from lantoa.units.queries import portrait
from tests import build
from tests.reorganisation.acts import DAY, passed
from tests.reorganisation.pages import HEAD, MERGE, approved, page, send, sign_in, simulated, text

pytestmark = pytest.mark.django_db
ADMIN = Post.Right.ADMIN


@pytest.fixture
def approver(land):
    return build.clerk(land.province, ADMIN, name="Người duyệt")


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


def test_the_author_is_refused_as_approver_and_told_who_may(client, land, author, approver):
    act = simulated(client, land, author)
    address = page("approve", land.province, act.uuid)

    asked = client.get(address)
    forced = client.post(address, {"fingerprint": act.fingerprint})

    assert "Người duyệt được: Người duyệt." in text(asked)
    assert "Duyệt quyết định</button>" not in text(asked)
    assert "Người duyệt phải khác người soạn." in text(forced)
    act.refresh_from_db()
    assert act.state == Act.State.SIMULATED


def test_another_approves_and_the_units_change(client, land, author, approver):
    act = approved(client, land, author, approver)
    shown = text(client.get(page("acts", land.province)))

    assert act.state == Act.State.APPROVED
    assert portrait(land.communes[0], on=DAY).closed_on == DAY
    assert "có hiệu lực từ 1/7/2025" in shown


def test_the_first_page_of_the_other_person_says_what_waits_for_approval(
    client, land, author, approver
):
    act = simulated(client, land, author)
    address, first = page("approve", land.province, act.uuid), reverse("desk:first")
    seen = {author: text(client.get(first))}

    for user in (approver, build.clerk(land.province), build.clerk(land.neighbour, ADMIN)):
        sign_in(client, user)
        seen[user] = text(client.get(first))

    assert [address in answer for answer in seen.values()] == [False, True, False, False]
    assert "Người soạn: Người soạn." in seen[approver]


def test_an_approved_decision_leads_to_the_figures_before_and_after(client, land, author, approver):
    act = approved(client, land, author, approver)

    shown = text(client.get(page("act", land.province, act.uuid)))

    days = "from=2025-01-01&amp;to=2025-12-31&amp;chart=2025-06-30&amp;chart2=2025-07-01"
    assert f'href="{page("compare", land.province)}?{days}"' in shown


def test_an_approval_is_refused_where_the_organisation_changed_since(
    client, land, author, approver
):
    act = simulated(client, land, author)
    rename(land.communes[0], name="Xã Khác", change=build.change(date(2025, 1, 1)))
    sign_in(client, approver)
    address = page("approve", land.province, act.uuid)

    shown = client.get(page("act", land.province, act.uuid))
    asked = client.get(address)
    forced = client.post(address, {"fingerprint": act.fingerprint})

    assert "Tổ chức đã thay đổi từ lần chạy thử" in text(shown)
    assert "Trình duyệt" not in text(shown)
    assert "Tổ chức đã thay đổi từ lần chạy thử" in text(asked)
    assert "Chạy thử lại" in text(asked)
    assert "Hãy chạy thử lại rồi duyệt" in text(forced)
    act.refresh_from_db()
    assert act.state == Act.State.SIMULATED


def test_a_decision_is_reversed_with_a_reason_and_everything_is_as_before(
    client, land, author, approver
):
    before = state_hash()
    act = approved(client, land, author, approver)
    address = page("reverse", land.province, act.uuid)

    without = client.post(address, {"reason": " "})
    client.post(address, {"reason": "Ghi nhầm số"})

    assert "Ghi lý do thu hồi." in text(without)
    assert state_hash() == before
    listed = text(client.get(page("acts", land.province)))
    assert "đã thu hồi" in listed
    assert "có hiệu lực từ" not in listed


def test_the_page_of_an_undone_decision_leads_to_no_unit_that_never_was(
    client, land, author, approver
):
    act = approved(client, land, author, approver)
    opened = page("life", act.steps.first().formed)
    before = text(client.get(page("act", land.province, act.uuid)))

    client.post(page("reverse", land.province, act.uuid), {"reason": "nhầm"})

    assert opened in before
    assert opened not in text(client.get(page("act", land.province, act.uuid)))


def test_a_decision_on_which_something_is_built_is_not_reversed(client, land, author, approver):
    act = approved(client, land, author, approver)
    opened = act.steps.exclude(formed=None).first().formed
    build.meeting(at=opened, on=date(2025, 9, 1))
    after = state_hash()
    address = page("reverse", land.province, act.uuid)

    asked = client.get(address)
    forced = client.post(address, {"reason": "thử"})

    assert "Xã Thoại Sơn: 1 bản ghi học tập, sinh hoạt" in text(asked)
    assert "Không thu hồi được" in text(forced)
    assert state_hash() == after


def test_an_approved_decision_is_neither_redrafted_nor_simulated(client, land, author, approver):
    act = approved(client, land, author, approver)

    sent = client.post(page("redraft", land.province, act.uuid), HEAD)
    client.post(page("simulate", land.province, act.uuid))

    assert "không sửa được nữa" in text(sent)
    act.refresh_from_db()
    assert act.state == Act.State.APPROVED


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


def test_an_approved_decision_is_not_dropped(client, land, author, approver):
    act = approved(client, land, author, approver)

    answer = client.post(page("drop", land.province, act.uuid), follow=True)

    assert "đã duyệt, không sửa được nữa" in text(answer)
    act.refresh_from_db()
    assert act.state == Act.State.APPROVED


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


def test_a_decision_that_no_longer_fits_is_not_handed_on_for_approval(client, land, author):
    act = simulated(client, land, author)
    passed([Step(sort=Sort.MERGE, unit=land.communes[0].pk, into=land.communes[1].pk)],
           on=date(2025, 6, 1))  # fmt: skip

    shown = text(client.get(page("act", land.province, act.uuid)))

    assert "Xã Núi Sập đã kết thúc từ ngày 1/6/2025" in shown
    assert "Tổ chức đã thay đổi từ lần chạy thử" in shown
    assert "Trình người khác duyệt" not in shown


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
