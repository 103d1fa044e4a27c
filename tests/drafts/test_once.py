"""Saved, Back, Save: forms of the office and of decisions make nothing twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lantoa.drafts.models import SentPage
from lantoa.drafts.once import AGAIN, RUNNING
from lantoa.people.models import Card, User
from lantoa.posts.models import Post
from lantoa.posts.operations import open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
Right = Post.Right
BROWSER = {"HTTP_ACCEPT": "text/html,application/xhtml+xml"}


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def administrator(ward, client):
    user = build.clerk(ward, Right.ADMIN, username="quantri")
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")
    return user


def opened(client, name, *args):
    """Open a form as a browser does; return its own address."""
    answer = client.get(reverse(name, args=args), **BROWSER)
    assert "khoa=" in answer.url
    return answer.url


def post_of(user, **more):
    told = {"username": user.username, "right": Right.VIEW, "since": "1/1/2026", "title": "Phó"}
    return told | more


def again(client, page, told):
    """Send a page twice; return the second answer, and what is said there."""
    first = client.post(page, told)
    second = client.post(page, told)
    assert second.url == (first.url if first.status_code == 302 else second.url)
    return second, client.get(second.url).content.decode()


def test_a_post_is_given_once_and_other_words_from_the_page_are_another(
    client, ward, administrator
):
    other = build.clerk(ward, username="vanthu")
    page = opened(client, "office:give-post", ward.uuid)
    before = Post.objects.count()

    _, said = again(client, page, post_of(other))

    assert AGAIN in said
    assert Post.objects.count() == before + 1
    client.post(page, post_of(other, title="Trưởng"))
    assert Post.objects.count() == before + 2


def test_what_was_refused_may_be_sent_again(client, ward, administrator):
    page = opened(client, "office:give-post", ward.uuid)
    told = post_of(administrator, username="ai-do")
    assert client.post(page, told).status_code == 200
    build.clerk(ward, username="ai-do")

    assert client.post(page, told).status_code == 302


def test_an_account_opened_is_shown_instead_of_a_name_that_is_taken(client, ward, administrator):
    page = opened(client, "office:open-account", ward.uuid)
    told = post_of(administrator, username="nguoi.moi", name="Người mới", password="", again="")

    answer, said = again(client, page, told)

    account = User.objects.get(username="nguoi.moi")
    assert answer.url == reverse("office:account", args=[ward.uuid, account.uuid])
    assert AGAIN in said


def test_a_card_printed_anew_is_not_printed_anew_once_more(client, ward, administrator):
    on = timezone.localdate()
    [cell] = open_cells(
        ward, [NewCell("Chi bộ 1", Kind.CELL)], by=administrator, at=timezone.now(), on=on
    )
    page = opened(client, "office:cards", ward.uuid)

    _, said = again(client, page, {"reissue": str(cell.uuid)})

    assert AGAIN in said
    assert Card.objects.count() == 1
    fresh = opened(client, "office:cards", ward.uuid)
    client.post(fresh, {"reissue": str(cell.uuid)})
    assert Card.objects.count() == 2


def test_the_page_of_another_account_is_another_page(client, ward, administrator):
    page, told = opened(client, "office:give-post", ward.uuid), post_of(administrator)
    client.post(page, told)
    other = build.clerk(ward, Right.ADMIN, username="khac")
    client.force_login(other, backend="lantoa.people.access.PasswordSignIn")
    before = Post.objects.count()

    client.post(page, told)

    assert Post.objects.count() == before + 1


def test_a_page_that_is_being_sent_waits_and_one_that_was_never_answered_does_not(
    client, ward, administrator
):
    page, told = opened(client, "office:give-post", ward.uuid), post_of(administrator)
    client.post(page, told)
    SentPage.objects.update(led_to="")
    before = Post.objects.count()

    waiting = client.post(page, told)
    assert RUNNING in client.get(waiting.url).content.decode()
    assert Post.objects.count() == before

    SentPage.objects.update(sent_at=timezone.now() - timedelta(minutes=3))
    client.post(page, told)
    assert Post.objects.count() == before + 1


def test_what_was_sent_cannot_be_read_and_is_forgotten_after_a_week(client, ward, administrator):
    page, told = opened(client, "office:give-post", ward.uuid), post_of(administrator)
    client.post(page, told)
    assert "quantri" not in str(list(SentPage.objects.values()))
    SentPage.objects.update(sent_at=timezone.now() - timedelta(days=8))

    client.post(opened(client, "office:give-post", ward.uuid), told)

    assert SentPage.objects.count() == 1
