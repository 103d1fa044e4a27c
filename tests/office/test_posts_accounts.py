"""The page of one account: ending posts, switching off, new passwords; and one's own password."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from lantoa.posts.models import Post
from lantoa.units.models import END
from tests import build
from tests.office.ward import PASSWORDS, page, text, today

pytestmark = pytest.mark.django_db
LONG_PASSWORD = "mật khẩu thật dài 2026"


def ended(client, ward, post, day):
    address = page("end-post", ward, post.uuid)
    return client.post(address, {f"p{post.uuid.hex[:8]}-on": day}, follow=True)


def test_a_post_ends_on_the_day_that_is_chosen(client, ward, administrator):
    post = build.clerk(ward, name="Trần Thị B").posts.get()
    day = today() + timedelta(days=7)

    answer = ended(client, ward, post, day.isoformat())

    post.refresh_from_db()
    assert post.until == day
    assert "Trần Thị B thôi nhiệm vụ" in text(answer)


def test_a_post_without_a_day_or_ended_already_stays_as_it_was(client, ward, administrator):
    post = build.clerk(ward).posts.get()
    no_day = ended(client, ward, post, "")
    ended(client, ward, post, today().isoformat())

    again = ended(client, ward, post, today().isoformat())

    post.refresh_from_db()
    assert "Hãy ghi ngày thôi nhiệm vụ." in text(no_day)
    assert "Nhiệm vụ này đã kết thúc." in text(again)
    assert post.until == today()


def test_the_last_administrator_of_the_root_cannot_be_taken_away(client, province):
    head = build.clerk(province, Post.Right.ADMIN)
    client.force_login(head, backend=PASSWORDS)

    answer = ended(client, province, head.posts.get(), today().isoformat())

    assert "người quản trị cuối cùng" in text(answer)
    assert head.posts.get().until == END


def test_an_account_switched_off_is_signed_out_and_let_in_again(client, ward, administrator):
    clerk = build.clerk(ward, username="vanthu")
    browser = type(client)()
    browser.force_login(clerk, backend=PASSWORDS)
    address = page("switch-account", ward, clerk.uuid)

    off = client.post(address, follow=True)
    seen = browser.get(page("cards", ward)).status_code
    on = client.post(address, {"is_active": "1"}, follow=True)

    assert "Đã tắt tài khoản" in text(off)
    assert seen == 302
    assert "được vào lại" in text(on)
    assert browser.get(page("cards", ward)).status_code == 200


def test_a_new_password_signs_out_and_is_shown_once(client, ward, administrator):
    clerk = build.clerk(ward, username="vanthu")
    browser = type(client)()
    browser.force_login(clerk, backend=PASSWORDS)

    answer = client.post(page("new-password", ward, clerk.uuid), {"password": "", "again": ""})

    made = re.search(r"<code>([a-z0-9-]{19})</code>", text(answer))[1]
    clerk.refresh_from_db()
    assert clerk.check_password(made)
    assert browser.get(page("cards", ward)).status_code == 302


def test_a_refused_password_is_explained_and_changes_nothing(client, province, ward, administrator):
    clerk, wide = build.clerk(ward), build.clerk(ward)
    build.give_post(
        user=wide, unit=province, right=Post.Right.VIEW, since=build.LONG_AGO, by=None, at=build.NOW
    )
    address = page("new-password", ward, clerk.uuid)

    short = client.post(address, {"password": "ngắn", "again": "ngắn"})
    beyond = client.post(
        page("new-password", ward, wide.uuid), {"password": LONG_PASSWORD, "again": LONG_PASSWORD}
    )

    assert "10" in text(short)
    assert "Tài khoản này còn nhiệm vụ ở đơn vị khác" in text(beyond)
    for account in (clerk, wide):
        account.refresh_from_db()
        assert account.check_password(build.PASSWORD)


def test_ones_own_account_leads_to_the_own_password(client, ward, administrator):
    answer = text(client.get(page("account", ward, administrator.uuid)))

    assert reverse("office:own-password") in answer
    assert "Tắt tài khoản" not in answer


def test_posts_elsewhere_are_not_told(client, province, ward, administrator):
    wide = build.clerk(ward)
    build.give_post(
        user=wide, unit=province, right=Post.Right.VIEW, since=build.LONG_AGO, by=None, at=build.NOW
    )

    answer = text(client.get(page("account", ward, wide.uuid)))

    assert "Đảng bộ phường" in answer
    assert "Đảng bộ tỉnh" not in answer


def change_own(client, **more):
    typed = {"current": build.PASSWORD, "password": LONG_PASSWORD, "again": LONG_PASSWORD}
    return client.post(reverse("office:own-password"), typed | more, follow=True)


def test_ones_own_password_is_changed_here_and_signs_out_elsewhere(client, ward, administrator):
    other = type(client)()
    other.force_login(administrator, backend=PASSWORDS)

    answer = change_own(client)

    administrator.refresh_from_db()
    assert "Đã đổi mật khẩu" in text(answer)
    assert administrator.check_password(LONG_PASSWORD)
    assert client.get(page("posts", ward)).status_code == 200
    assert other.get(page("posts", ward)).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"current": "không phải"}, "Mật khẩu đang dùng chưa đúng."),
        ({"current": ""}, "Gõ mật khẩu đang dùng."),
        ({"password": "", "again": ""}, "Gõ mật khẩu mới vào cả hai ô."),
        ({"again": "khác hẳn"}, "Hai lần gõ chưa giống nhau."),
        ({"password": "0123456789", "again": "0123456789"}, "quá phổ biến"),
        ({"password": "quantri2026", "again": "quantri2026"}, "nhiều người dùng"),
    ],
)
def test_a_wrong_new_password_changes_nothing(client, ward, administrator, wrong, words):
    answer = change_own(client, **wrong)

    administrator.refresh_from_db()
    assert words in text(answer)
    assert administrator.check_password(build.PASSWORD)
