"""Wrong tries make the next one wait; nobody is kept out for good, and nobody by others."""

import contextlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from lantoa.people.access import digits
from lantoa.people.models import Slowing
from lantoa.people.slowing import (
    BY_ADDRESS,
    BY_BROWSER,
    BY_NAME,
    BY_NAME_AND_ADDRESS,
    TooSoon,
    counted_address,
    counted_strangers,
    slowed,
)
from lantoa.posts.operations import issue_cards, open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.units.models import Kind
from tests import build

PACES = [BY_ADDRESS, BY_BROWSER, BY_NAME, BY_NAME_AND_ADDRESS]
VILLAGE, ELSEWHERE = "203.0.113.5", "198.51.100.9"
WRONG = "không phải mật khẩu"


@pytest.fixture(autouse=True)
def behind_a_proxy(settings):
    settings.PROXIES = 1


@pytest.mark.parametrize("pace", PACES)
@given(tries=st.integers(0, 10_000))
def test_a_wait_only_grows_with_the_tries_and_never_past_its_bound(pace, tries):
    assert 0 <= pace.wait(tries) <= pace.wait(tries + 1) <= pace.longest <= 600
    assert (pace.wait(tries) == 0) == (tries < pace.free)
    assert pace.wait(tries + 1) <= max(1, 2 * pace.wait(tries))


@pytest.mark.parametrize("pace", PACES)
def test_tries_are_forgotten_one_by_one(pace):
    quiet = timedelta(seconds=pace.forgotten)

    assert pace.left(7, quiet=quiet - timedelta(seconds=1)) == 7
    assert pace.left(7, quiet=quiet) == 6
    assert pace.left(7, quiet=quiet * 50) == 0


def sign_in(client, name, password=WRONG, *, at=VILLAGE):
    sent = {"username": name, "password": password}
    return client.post(reverse("desk:sign-in"), sent, HTTP_X_FORWARDED_FOR=at)


def leave(client):
    client.post(reverse("desk:sign-out"))


@pytest.mark.django_db
def test_the_sixth_wrong_password_for_a_name_waits_and_is_told_how_long(client):
    build.person("an")

    answers = [sign_in(client, "an") for _ in range(6)]

    assert [each.status_code for each in answers] == [200] * 5 + [429]
    assert answers[5]["Retry-After"] == "1"
    assert "Xin chờ 1 giây rồi thử lại" in answers[5].content.decode()
    assert 'value="an"' in answers[5].content.decode()


@pytest.mark.django_db
def test_sixty_names_sprayed_from_one_address_are_slowed(client):
    codes = [sign_in(client, f"ten{number}").status_code for number in range(60)]

    assert codes[:20] == [200] * 20
    assert codes.count(429) == 40


@pytest.mark.django_db
def test_a_right_password_never_counts_against_the_address(client):
    for number in range(60):
        build.person(f"nguoi-xa-{number}")
        answer = sign_in(client, f"nguoi-xa-{number}", build.PASSWORD)
        assert answer.status_code == 302
        client.cookies.clear()

    assert set(Slowing.objects.values_list("tries", flat=True)) == {0}


@pytest.mark.django_db
def test_a_browser_that_signed_in_before_gets_in_whatever_others_try(client):
    build.person("an")
    sign_in(client, "an", build.PASSWORD)
    leave(client)
    stranger = type(client)()
    for number in range(30):
        sign_in(stranger, "an")
        sign_in(stranger, f"ten{number}")

    assert sign_in(stranger, "an", build.PASSWORD).status_code == 429
    assert sign_in(client, "an", build.PASSWORD).status_code == 302


@pytest.mark.django_db
def test_a_browser_is_known_for_the_names_it_signed_in_under_only(client):
    build.person("an"), build.person("binh")
    sign_in(client, "an", build.PASSWORD)
    leave(client)

    codes = [sign_in(client, "binh").status_code for _ in range(6)]

    assert codes[5] == 429
    assert sign_in(client, "an", build.PASSWORD).status_code == 302


