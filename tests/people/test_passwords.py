"""Passwords that are easily guessed here are refused, with the reason; honest ones are taken."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lantoa.people.models import User
from lantoa.people.operations import propose_password
from lantoa.people.passwords import is_common, refuse_named
from lantoa.posts.models import Post
from lantoa.posts.operations import accounts
from lantoa.posts.operations.accounts import NewPost
from lantoa.units.models import Kind
from tests import build

Right = Post.Right


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("matkhau123", "mà nhiều người dùng"),
        ("anhyeuem123", "mà nhiều người dùng"),
        ("dangcongsan", "mà nhiều người dùng"),
        ("Đảng Cộng sản", "mà nhiều người dùng"),
        ("Mật khẩu 2026", "mà nhiều người dùng"),
        ("M@tkh4u@123", "mà nhiều người dùng"),
        ("hochiminh1969", "mà nhiều người dùng"),
        ("Nguyenvana1975", "mà nhiều người dùng"),
        ("AnGiang@2026", "mà nhiều người dùng"),
        ("hoctapvalamtheobac", "mà nhiều người dùng"),
        ("qwertyuiop12", "mà nhiều người dùng"),
        ("poiuytrewq", "mà nhiều người dùng"),
        ("1qaz2wsx3edc", "mà nhiều người dùng"),
        ("lananh0912345678", "mà nhiều người dùng"),
        ("@@@@@@@@@@", "lặp lại vài ký tự"),
        ("aaaaaaaaaaaa", "lặp lại vài ký tự"),
        ("ababababab", "lặp lại vài ký tự"),
        ("xyzqkxyzqkxyzqk"[:10], "lặp lại vài ký tự"),
        ("0912345678", "chỉ có chữ số"),
        ("19/05/1890", "chỉ có chữ số"),
        ("8274615093", "chỉ có chữ số"),
    ],
)
def test_a_common_password_is_refused_with_its_reason(password, reason):
    with pytest.raises(ValidationError) as refused:
        validate_password(password)

    assert any(reason in words for words in refused.value.messages)
    assert any("Hãy ghép vài từ" in words for words in refused.value.messages)


@pytest.mark.parametrize(
    "password",
    [
        "con trâu ăn cỏ ngoài đồng",
        "mật khẩu thật dài 2026",
        "Sông Hậu chiều nay nước lớn",
        "kx7-mm2-vd9q",
        "bánh xèo cuốn lá cách",
        "tRu8#kqP2wz!",
    ],
)
def test_an_honest_password_is_taken(password):
    validate_password(password)


def test_passwords_made_here_are_always_taken():
    for _ in range(300):
        validate_password(propose_password())


@pytest.mark.parametrize("password", ["leDUClong1980", "lê.đức.long!!", "ducldan2026"])
def test_a_password_made_of_ones_own_name_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(username="ducldan", name="Lê Đức Long"))


def test_names_are_seen_through_marks_and_spaces():
    refuse_named("VamRay1979", names=["Xã Mẫu"])
    with pytest.raises(ValidationError, match="tên đơn vị"):
        refuse_named("VamRay1979", names=["Đảng bộ xã Vàm Rầy"])


def test_what_is_left_is_counted_to_the_letter():
    assert is_common("matkhau-zkwv")
    assert not is_common("matkhau-zkwvg")


@pytest.fixture
def ward():
    province = build.root("Đảng bộ tỉnh Bàu Sen", kind=Kind.PROVINCE, code="BS")
    return build.unit("Đảng bộ xã Vàm Rầy", kind=Kind.COMMUNE, under=province, code="VAMRAY")


def opened(unit, account, password):
    post = NewPost(right=Right.VIEW, since=build.LONG_AGO)
    words = {"username": "moi", "name": "Người mới", "password": password}
    accounts.open_staffed_account(unit=unit, post=post, by=account, at=build.NOW, **words)


def changed(unit, account, password):
    by, on = build.clerk(unit, Right.ADMIN), build.NOW.date()
    accounts.set_password(account, password=password, by=by, at=build.NOW, on=on)


def changed_by_oneself(unit, account, password):
    accounts.change_own_password(account, password=password, at=build.NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["vamray@1979", "Vàm Rầy 1979", "BauSen12345", "VAMRAY-2026"])
@pytest.mark.parametrize("way", [opened, changed, changed_by_oneself])
def test_the_names_of_the_unit_and_of_those_above_are_refused(ward, password, way):
    clerk = build.clerk(ward)

    with pytest.raises(ValidationError):
        way(ward, clerk, password)

    assert not User.objects.filter(username="moi").exists()
    clerk.refresh_from_db()
    assert clerk.check_password(build.PASSWORD)
