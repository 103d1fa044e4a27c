"""Passkeys: added by their owner, asked for at signing in, bound to one session and one site."""

import html
import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lantoa.people.factor import codes_left, has_second_factor
from lantoa.people.models import Passkey, User
from lantoa.people.passkeys import origin, pass_passkey, question_to_add, question_to_pass
from lantoa.posts.models import Post
from lantoa.posts.operations import factors
from lantoa.posts.operations.passkeys import add_own_passkey, drop_own_passkey
from lantoa.posts.queries.factors import is_factor_required
from lantoa.seals.touched import unsealed
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.people.authenticator import SITE, Authenticator
from tests.people.codes import is_in, set_up

pytestmark = pytest.mark.django_db
AT, ON = build.NOW, build.NOW.date()
Right = Post.Right
HTTPS = {"secure": True, "HTTP_HOST": "lantoa.example.vn"}


@pytest.fixture(autouse=True)
def _site(settings):
    settings.ADDRESS = SITE
    settings.ALLOWED_HOSTS = ["lantoa.example.vn", "testserver"]


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward):
    return build.clerk(ward, username="vanthu")


@pytest.fixture
def administrator(ward):
    return build.clerk(ward, Right.ADMIN, username="quantri")


def add(user, key=None, at=AT, name="Máy của tôi"):
    """Add a key to an account; return the key and the recovery codes that were shown."""
    key, session = key or Authenticator(), {}
    answer = key.made(question_to_add(session, user, name=name, at=at))
    return key, add_own_passkey(user, session=session, answer=answer, at=at)


def deeds():
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def question(answer):
    return html.unescape(re.search(r'data-passkey="([^"]*)"', answer.content.decode())[1])


def test_a_key_added_signs_in_as_the_second_step(client, clerk):
    key, codes = add(clerk)
    sent = {"username": clerk.username, "password": build.PASSWORD}
    client.post(reverse("desk:sign-in"), sent, **HTTPS)
    page = client.get(reverse("desk:second-factor"), **HTTPS)
    assert not is_in(client)

    answer = client.post(
        reverse("desk:second-factor"), {"answer": key.signed(question(page))}, **HTTPS
    )

    assert answer.url == "/"
    assert is_in(client)
    held = Passkey.objects.get()
    assert (held.sign_count, held.name, len(codes)) == (1, "Máy của tôi", 10)
    assert held.last_used_at is not None
    assert deeds()[-1] == "people.add_passkey"


def test_the_page_of_a_key_asks_for_the_password_first(client, clerk):
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")
    page, told = reverse("office:add-passkey"), {"name": "Khóa USB", "current": "sai"}

    assert "Mật khẩu đang dùng chưa đúng." in client.post(page, told, **HTTPS).content.decode()
    asked = client.post(page, told | {"current": build.PASSWORD}, **HTTPS)
    answer = client.post(page, {"answer": Authenticator().made(question(asked))}, **HTTPS)

    assert "Chép lại mã dự phòng" in answer.content.decode()
    assert "Khóa USB" in client.get(reverse("office:passkeys"), **HTTPS).content.decode()


def test_a_question_is_answered_once_within_five_minutes_by_its_account(clerk, administrator):
    key, _ = add(clerk)
    session = {}
    answer = key.signed(question_to_pass(session, clerk, at=AT))
    copy = dict(session)
    pass_passkey(session, clerk, answer=answer, at=AT)

    for held, user, at in (
        (session, clerk, AT),
        (copy, administrator, AT),
        (dict(copy), clerk, AT + timedelta(minutes=6)),
        ({}, clerk, AT),
    ):
        with pytest.raises(ValidationError):
            pass_passkey(held, user, answer=answer, at=at)


def test_an_answer_to_another_question_opens_nothing(clerk):
    key, _ = add(clerk)
    session, other = {}, {}
    question_to_pass(session, clerk, at=AT)
    answer = key.signed(question_to_pass(other, clerk, at=AT))

    with pytest.raises(ValidationError):
        pass_passkey(session, clerk, answer=answer, at=AT)


@pytest.mark.parametrize(
    "site",
    ["https://lantoa.example.com", "http://lantoa.example.vn", "https://a.lantoa.example.vn",
     "https://lantoa.example.vn:8443"],
)  # fmt: skip
def test_a_key_speaks_to_its_own_site_only(clerk, site):
    key, _ = add(clerk)
    key.site, session = site, {}
    answer = key.signed(question_to_pass(session, clerk, at=AT))

    with pytest.raises(ValidationError):
        pass_passkey(session, clerk, answer=answer, at=AT)
    with pytest.raises(ValidationError):
        add(clerk, Authenticator(site))


def use(user, key, *, count, at=AT):
    """Sign in with a key that tells a count."""
    key.count, session = count - 1, {}
    answer = key.signed(question_to_pass(session, user, at=at))
    pass_passkey(session, user, answer=answer, at=at)


@pytest.mark.parametrize("count", [0, 4, 5])
def test_a_count_that_does_not_go_up_is_refused(clerk, count):
    key, _ = add(clerk)
    use(clerk, key, count=5)

    with pytest.raises(ValidationError, match="sao chép"):
        use(clerk, key, count=count)

    use(clerk, key, count=6)


