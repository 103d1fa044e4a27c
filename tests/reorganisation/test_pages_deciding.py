"""The pages on which decisions are approved by another person, and undone."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.posts.models import Post
from lantoa.units.queries import portrait
from tests import build, decide
from tests.acts.acts import DAY, passed
from tests.reorganisation.pages import HEAD, approved, page, sign_in, simulated, text

pytestmark = pytest.mark.django_db
ADMIN = Post.Right.ADMIN


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
    decide.rename(land.communes[0], name="Xã Khác", on=date(2025, 1, 1))
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


def test_an_approved_decision_is_not_dropped(client, land, author, approver):
    act = approved(client, land, author, approver)

    answer = client.post(page("drop", land.province, act.uuid), follow=True)

    assert "đã duyệt, không sửa được nữa" in text(answer)
    act.refresh_from_db()
    assert act.state == Act.State.APPROVED


def test_a_decision_that_no_longer_fits_is_not_handed_on_for_approval(client, land, author):
    act = simulated(client, land, author)
    passed([Step(sort=Sort.MERGE, unit=land.communes[0].pk, into=land.communes[1].pk)],
           on=date(2025, 6, 1))  # fmt: skip

    shown = text(client.get(page("act", land.province, act.uuid)))

    assert "Xã Núi Sập đã kết thúc từ ngày 1/6/2025" in shown
    assert "Tổ chức đã thay đổi từ lần chạy thử" in shown
    assert "Trình người khác duyệt" not in shown
