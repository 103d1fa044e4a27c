"""What holds for every address: signs that no database can hold, and whose the answer is."""

import logging
from urllib.parse import quote
from uuid import uuid4

import pytest
from axes.models import AccessAttempt
from django.core.signing import dumps
from django.urls import get_resolver, reverse

from tests import build

pytestmark = pytest.mark.django_db
SIGNS = ["%00", "%01", "%1b[2J", "%7f", "%c2%85", "%ee%80%80", "%f0%9f%bf%bf"]
KNOWN = {"uuid": uuid4, "str": lambda: "meetings", "int": lambda: 3, "slug": lambda: "a"}


def signed_in(client, user):
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")
    return client


@pytest.fixture
def clerk(client):
    """Return the browser of who keeps the records of a province."""
    client.user = build.clerk(build.root(), right="admin")
    return signed_in(client, client.user)


def addresses():
    """Yield every address of the site, filled with what may stand in it."""
    for pattern in every_pattern(get_resolver().url_patterns):
        text = "/"
        for part in pattern.split("/"):
            sort = part.strip("<>").partition(":")[0]
            text += f"{KNOWN[sort]()}/" if part.startswith("<") else f"{part}/" if part else ""
        yield text


def every_pattern(patterns, before=""):
    for each in patterns:
        whole = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from every_pattern(each.url_patterns, whole)
        else:
            yield whole


def test_nobody_keeps_a_page_of_who_signed_in_whatever_the_address(clerk):
    unit = clerk.user.posts.get().unit
    asked = [*addresses(), reverse("desk:unit", args=[unit.uuid]), reverse("desk:units")]
    asked += [reverse("reports:layout-file", args=[unit.uuid])]

    told = {}
    for address in asked:
        answer = clerk.get(address)
        kept = answer.headers.get("Cache-Control", "")
        is_empty = answer.status_code == 405  # asked before it is asked who is there
        told[address] = is_empty or ("private" in kept and "no-store" in kept)
        if "thoat" in address or "dang-xuat" in address:
            signed_in(clerk, clerk.user)

    assert len(told) > 40
    assert [address for address, is_so in told.items() if not is_so] == []


def test_styles_and_pictures_may_be_kept(clerk):
    assert "no-store" not in clerk.get("/static/base.css").headers["Cache-Control"]


@pytest.mark.parametrize("sign", SIGNS)
def test_an_address_with_a_sign_that_no_database_holds_leads_nowhere(clerk, sign):
    unit = clerk.user.posts.get().unit.uuid
    asked = [
        f"/the/{sign}abc/", f"/don-vi/?q={sign}", f"/don-vi/?{sign}=q", f"/{sign}",
        f"/don-vi/{unit}/so-lieu/meetings{sign}/", f"/don-vi/{unit}/chua-co-so/{sign}/",
        f"/don-vi/{unit}/?from={sign}&to=2025-01-01", f"/dang-nhap/?next=/{sign}",
    ]  # fmt: skip

    assert [clerk.get(address).status_code for address in asked] == [404] * len(asked)


def test_an_address_longer_than_any_page_asks_for_leads_nowhere(clerk):
    assert clerk.get("/don-vi/?q=" + "a" * 60_000).status_code == 404
    assert clerk.get("/the/" + "a" * 5_000 + "/").status_code == 404
    assert clerk.get("/don-vi/?q=" + quote("Chi bộ ấp Đông") + "%0A").status_code == 200


def test_half_a_character_and_numbers_beyond_every_column_break_nothing(clerk):
    reading = f"/doc/{uuid4()}/so/{'9' * 30}/"
    asked = ["/don-vi/?q=%ED%A0%80", "/the/%ED%A0%80/", reading, "/don-vi/?page=" + "9" * 40]

    assert all(clerk.get(address).status_code < 500 for address in asked)


@pytest.mark.parametrize("key", ['"\\000abcdefgh"', "a:b:cdefgh", "\xc4\x91" * 8, "x" * 3000])
def test_a_cookie_that_nobody_here_wrote_signs_nobody_in(client, key):
    answer = client.get(reverse("desk:first"), headers={"cookie": f"sessionid={key}"})

    assert answer.status_code == 302


def test_a_session_kept_by_the_browser_ends_after_an_hour(client, monkeypatch):
    held = {"_auth_user_id": "1"}
    monkeypatch.setattr("time.time", lambda: 1_000_000.0)
    client.cookies["sessionid"] = dumps(held, salt="lantoa.people.room")
    monkeypatch.undo()

    assert client.get(reverse("desk:first")).status_code == 302


@pytest.mark.parametrize("typed", ["MatKhauBiMat2026", "matkhau\x00bimat", "mật khẩu bí mật"])
def test_a_password_typed_for_a_name_stays_nowhere(client, caplog, typed):
    for _ in range(2):
        client.post(reverse("desk:sign-in"), {"username": typed, "password": "không đúng"})

    tried = [str(value) for row in AccessAttempt.objects.values() for value in row.values()]
    kept = " ".join([*tried, *(record.getMessage() for record in caplog.records)]).lower()
    assert typed.lower() not in kept
    assert typed.split("\x00")[0].lower() not in kept


def test_tries_against_one_name_are_still_counted_together(client):
    for typed in ("van-thu", " Van-Thu "):
        client.post(reverse("desk:sign-in"), {"username": typed, "password": "không đúng"})

    assert [row.failures_since_start for row in AccessAttempt.objects.all()] == [2]


def line_of(caplog):
    """Return the one line that the log holds of a refusal, as the console writes it."""
    [console] = [each for each in logging.getLogger().handlers if each.filters]
    [record] = [each for each in caplog.records if each.name == "django.request"]
    assert console.filter(record)
    return console.format(record)


def test_a_refusal_is_one_line_with_the_account_by_its_identity(clerk, caplog):
    clerk.get(reverse("desk:unit", args=[uuid4()]))

    line = line_of(caplog)
    assert "403 Forbidden" in line
    assert line.endswith(f" account={clerk.user.uuid}")
    assert "\n" not in line
    assert clerk.user.username not in line


def test_the_token_of_a_card_is_in_no_log(client, caplog):
    client.get(reverse("phone:card", args=["khongcothenao"]))

    assert "khongcothenao" not in line_of(caplog)