def test_a_key_that_does_not_count_is_taken_each_time(clerk):
    key, _ = add(clerk)

    for minutes in range(3):
        use(clerk, key, count=0, at=AT + timedelta(minutes=minutes))

    assert Passkey.objects.get().last_used_at == AT + timedelta(minutes=2)


@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[]", "null", "\x00", "[" * 5000, '{"id": 1}', "9" * 5000, "a" * 30_000],
)
def test_what_is_no_answer_is_refused_in_words(client, clerk, answer):
    add(clerk)
    session = {}
    question_to_pass(session, clerk, at=AT)

    with pytest.raises(ValidationError, match=r"khóa|Khóa"):
        pass_passkey(session, clerk, answer=answer, at=AT)


def test_wrong_keys_are_slowed_as_wrong_codes_are(client, clerk):
    add(clerk)
    sent = {"username": clerk.username, "password": build.PASSWORD}
    client.post(reverse("desk:sign-in"), sent, **HTTPS)

    page = reverse("desk:second-factor")
    told = [client.post(page, {"answer": "{}"}, **HTTPS).status_code for _ in range(6)]

    assert told == [200] * 5 + [429]


def test_one_key_belongs_to_one_account(clerk, administrator):
    key, _ = add(clerk)

    with pytest.raises(ValidationError, match="đã có chủ"):
        add(administrator, key)


def test_either_meets_what_the_unit_requires_and_the_last_one_stays(ward, clerk, administrator):
    set_up(administrator)
    factors.require_factor(ward, rights=[Right.CLERK], by=administrator, at=AT, on=ON)
    _, codes = add(clerk)
    held = Passkey.objects.get()
    assert is_factor_required(clerk, on=ON)

    with pytest.raises(ValidationError, match="yêu cầu"):
        drop_own_passkey(clerk, passkey=str(held.uuid), at=AT, on=ON)
    assert set_up(clerk, at=AT) == []
    drop_own_passkey(clerk, passkey=str(held.uuid), at=AT, on=ON)

    assert has_second_factor(clerk)
    assert codes_left(clerk) == len(codes)


def test_who_owes_a_factor_may_set_up_a_key_instead(client, ward, clerk, administrator):
    set_up(administrator)
    factors.require_factor(ward, rights=[Right.CLERK], by=administrator, at=AT, on=ON)
    sent = {"username": clerk.username, "password": build.PASSWORD}
    client.post(reverse("desk:sign-in"), sent, **HTTPS)
    assert client.get("/", **HTTPS).url == reverse("office:own-factor")

    page = reverse("office:add-passkey")
    asked = client.post(page, {"name": "Máy", "current": build.PASSWORD}, **HTTPS)
    client.post(page, {"answer": Authenticator().made(question(asked))}, **HTTPS)

    assert client.get("/", **HTTPS).status_code == 200


def test_with_the_last_factor_go_its_recovery_codes(clerk):
    _, codes = add(clerk)

    drop_own_passkey(clerk, passkey=str(Passkey.objects.get().uuid), at=AT, on=ON)

    assert (len(codes), codes_left(clerk), has_second_factor(clerk)) == (10, 0, False)


def test_new_recovery_codes_of_a_key_are_sealed_as_they_stand(client, clerk):
    _, old = add(clerk)
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")

    sent = {"renew": "1", "current": build.PASSWORD}
    shown = client.post(reverse("office:passkeys"), sent, **HTTPS).content.decode()

    assert shown.count("<li><code>") == len(old)
    assert not any(code in shown for code in old)
    assert deeds()[-1] == "people.recovery_codes"
    assert unsealed() == []


def test_nobody_removes_the_key_of_somebody_else(clerk, administrator):
    add(clerk)

    gone = drop_own_passkey(administrator, passkey=str(Passkey.objects.get().uuid), at=AT, on=ON)

    assert gone == ""
    assert Passkey.objects.exists()


@pytest.mark.parametrize(
    ("address", "host", "secure", "words"),
    [
        ("http://lantoa.example.vn", "lantoa.example.vn", False, "không mã hóa"),
        ("https://10.0.0.5", "10.0.0.5", True, "dãy số"),
        (SITE, "lantoa.khac.vn", True, "chỉ dùng được khi mở trang ở địa chỉ"),
        (SITE, "lantoa.example.vn", False, "chỉ dùng được khi mở trang ở địa chỉ"),
    ],
)
def test_where_no_key_can_be_used_the_page_says_why(
    client, settings, clerk, address, host, secure, words
):
    settings.ADDRESS, settings.ALLOWED_HOSTS = address, [host]
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")
    for page in ("office:own-factor", "office:add-passkey", "office:passkeys"):
        answer = client.get(reverse(page), secure=secure, HTTP_HOST=host)
        assert words in answer.content.decode()


def test_the_site_is_told_as_browsers_tell_it(settings):
    told = {
        "https://A.Vn/": "https://a.vn",
        "https://a.vn:443": "https://a.vn",
        "https://a.vn:8443/x": "https://a.vn:8443",
        "http://localhost:8000": "http://localhost:8000",
    }
    for address, words in told.items():
        settings.ADDRESS = address
        assert origin() == words


def test_an_administrator_takes_keys_away_with_the_digits(clerk, administrator):
    add(clerk)

    assert factors.reset_factor(clerk, by=administrator, at=AT, on=ON)

    assert not has_second_factor(User.objects.get(pk=clerk.pk))
