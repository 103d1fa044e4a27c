"""Who lost the second factor and has nobody above to ask is let in again from the server."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.posts.operations import factors
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.people.codes import give_code, give_password, is_in, set_up, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    ward = build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")
    return build.clerk(ward, Post.Right.ADMIN, username="quantri")


def test_a_sole_administrator_is_let_in_again_from_the_server_and_told(client, administrator):
    set_up(administrator)

    call_command("regain", "QuanTri")

    last = Entry.objects.latest("pk")
    assert (last.deed, last.actor, last.subject) == (
        "people.regain", None, str(administrator.uuid),
    )  # fmt: skip
    first = give_password(client, administrator)
    assert is_in(client)
    assert "đã bị bỏ lúc" in client.get(first.url).content.decode()
    administrator.refresh_from_db()
    set_up(administrator)
    assert User.objects.get(pk=administrator.pk).factor_taken_at is None
    client.logout()
    give_password(client, administrator)
    give_code(client, shown(administrator))
    assert "đã bị bỏ lúc" not in client.get("/").content.decode()


def test_it_is_told_for_a_month(client, administrator):
    set_up(administrator)
    factors.regain("quantri", at=timezone.now() - timedelta(days=31))

    give_password(client, administrator)

    assert "đã bị bỏ lúc" not in client.get("/").content.decode()


def test_the_command_refuses_names_that_are_nobodys_and_accounts_without_a_factor(administrator):
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("regain", "ai-do")
    with pytest.raises(CommandError, match="không có mã xác nhận"):
        call_command("regain", "quantri")