@pytest.mark.django_db
def test_a_known_browser_that_guesses_is_slowed_too(client):
    build.person("an")
    sign_in(client, "an", build.PASSWORD)
    leave(client)

    codes = [sign_in(client, "an").status_code for _ in range(11)]

    assert codes == [200] * 10 + [429]


@pytest.mark.django_db
def test_a_forged_memory_of_a_browser_is_not_believed(client):
    build.person("an")
    client.cookies["lantoa_known"] = "WyJhIl0:1:xx"

    codes = [sign_in(client, "an").status_code for _ in range(6)]

    assert codes[5] == 429


@pytest.mark.django_db
def test_a_name_tried_from_one_address_still_gets_in_from_another(client):
    build.person("an")
    for _ in range(8):
        sign_in(client, "an", at=ELSEWHERE)

    assert sign_in(client, "an", build.PASSWORD, at=VILLAGE).status_code == 302


@pytest.mark.django_db
def test_after_its_wait_the_next_try_is_looked_at_and_refusals_add_nothing():
    by = counted_strangers(name="an", address=VILLAGE)
    at = build.NOW
    for _ in range(5):
        wrong(by, at=at)
    for _ in range(50):
        with pytest.raises(TooSoon):
            wrong(by, at=at)

    with slowed(by, at=at + timedelta(seconds=1)):
        pass


def wrong(by, *, at):
    with contextlib.suppress(ValidationError), slowed(by, at=at):
        raise ValidationError("sai")


@pytest.mark.django_db
def test_what_nobody_looked_at_is_not_counted():
    by = counted_address(VILLAGE)
    for _ in range(50):
        with pytest.raises(RuntimeError), slowed(by, at=build.NOW):
            raise RuntimeError

    assert set(Slowing.objects.values_list("tries", flat=True)) == {0}


@pytest.mark.django_db
def test_a_right_try_amid_wrong_ones_leaves_the_wait_as_it_was():
    by, later = counted_address(VILLAGE), build.NOW + timedelta(seconds=90)
    for _ in range(20):
        wrong(by, at=build.NOW)
    before = list(Slowing.objects.values_list("tries", "last_at"))

    with slowed(by, at=later):
        pass

    assert list(Slowing.objects.values_list("tries", "last_at")) == before


@pytest.mark.django_db
def test_neither_names_nor_addresses_are_kept_and_counts_go_after_a_day():
    wrong(counted_strangers(name="an", address=VILLAGE), at=build.NOW)
    keys = "".join(Slowing.objects.values_list("key", flat=True))

    wrong(counted_address(ELSEWHERE), at=build.NOW + timedelta(days=1, seconds=1))

    assert "an" not in keys.split()
    assert VILLAGE not in keys
    assert Slowing.objects.count() == 1


@pytest.mark.django_db
def test_wrong_digits_over_many_cards_are_slowed_by_address(client):
    ward = build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")
    clerk = build.clerk(ward)
    names = [NewCell(f"Chi bộ khóm {n}", Kind.CELL, 20) for n in range(1, 31)]
    cells = open_cells(ward, names, by=clerk, at=build.NOW, on=build.LONG_AGO)
    cards = issue_cards(units=cells, by=clerk, at=timezone.now(), on=timezone.localdate())

    codes = [type_in(client, card, f"{(int(digits(card)) + 1) % 10**6:06d}") for card in cards]

    assert codes == [200] * 20 + [429] * 10
    assert type_in(client, cards[29], digits(cards[29]), at=ELSEWHERE) == 302


def type_in(client, card, code, *, at=VILLAGE):
    address = reverse("phone:card", args=[card.token])
    return client.post(address, {"code": code}, HTTP_X_FORWARDED_FOR=at).status_code


@pytest.mark.django_db
def test_who_hammers_is_answered_at_the_door_and_the_known_still_pass(client):
    build.person("an")
    sign_in(client, "an", build.PASSWORD)
    leave(client)
    stranger = type(client)()
    said = [sign_in(stranger, f"ten{number}").content.decode() for number in range(30)]

    assert "<form" in said[20]
    assert "<form" not in said[29]
    assert "Xin chờ" in said[29]
    assert sign_in(client, "an", build.PASSWORD).status_code == 302
