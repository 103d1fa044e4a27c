"""What browsers are told, what a production installation refuses, and what is never handed out."""

import runpy
import secrets
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as held
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.urls import reverse

from lantoa.records.works.models import Proof
from tests import build
from tests.keeping import installation

SETTINGS = Path(held.PROJECT) / "settings.py"
SAFE = {
    "LANTOA_PRODUCTION": "1",
    "LANTOA_SECRET": "một chuỗi riêng của nơi này, không ai đoán ra được",
    "LANTOA_HOSTS": "lantoa.example.vn",
    "LANTOA_ADDRESS": "https://lantoa.example.vn",
}
MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def production(monkeypatch, tmp_path):
    """Return what the settings are under an environment."""

    def read(**environment: str) -> dict[str, Any]:
        for name in ("LANTOA_DEBUG", "LANTOA_HTTPS", "LANTOA_LOCAL_NETWORK", *SAFE):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"LANTOA_VAR": str(tmp_path)} | environment).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"LANTOA_DEBUG": "1"}, "LANTOA_DEBUG phải tắt"),
        ({"LANTOA_SECRET": held.DEFAULT_SECRET}, "LANTOA_SECRET phải là chuỗi riêng"),
        ({"LANTOA_SECRET": "ngắn"}, "từ 40 ký tự"),
        ({"LANTOA_HTTPS": "0"}, "phải có HTTPS"),
        ({"LANTOA_HOSTS": "*"}, "LANTOA_HOSTS phải nêu rõ"),
        ({"LANTOA_SECRET": "k" * 64}, "lặp đi lặp lại"),
        ({"LANTOA_SECRET": "matkhau12345" * 5}, "lặp đi lặp lại"),
        ({"LANTOA_SECRET": "1234567890" * 4}, "lặp đi lặp lại"),
        ({"LANTOA_ADDRESS": "http://127.0.0.1:8000"}, "LANTOA_ADDRESS chưa đặt"),
        ({"LANTOA_ADDRESS": "http://127.0.0.1:8000/"}, "LANTOA_ADDRESS chưa đặt"),
        ({"LANTOA_ADDRESS": "http://lantoa.example.vn"}, "phải bắt đầu bằng https://"),
        ({"LANTOA_ADDRESS": "lantoa.example.vn"}, "phải là địa chỉ đầy đủ"),
    ],
)
def test_an_unsafe_production_installation_does_not_start(production, change, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        production(**SAFE | change)


def test_a_production_installation_insists_on_https(production):
    made = production(**SAFE)

    assert not made["DEBUG"]
    assert made["SECURE_SSL_REDIRECT"]
    assert made["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert made["SESSION_COOKIE_SECURE"]
    assert made["CSRF_COOKIE_SECURE"]
    assert made["ALLOWED_HOSTS"] == ["lantoa.example.vn"]
    assert made["STORAGES"]["staticfiles"]["BACKEND"] == MANIFEST


def test_a_local_network_may_do_without_https_when_it_says_so(production):
    made = production(**SAFE | {"LANTOA_HTTPS": "0", "LANTOA_LOCAL_NETWORK": "1"})

    assert not made["SECURE_SSL_REDIRECT"]
    assert made["SECURE_HSTS_SECONDS"] == 0
    assert not made["SESSION_COOKIE_SECURE"]


def test_a_local_network_may_print_an_address_without_https_when_it_says_so(production):
    plain = {"LANTOA_ADDRESS": "http://lantoa.lan", "LANTOA_LOCAL_NETWORK": "1"}

    assert production(**SAFE | plain)["ADDRESS"] == "http://lantoa.lan"


@pytest.mark.parametrize("make", [secrets.token_urlsafe, secrets.token_hex])
@pytest.mark.parametrize("length", [30, 48, 500])
def test_a_secret_that_a_machine_made_is_taken(production, make, length):
    assert production(**SAFE | {"LANTOA_SECRET": make(length)})["PRODUCTION"]


def test_on_a_desk_everything_works_without_https(production):
    made = production()

    assert not made["SECURE_SSL_REDIRECT"]
    assert not made["SESSION_COOKIE_SECURE"]


def policy_of(answer: Any) -> dict[str, list[str]]:
    """Return the content security policy of an answer, by directive."""
    lines = answer.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (line.split() for line in lines if line.strip())}


@pytest.mark.django_db
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_tells_browsers_to_load_nothing_from_elsewhere(client, signed_in):
    if signed_in:
        user = build.clerk(build.root())
        client.force_login(user, backend="lantoa.people.access.PasswordSignIn")

    answer = client.get(reverse("desk:units" if signed_in else "desk:sign-in"))

    policy = policy_of(answer)
    assert answer.status_code == 200
    assert policy["default-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert policy["form-action"] == ["'self'"]
    assert not any(word in answer.headers["Content-Security-Policy"] for word in ("unsafe", "http"))
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.fixture
def served(settings, production, client, tmp_path):
    """Return a client of a production installation, its static files collected."""
    made = production(**SAFE)
    for name, value in made.items():
        if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE", "WHITENOISE", "STORAGES")):
            setattr(settings, name, value)
    settings.ALLOWED_HOSTS = made["ALLOWED_HOSTS"]
    settings.STATIC_ROOT = tmp_path / "static"
    call_command("collectstatic", verbosity=0, interactive=False)
    client.defaults["HTTP_HOST"] = "lantoa.example.vn"
    return client


def test_plain_http_is_sent_to_https(served):
    answer = served.get("/dang-nhap/")

    assert answer.status_code == 301
    assert answer.headers["Location"] == "https://lantoa.example.vn/dang-nhap/"


@pytest.mark.django_db
def test_a_production_page_is_for_https_only_and_so_are_its_cookies(served):
    answer = served.get("/dang-nhap/", secure=True)

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    cookie = answer.cookies["csrftoken"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"

    build.clerk(build.root(), username="van-thu")
    entered = served.post(
        "/dang-nhap/", {"username": "van-thu", "password": build.PASSWORD}, secure=True
    )
    session = entered.cookies["sessionid"]
    assert session["secure"]
    assert session["httponly"]


@pytest.mark.django_db
def test_static_files_are_served_under_names_that_change_with_their_content(served):
    page = served.get("/dang-nhap/", secure=True).content.decode()
    [address] = [part for part in page.split('"') if part.startswith("/static/base.")]

    answer = served.get(address, secure=True)

    assert address != "/static/base.css"
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert served.get("/static/../lantoa.sqlite3", secure=True).status_code == 404


@pytest.mark.django_db
def test_proofs_are_handed_out_by_their_own_page_only(client):
    cell = build.unit("Chi bộ")
    work = build.work(at=cell, on=installation.SPRING)
    proof = installation.prove(work, by=build.recorder())
    name = Proof.objects.get(pk=proof.pk).file.name
    client.force_login(build.clerk(cell), backend="lantoa.people.access.PasswordSignIn")

    guesses = [f"/{name}", f"/media/{name}", f"/proofs/{name}", f"/static/../proofs/{name}"]

    assert [client.get(guess).status_code for guess in guesses] == [404] * len(guesses)
    assert client.get(reverse("works:proof", args=[proof.uuid])).status_code == 200
