"""The pages of accounts and posts."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.posts.operations import open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.units.models import END, Kind
from tests import build
from tests.office.ward import PASSWORDS, page, text, today

pytestmark = pytest.mark.django_db
LONG_PASSWORD = "mật khẩu thật dài 2026"


def asked(**more):
    return {
        "name": "Trần Thị B",
        "username": "vanthu",
        "right": "clerk",
        "title": "Văn thư",
        "since": today().isoformat(),
        "last_day": "",
        "password": LONG_PASSWORD,
        "again": LONG_PASSWORD,
    } | more


def every_page(unit, account, post):
    return [
        page("posts", unit),
        page("open-account", unit),
        page("give-post", unit),
        page("account", unit, account),
        page("new-password", unit, account),
        page("switch-account", unit, account),
        page("end-post", unit, post),
    ]


@pytest.mark.parametrize("number", range(7))
@pytest.mark.parametrize("right", [Post.Right.CLERK, Post.Right.VIEW, Post.Right.RECORD])
def test_only_administrators_reach_accounts(client, ward, right, number):
    clerk = build.clerk(ward, right)
    client.force_login(clerk, backend=PASSWORDS)
    address = every_page(ward, clerk.uuid, clerk.posts.get().uuid)[number]

    answers = [client.post(address)] if number > 3 else [client.get(address), client.post(address)]

    assert {answer.status_code for answer in answers} == {403}


@pytest.mark.parametrize("number", range(7))
def test_an_administrator_reaches_nothing_above_or_beside(client, province, administrator, number):
    beside = build.unit("Phường khác", under=province, kind=Kind.COMMUNE)
    other = build.clerk(beside, Post.Right.ADMIN)
    post = other.posts.get()

    for unit in (province, beside):
        address = every_page(unit, other.uuid, post.uuid)[number]
        assert client.post(address, asked()).status_code == 403

    post.refresh_from_db()
    other.refresh_from_db()
    assert (post.until, other.is_active) == (END, True)
    assert other.check_password(build.PASSWORD)
    assert not User.objects.filter(username="vanthu").exists()


@pytest.mark.parametrize("name", ["account", "new-password", "switch-account"])
def test_an_account_elsewhere_is_answered_like_one_that_is_not_there(
    client, province, ward, administrator, name
):
    elsewhere = build.clerk(province)

    answers = [client.post(page(name, ward, uuid)) for uuid in (elsewhere.uuid, uuid4())]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_the_page_lists_who_holds_a_post_here_and_below(client, ward, administrator):
    cell = build.unit("Chi bộ khóm 1", under=ward)
    build.unit("Đảng bộ bộ phận", under=ward, kind=Kind.DIVISION)
    build.clerk(cell, Post.Right.RECORD, name="Bí thư khóm 1")
    gone = build.clerk(ward, name="Người đã nghỉ")
    Post.objects.filter(user=gone).update(until=today())
    open_cells(
        ward, [NewCell("Chi bộ thẻ", Kind.CELL)], by=administrator, at=timezone.now(), on=today()
    )

    answer = text(client.get(page("posts", ward)))

    assert "Quản trị phường" in answer
    assert "không hạn" in answer
    assert "Bí thư khóm 1" in answer
    assert "Đã thôi nhiệm vụ" in answer
    assert "Người đã nghỉ" in answer
    assert "chưa có ai" in answer
    assert "1 đơn vị trực thuộc khác chưa có tài khoản" in answer
    assert "the." not in re.sub(r"<[^>]+>", "", answer)


def test_an_account_opens_with_a_typed_password(client, ward, administrator):
    last = today() + timedelta(days=30)

    answer = client.post(page("open-account", ward), asked(last_day=last.isoformat()))

    account = User.objects.get(username="vanthu")
    post = account.posts.get()
    assert "đã sẵn sàng" in text(answer)
    assert LONG_PASSWORD not in text(answer)
    assert account.check_password(LONG_PASSWORD)
    assert (post.unit, post.right, post.title) == (ward, Post.Right.CLERK, "Văn thư")
    assert (post.since, post.until) == (today(), last + timedelta(days=1))


def test_a_password_made_here_is_shown_once_and_works(client, ward, administrator):
    answer = client.post(page("open-account", ward), asked(password="", again=""))

    password = re.search(r"<code>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</code>", text(answer))[1]
    assert User.objects.get(username="vanthu").check_password(password)
    assert answer["Cache-Control"] == "no-store"
    assert password not in text(client.get(page("posts", ward)))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"username": "quantri"}, "Tên đăng nhập này đã có người dùng."),
        ({"username": "Trần B"}, "Tên đăng nhập chỉ gồm chữ thường không dấu"),
        ({"username": ""}, "Ghi tên đăng nhập."),
        ({"name": ""}, "Ghi họ tên."),
        ({"right": ""}, "Chọn quyền."),
        ({"right": "god"}, "god"),
        ({"since": ""}, "Hãy ghi ngày."),
        ({"last_day": "2020-01-01"}, "Ngày cuối phải từ ngày đầu trở đi."),
        ({"again": "khác"}, "Hai lần gõ chưa giống nhau."),
        ({"password": "", "again": "chỉ một ô"}, "Hai lần gõ chưa giống nhau."),
        ({"password": "1234567890", "again": "1234567890"}, "quá phổ biến"),
        ({"password": "ngắn", "again": "ngắn"}, "10"),
        (
            {"username": "nguyenvantam", "password": "nguyenvantam", "again": "nguyenvantam"},
            "nhiều người dùng",
        ),
    ],
)
def test_a_wrong_account_is_refused_beside_its_box_and_nothing_is_lost(
    client, ward, administrator, wrong, words
):
    answer = client.post(page("open-account", ward), asked(**wrong))

    assert words in text(answer)
    assert 'value="Văn thư"' in text(answer)
    assert User.objects.count() == 1


def test_a_post_is_given_to_a_known_account(client, province, ward, administrator):
    cell = build.unit("Chi bộ khóm 1", under=ward)
    known = build.clerk(cell, username="bithu")

    client.post(page("give-post", ward), asked(username="BITHU", right="view"))

    post = known.posts.get(unit=ward)
    assert (post.right, post.given_by) == (Post.Right.VIEW, administrator)


@pytest.mark.parametrize("username", ["khongco", "tinh"])
def test_an_account_out_of_reach_gets_no_post(client, province, ward, administrator, username):
    build.clerk(province, username="tinh")

    answer = client.post(page("give-post", ward), asked(username=username))

    assert "Không có tài khoản này trong các đơn vị bạn quản trị." in text(answer)
    assert Post.objects.filter(unit=ward).count() == 1


def test_the_form_is_filled_with_the_account_one_came_from(client, ward, administrator):
    answer = client.get(page("give-post", ward) + "?tai-khoan=bithu")

    assert 'value="bithu"' in text(answer)
