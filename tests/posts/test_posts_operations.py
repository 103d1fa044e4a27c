"""Accounts and posts: who may give, end and change what."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from lantoa.people.models import User
from lantoa.posts.access import Purpose, may
from lantoa.posts.models import Post
from lantoa.posts.operations import accounts, give_post
from lantoa.posts.operations.accounts import NewPost
from lantoa.trail.models import Entry
from lantoa.units.models import END, Kind
from tests import build
from tests.whole import faults

pytestmark = pytest.mark.django_db
TODAY = build.NOW.date()
LONG_PASSWORD = "mật khẩu thật dài 2026"


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh", code="T")


@pytest.fixture
def ward(province):
    return build.unit("Đảng bộ phường", under=province, kind=Kind.COMMUNE)


@pytest.fixture
def head(province):
    return build.clerk(province, Post.Right.ADMIN)


@pytest.fixture
def administrator(ward):
    return build.clerk(ward, Post.Right.ADMIN)


def acting(by):
    return {"by": by, "at": build.NOW, "on": TODAY}


def test_an_account_opens_together_with_its_post(ward, administrator):
    account = accounts.open_staffed_account(
        unit=ward,
        username="Van.Thu",
        name="Trần Thị B",
        password=LONG_PASSWORD,
        post=NewPost(Post.Right.CLERK, since=TODAY, title="Văn thư"),
        by=administrator,
        at=build.NOW,
    )

    assert account.username == "van.thu"
    assert account.check_password(LONG_PASSWORD)
    assert may(account, ward, work=Purpose.KEEP, on=TODAY)


def test_an_account_whose_post_is_refused_is_not_opened(ward, administrator):
    wrong = NewPost(Post.Right.CLERK, since=TODAY, until=TODAY)

    with pytest.raises(ValidationError):
        accounts.open_staffed_account(
            unit=ward,
            username="moi",
            name="Mới",
            password=LONG_PASSWORD,
            post=wrong,
            by=administrator,
            at=build.NOW,
        )

    assert not User.objects.filter(username="moi").exists()


def test_accounts_are_known_where_they_hold_or_held_a_post(province, ward, administrator):
    other = build.unit("Phường khác", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=ward)
    below, held = build.clerk(cell, username="duoi"), build.clerk(ward, username="cu")
    Post.objects.filter(user=held).update(until=date(2026, 1, 1))
    build.clerk(other, username="noikhac")

    assert accounts.account_named("DUOI", by=administrator, on=TODAY) == below
    assert accounts.account_named("cu", by=administrator, on=TODAY) == held
    for name in ("noikhac", "khongco"):
        with pytest.raises(ValidationError, match="Không có tài khoản này"):
            accounts.account_named(name, by=administrator, on=TODAY)


def test_an_account_out_of_reach_and_one_that_is_not_there_get_one_answer(head, administrator):
    answers = []
    for account in (head.uuid, uuid4()):
        with pytest.raises(PermissionDenied) as refused:
            accounts.known_account(by=administrator, account=account, on=TODAY)
        answers.append(str(refused.value))

    assert answers[0] == answers[1]


def test_a_password_reaches_no_further_than_who_sets_it(province, ward, administrator):
    """Who knew the password of an account with a higher post would have its rights."""
    above = build.clerk(ward)
    give_post(
        user=above, unit=province, right=Post.Right.VIEW, since=TODAY + timedelta(days=9),
        by=None, at=build.NOW,
    )  # fmt: skip

    for deed in (
        lambda: accounts.set_password(above, password=LONG_PASSWORD, **acting(administrator)),
        lambda: accounts.switch(above, is_active=False, **acting(administrator)),
    ):
        with pytest.raises(ValidationError, match="đơn vị bạn không quản trị"):
            deed()

    assert above.check_password(build.PASSWORD)
    assert above.is_active


def test_a_new_password_replaces_the_old_and_stands_in_the_trail_without_it(ward, administrator):
    clerk = build.clerk(ward)

    accounts.set_password(clerk, password=LONG_PASSWORD, **acting(administrator))

    entry = Entry.objects.order_by("-pk").first()
    assert clerk.check_password(LONG_PASSWORD)
    assert (entry.deed, entry.actor, entry.subject) == (
        "people.password",
        administrator,
        str(clerk.uuid),
    )
    assert LONG_PASSWORD not in entry.after
    assert list(faults()) == []


def test_a_password_easy_to_guess_is_refused(ward, administrator):
    with pytest.raises(ValidationError):
        accounts.set_password(build.clerk(ward), password="123456", **acting(administrator))


def test_nobody_switches_off_or_sets_a_password_for_oneself(ward, administrator, head):
    for deed in (
        lambda: accounts.set_password(
            administrator, password=LONG_PASSWORD, **acting(administrator)
        ),
        lambda: accounts.switch(administrator, is_active=False, **acting(administrator)),
    ):
        with pytest.raises(ValidationError, match="tài khoản của mình"):
            deed()


def test_an_account_is_switched_off_and_on(ward, administrator):
    clerk = build.clerk(ward)

    accounts.switch(clerk, is_active=False, **acting(administrator))
    was_off = User.objects.get(pk=clerk.pk).is_active
    accounts.switch(clerk, is_active=True, **acting(administrator))

    assert was_off is False
    assert User.objects.get(pk=clerk.pk).is_active
    deeds = list(Entry.objects.order_by("-pk").values_list("deed", flat=True)[:2])
    assert deeds == ["people.switch_on", "people.switch_off"]


def test_an_account_that_is_off_gets_no_post(ward, administrator):
    clerk = build.clerk(ward, username="tat")
    accounts.switch(clerk, is_active=False, **acting(administrator))

    with pytest.raises(ValidationError):
        accounts.account_named("tat", by=administrator, on=TODAY)


def test_the_last_administrator_of_the_root_stays(province, head):
    post = head.posts.get()

    with pytest.raises(ValidationError, match="người quản trị cuối cùng"):
        accounts.relieve(post, **acting(head))

    post.refresh_from_db()
    assert post.until == END


@pytest.mark.unsealed
@pytest.mark.parametrize(
    ("right", "until", "active", "suffices"),
    [
        (Post.Right.ADMIN, END, True, True),
        (Post.Right.CLERK, END, True, False),
        (Post.Right.ADMIN, date(2027, 1, 1), True, False),
        (Post.Right.ADMIN, END, False, False),
    ],
)
def test_another_administrator_who_lasts_as_long_frees_the_first(
    province, head, right, until, active, suffices
):
    other = build.person()
    give_post(
        user=other, unit=province, right=right, since=build.LONG_AGO, until=until,
        by=None, at=build.NOW,
    )  # fmt: skip
    User.objects.filter(pk=other.pk).update(is_active=active)

    if suffices:
        accounts.relieve(head.posts.get(), **acting(head))
    else:
        with pytest.raises(ValidationError):
            accounts.relieve(head.posts.get(), **acting(head))

    assert may(head, province, work=Purpose.ADMINISTER, on=TODAY) is not suffices


def test_the_last_lasting_administrator_is_not_switched_off_by_one_who_leaves(province, head):
    leaving = build.person()
    give_post(
        user=leaving, unit=province, right=Post.Right.ADMIN, since=build.LONG_AGO,
        until=date(2027, 1, 1), by=None, at=build.NOW,
    )  # fmt: skip

    with pytest.raises(ValidationError, match="người quản trị cuối cùng"):
        accounts.switch(head, is_active=False, **acting(leaving))


def test_the_last_administrator_below_the_root_may_go(ward, administrator, head):
    accounts.relieve(administrator.posts.get(), **acting(head))

    assert not may(administrator, ward, work=Purpose.ADMINISTER, on=TODAY)


def test_a_post_that_has_ended_is_not_ended_again(ward, administrator, head):
    post = build.clerk(ward).posts.get()
    accounts.relieve(post, **acting(head))

    with pytest.raises(ValidationError, match="đã kết thúc"):
        accounts.relieve(post, **acting(head))


def test_posts_out_of_reach_are_not_known(head, administrator):
    for post in (head.posts.get().uuid, uuid4()):
        with pytest.raises(PermissionDenied):
            accounts.known_post(by=administrator, post=post, on=TODAY)


def test_ones_own_new_password_is_noted_where_one_works(ward, administrator):
    accounts.change_own_password(administrator, password=LONG_PASSWORD, at=build.NOW)

    entry = Entry.objects.order_by("-pk").first()
    assert administrator.check_password(LONG_PASSWORD)
    assert (entry.deed, entry.home.uuid) == ("people.own_password", ward.home)
