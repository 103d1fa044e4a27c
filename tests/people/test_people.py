"""Accounts, cards and the ways to sign in."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from lantoa.people.access import (
    CardRefused,
    CardSignIn,
    digits,
    is_locked,
    live_card,
    open_card,
)
from lantoa.people.models import Card, User
from lantoa.people.operations import (
    cancel_cards,
    change_password,
    issue_cards,
    open_account,
    open_card_accounts,
    propose_password,
    switch_account,
)
from tests import build

pytestmark = [pytest.mark.django_db, pytest.mark.unsealed]


def sign_in(username, password):
    request = RequestFactory().post("/", REMOTE_ADDR="127.0.0.1")
    return authenticate(request, username=username, password=password)


def new_card(user=None):
    by = build.recorder()
    users = [user] if user else open_card_accounts(["Chi bộ 1"])
    return issue_cards(users=users, by=by, at=build.NOW)[0]


def wrong(card):
    return f"{(int(digits(card)) + 1) % 1_000_000:06d}"


@pytest.mark.parametrize(
    ("username", "password", "enters"),
    [
        ("vanthu", build.PASSWORD, True),
        ("vanthu", "khác", False),
        ("khongco", build.PASSWORD, False),
        ("", "", False),
    ],
)
def test_people_sign_in_with_name_and_password(username, password, enters):
    person = build.person("vanthu")

    found = sign_in(username, password)

    assert found == (person if enters else None)


def test_an_account_switched_off_does_not_sign_in():
    person = build.person("vanthu")
    switch_account(user=person, is_active=False)

    assert sign_in("vanthu", build.PASSWORD) is None


def test_the_account_of_a_card_signs_in_with_no_password_even_if_it_had_one():
    (account,) = open_card_accounts(["Chi bộ 1"])
    account.set_password(build.PASSWORD)
    account.save()

    assert sign_in(account.username, build.PASSWORD) is None
    assert CardSignIn().authenticate(None, username=account.username) is None


@pytest.mark.parametrize(
    ("wrong_part", "place"),
    [
        ({"username": "Trần"}, "username"),
        ({"username": "co.roi"}, "username"),
        ({"name": ""}, "name"),
        ({"password": "ngắn"}, None),
    ],
)
def test_a_wrong_account_is_refused_at_its_place(wrong_part, place):
    build.person("co.roi")
    asked = {"username": "moi", "name": "Mới", "password": "mật khẩu thật dài 2026"} | wrong_part

    with pytest.raises(ValidationError) as refused:
        open_account(**asked)

    assert place is None or place in refused.value.message_dict


def test_a_password_easy_to_guess_does_not_replace_a_good_one():
    person = build.person("vanthu")

    with pytest.raises(ValidationError):
        change_password(user=person, password="vanthu")

    assert sign_in("vanthu", build.PASSWORD) == person


def test_proposed_passwords_differ_and_can_be_copied_by_hand():
    proposed = {propose_password() for _ in range(200)}

    assert len(proposed) == 200
    assert all(len(each) == 19 and not set(each) & set("0o1l") for each in proposed)


def test_digits_are_six_and_belong_to_the_token_and_the_secret(settings):
    card, other = new_card(), new_card()
    here = digits(card)

    settings.SECRET_KEY = "another installation"

    assert len(here) == 6
    assert here.isdigit()
    assert {here, digits(other)} - {digits(card)} == {here, digits(other)}


def test_the_right_digits_open_the_account_and_forget_wrong_tries():
    card = new_card()
    with pytest.raises(CardRefused):
        open_card(token=card.token, code=wrong(card), at=build.NOW)

    user = open_card(token=card.token, code=digits(card), at=build.NOW)

    card.refresh_from_db()
    assert user == card.user
    assert (card.wrong_tries, card.first_used_at, card.last_used_at) == (0, build.NOW, build.NOW)


def test_ten_wrong_tries_lock_a_card_for_the_right_digits_too():
    card = new_card()
    codes = []
    for _ in range(10):
        with pytest.raises(CardRefused) as refused:
            open_card(token=card.token, code=wrong(card), at=build.NOW)
        codes.append(refused.value.code)

    with pytest.raises(CardRefused, match="đã khóa"):
        open_card(token=card.token, code=digits(card), at=build.NOW)

    assert codes == ["wrong"] * 9 + ["locked"]
    assert is_locked(Card.objects.get(pk=card.pk))


def test_looking_at_a_card_costs_no_try():
    card = new_card()

    assert live_card(card.token) == card
    assert live_card(card.token).wrong_tries == 0


@pytest.mark.parametrize("why", ["cancelled", "off", "locked", "unknown"])
def test_a_card_that_opens_nothing_says_so_before_it_is_tried(why):
    card = new_card()
    if why == "cancelled":
        cancel_cards(users=[card.user], at=build.NOW)
    if why == "off":
        switch_account(user=card.user, is_active=False)
    if why == "locked":
        Card.objects.update(wrong_tries=10)

    with pytest.raises(CardRefused) as refused:
        live_card("unknown" if why == "unknown" else card.token)

    assert refused.value.code == ("locked" if why == "locked" else "gone")


def test_a_new_card_ends_the_one_before_and_the_sessions_opened_with_it():
    old = new_card()
    before = User.objects.get(pk=old.user.pk).get_session_auth_hash()

    fresh = new_card(old.user)

    assert User.objects.get(pk=old.user.pk).get_session_auth_hash() != before
    assert live_card(fresh.token) == fresh
    with pytest.raises(CardRefused):
        live_card(old.token)


def test_an_address_can_be_typed_by_hand_in_capitals_too():
    card = new_card()

    assert len(card.token) == 12
    assert not set(card.token) & set("0o1lABCXYZ-_")
    assert live_card(card.token.upper()) == card


def test_card_accounts_come_in_the_order_of_their_names():
    users = open_card_accounts([f"Chi bộ {n}" for n in range(30)])

    assert [user.name for user in users] == [f"Chi bộ {n}" for n in range(30)]
    assert all(user.is_card and not user.has_usable_password() for user in users)
