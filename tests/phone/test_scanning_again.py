"""Who holds a card scans it again; no page that asks for a password stands in the way."""

import pytest
from django.conf import settings
from django.urls import reverse

from lantoa.people.phones import COOKIE
from tests import build
from tests.drafts.typing import end_sessions
from tests.people.codes import give_password, is_in
from tests.phone.cards import scanned, text, type_in

pytestmark = pytest.mark.django_db


def form_of(cell):
    return reverse("meetings:record", args=[cell.uuid])


def asked_again(client, url):
    """Ask for a page and follow where it leads; return the addresses, and the last page."""
    answer = client.get(url, follow=True)
    return [each for each, _ in answer.redirect_chain], answer


def test_a_form_asked_for_without_a_session_asks_for_the_card_and_comes_back(client, card, cells):
    type_in(client, card)
    end_sessions()

    way, page = asked_again(client, form_of(cells[0]))

    assert "Quét lại thẻ" in text(page)
    assert 'type="password"' not in text(page)
    assert way[-1].startswith(reverse("phone:leave"))
    assert type_in(client, card).url == form_of(cells[0])
    assert client.get(form_of(cells[0])).status_code == 200


def test_so_does_a_phone_whose_session_cookie_is_gone(client, card, cells):
    type_in(client, card)
    del client.cookies[settings.SESSION_COOKIE_NAME]

    _, page = asked_again(client, form_of(cells[0]))

    assert "Quét lại thẻ" in text(page)


def test_the_page_is_opened_once(client, card, cells):
    type_in(client, card)
    end_sessions()
    asked_again(client, form_of(cells[0]))
    type_in(client, card)

    assert client.get(scanned(card)).url == reverse("phone:home")


@pytest.mark.parametrize(
    "page", ["https://khac.vn/", "//khac.vn/", "javascript:x", "/" + "x" * 2000, "\\\\khac.vn", ""]
)
def test_a_page_of_others_is_not_gone_to(client, card, page):
    client.get(reverse("phone:leave"), {"next": page})

    assert type_in(client, card).url == reverse("phone:home")


def test_a_cookie_that_we_did_not_sign_is_nothing(client, card, cells):
    client.cookies[COOKIE] = "1"

    _, page = asked_again(client, form_of(cells[0]))

    assert 'type="password"' in text(page)


def test_a_phone_of_a_card_may_ask_for_the_page_of_passwords_and_is_one_no_more(
    client, card, cells, clerk
):
    type_in(client, card)
    end_sessions()
    page = client.get(reverse("phone:leave"))
    by_password = f"{reverse('desk:sign-in')}?mat-khau=1"
    assert by_password in text(page)
    assert 'type="password"' in text(client.get(by_password))

    give_password(client, clerk)
    assert is_in(client)
    client.post(reverse("desk:sign-out"))

    assert 'type="password"' in text(client.get(reverse("desk:sign-in")))


def test_a_phone_that_opened_its_card_before_this_was_noted_learns_it_from_its_first_page(
    client, card, cells
):
    type_in(client, card)
    del client.cookies[COOKIE]
    client.get(reverse("phone:home"))
    end_sessions()

    _, page = asked_again(client, form_of(cells[0]))

    assert "Quét lại thẻ" in text(page)


def test_a_machine_of_passwords_still_meets_its_page(client, clerk, cells):
    give_password(client, clerk)
    end_sessions()

    _, page = asked_again(client, form_of(cells[0]))

    assert 'type="password"' in text(page)
    assert build.PASSWORD not in text(page)
