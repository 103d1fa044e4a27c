"""What nobody types into the boxes of the office is answered in words, box by box."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lantoa.guidance.operations import adopt_known
from lantoa.posts.models import Post
from lantoa.posts.operations import issue_cards, open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.records.record.kinds import counted_kinds
from lantoa.units.models import Kind
from tests import build
from tests.odd import ODD, answers_in_words, boxes

pytestmark = pytest.mark.django_db
PASSWORD = "lantoa.people.access.PasswordSignIn"


@pytest.fixture
def office(client):
    """A ward with an administrator who has signed in, a cell with its card, and a clerk."""
    adopt_known()
    ward = build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")
    administrator = build.clerk(ward, Post.Right.ADMIN, username="quantri")
    clerk = build.clerk(ward, username="vanthu")
    at, on = timezone.now(), timezone.localdate()
    cells = open_cells(ward, [NewCell("Chi bộ 1", Kind.CELL)], by=administrator, at=at, on=on)
    issue_cards(units=cells, by=administrator, at=at, on=on)
    client.force_login(administrator, backend=PASSWORD)
    return ward, cells[0], clerk


def pages(office):
    """Return the pages with boxes, and where each sends."""
    ward, cell, clerk = office
    account, kind = [ward.uuid, clerk.uuid], counted_kinds()[0].code
    post = Post.objects.get(user=clerk)
    shown = {
        "open-account": [ward.uuid], "give-post": [ward.uuid], "open-cells": [ward.uuid],
        "oblige": [ward.uuid, kind], "require-factor": [ward.uuid], "cards": [ward.uuid],
        "card-phones": [cell.uuid], "own-password": [], "own-factor": [], "machines": [],
        "passkeys": [], "add-passkey": [], "account": account,
    }  # fmt: skip
    sends = {"account": [("new-password", account), ("switch-account", account),
                         ("end-post", [ward.uuid, post.uuid]), ("reset-factor", account)],
             "cards": [("cards", [ward.uuid]), ("card-sheet", [ward.uuid])]}  # fmt: skip
    for name, args in shown.items():
        for to, of in sends.get(name, [(name, args)]):
            yield reverse(f"office:{name}", args=args), reverse(f"office:{to}", args=of)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_each_box_of_the_office_answers_in_words(client, office, odd):
    for shown, to in pages(office):
        names = boxes(client.get(shown).content.decode())
        assert names or "ma-xac-nhan" in shown or "may-dang-nhap" in shown, shown
        answers_in_words(client, to, names=names, odd=odd)
        client.force_login(Post.objects.get(user__username="quantri").user, backend=PASSWORD)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_signing_in_answers_in_words(office, odd):
    stranger = Client()
    for page, names in (
        (reverse("desk:sign-in"), ["username", "password", "next"]),
        (reverse("desk:second-factor"), ["code", "answer"]),
        (reverse("phone:card", args=["khong-co"]), ["code", "called", "instead"]),
        (reverse("phone:leave"), ["next"]),
    ):
        answers_in_words(stranger, page, names=names, odd=odd)


HEADERS = [
    "user-agent", "referer", "accept", "accept-language", "x-request-id", "x-forwarded-for",
    "x-forwarded-proto", "cookie", "if-modified-since", "authorization", "origin",
]  # fmt: skip


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_of_odd_signs_is_no_fault(client, office, name):
    ward, *_ = office
    odds = ["\x00", "\u202e", "\u200b", "\x80\xff", "x" * 10_000, "=;,\"'", "é\ud800"]
    for page in ("/", reverse("office:cards", args=[ward.uuid]), reverse("desk:sign-in")):
        for odd in odds:
            as_servers_tell = odd.encode("utf-8", "surrogatepass").decode("latin-1")
            told = {f"HTTP_{name.upper().replace('-', '_')}": as_servers_tell}
            assert client.get(page, **told).status_code < 500
            assert client.post(page, {"name": "x"}, **told).status_code < 500


@pytest.mark.parametrize("host", ["\x00", "a b", "x" * 10_000, "", "é", "khac.vn"])
def test_another_host_is_refused_in_words(client, office, host):
    answer = client.get("/", HTTP_HOST=host)

    assert answer.status_code in {302, 400}
