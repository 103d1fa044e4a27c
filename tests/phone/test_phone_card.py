"""Cards opened on a phone: what they ask, what they open, when they end."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from lantoa.people.access import YEAR_IN_SECONDS, digits
from lantoa.people.models import User
from lantoa.posts.operations import cancel_cards
from tests import build
from tests.phone.cards import issue, scanned, text, type_in, wrong

pytestmark = pytest.mark.django_db


def test_a_scanned_card_asks_for_its_digits_and_tells_nothing_of_the_unit(client, card):
    answer = client.get(scanned(card))

    assert 'inputmode="numeric"' in text(answer)
    assert 'autocomplete="one-time-code"' in text(answer)
    assert "Chi bộ khóm 1" not in text(answer)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("written", ["{0}{1}", "{0} {1}", " {0}-{1} "])
def test_the_right_digits_open_the_first_page_for_a_year(client, card, written):
    code = written.format(digits(card)[:3], digits(card)[3:])
    client.get(scanned(card))

    answer = type_in(client, card, code)

    assert answer.url == reverse("phone:home")
    assert "Chi bộ khóm 1" in text(client.get(answer.url))
    assert client.session.get_expiry_age() == YEAR_IN_SECONDS
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == YEAR_IN_SECONDS


def test_opening_a_card_gives_a_session_of_its_own(client, card, clerk):
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")
    before = client.session.session_key

    type_in(client, card)

    assert client.session.session_key != before
    assert client.session["_auth_user_backend"] == "lantoa.people.access.CardSignIn"


def test_a_card_scanned_again_on_its_own_phone_goes_on_at_once(client, card):
    type_in(client, card)

    assert client.get(scanned(card)).url == reverse("phone:home")


def test_wrong_digits_count_down_and_the_tenth_locks_the_card(client, card):
    said = [text(type_in(client, card, wrong(card))) for _ in range(10)]

    right = type_in(client, card)

    assert [
        f"còn {left} lần nhập" in words for left, words in zip(range(9, 0, -1), said, strict=False)
    ] == [True] * 9
    assert "đã khóa vì nhập sai 10 lần" in said[9]
    assert right.status_code == 403
    assert "đã khóa" in text(right)
    assert "đã khóa" in text(client.get(scanned(card)))
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "mười hai"])
def test_what_cannot_be_six_digits_is_not_counted_as_a_try(client, card, code):
    answer = type_in(client, card, code)

    card.refresh_from_db()
    assert answer.status_code == 200
    assert card.wrong_tries == 0
    assert "mistake" in text(answer)


def test_a_cancelled_card_and_one_that_never_was_get_one_answer(client, card, cells, clerk):
    cancel_cards(units=cells, by=clerk, at=timezone.now(), on=timezone.localdate())

    gone = client.get(scanned(card))
    never = client.get(reverse("phone:card", args=["never-was"]))

    assert gone.status_code == never.status_code == 403
    assert gone.content == never.content


@pytest.mark.parametrize("deed", ["reprint", "cancel"])
def test_the_phone_of_an_old_card_is_signed_out(client, card, cells, clerk, deed):
    type_in(client, card)
    assert client.get(reverse("phone:home")).status_code == 200

    if deed == "reprint":
        issue(cells[0], clerk)
    else:
        cancel_cards(units=cells[:1], by=clerk, at=timezone.now(), on=timezone.localdate())

    answer = client.get(reverse("phone:home"))
    assert answer.url.startswith(reverse("phone:leave"))
    assert client.get(scanned(card)).status_code == 403


def test_a_new_card_leaves_the_phones_of_other_cells_alone(client, card, cells, clerk):
    type_in(client, card)

    issue(cells[1], clerk)

    assert client.get(reverse("phone:home")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "desk:unit",
        "office:open-cells",
        "office:list-template",
        "office:cards",
        "office:card-sheet",
        "office:posts",
        "office:open-account",
        "office:give-post",
        "reports:ask",
    ],
)
def test_a_card_opens_no_page_of_the_desk_not_even_for_its_own_cell(
    client, card, ward, cells, name
):
    type_in(client, card)

    for unit in (ward, *cells):
        assert client.get(reverse(name, args=[unit.uuid])).status_code == 403


@pytest.mark.parametrize(
    "name", ["phone:unit", "meetings:record", "meetings:list", "works:record", "works:list"]
)
def test_a_card_opens_the_entry_pages_of_its_own_cell_only(client, card, ward, cells, name):
    type_in(client, card)

    answers = [client.get(reverse(name, args=[unit.uuid])).status_code for unit in (*cells, ward)]

    assert answers == [200, 403, 403]


def test_a_card_shows_its_own_records_and_no_others(client, card, cells):
    day = build.NOW.date()
    own, other = (build.meeting(at=cell, on=day) for cell in cells)
    work = build.work(at=cells[1], on=day)
    type_in(client, card)

    assert client.get(reverse("meetings:show", args=[own.uuid])).status_code == 200
    assert client.get(reverse("meetings:show", args=[other.uuid])).status_code == 403
    assert client.get(reverse("works:show", args=[work.uuid])).status_code == 403


@pytest.mark.parametrize("name", ["office:own-password", "desk:units"])
def test_a_card_has_no_password_and_finds_no_units(client, card, name):
    type_in(client, card)

    assert client.get(reverse(name)).status_code == 403


def test_the_first_page_of_a_card_is_the_page_of_its_cell(client, card):
    type_in(client, card)

    assert client.get("/").url == reverse("phone:home")


def test_a_card_keeps_the_year_that_began_when_it_was_opened(client, card):
    type_in(client, card)
    User.objects.filter(pk=card.user_id).update(last_login=timezone.now() - timedelta(days=30))

    answer = client.get(reverse("phone:home"))

    assert settings.SESSION_COOKIE_NAME not in answer.cookies
