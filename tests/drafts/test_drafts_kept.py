"""A form whose session has ended is not lost: its words wait for whoever typed them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from lantoa.drafts.models import Draft
from lantoa.drafts.operations import LONGEST, MOST, forget_old
from lantoa.people.access import digits
from lantoa.records.meetings.models import Meeting
from tests import build
from tests.drafts.typing import KEY, TYPED, end_sessions, form_of, opened, sent, text
from tests.phone.cards import scanned
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db


def sign_in_at(client, answer, user):
    """Sign in with name and password on the page that an answer leads to."""
    told = {"username": user.username, "password": build.PASSWORD}
    to = client.get(answer.url)
    return client.post(answer.url, {**told, "next": to.context["next"]})


def test_the_session_ends_while_typing_and_the_form_comes_back_filled(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()

    ended = sent(client, page)
    told = text(client.get(ended.url))
    back = sign_in_at(client, ended, clerk)
    again = text(client.get(back.url))

    assert ended.url.startswith(reverse("desk:sign-in"))
    assert "Chữ đã gõ còn nguyên" in told
    assert TYPED["topic"] not in told
    assert back.url == page[0]
    assert f"\n{TYPED['topic']}</textarea>" in again
    assert f"\n{TYPED['note']}</textarea>" in again
    assert re.search(r'name="members_present"[^>]* value="18"', again)
    assert re.search(r'value="regular"[^>]* checked', again)
    assert KEY.findall(again) == [page[2]]
    assert "chưa lưu" in again
    assert not Meeting.objects.exists()


def test_what_came_back_is_saved_once_and_then_forgotten(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, clerk)

    for _ in range(2):
        sent(client, opened(client, page[0]))

    assert Meeting.objects.count() == 1
    assert Meeting.objects.get().topic == TYPED["topic"]
    assert not Draft.objects.exists()
    assert opened(client, form_of(commune))[2] != page[2]


def test_what_is_folded_away_is_open_where_something_was_typed(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, clerk)

    again = client.get(page[0]).content.decode()

    source = again.index('name="note"')
    assert again[:source].rpartition("<details")[2].startswith(" open")
    stretch = again.index('name="first_day"')
    assert not again[:stretch].rpartition("<details")[2].startswith(" open")


def test_a_card_holder_scans_again_and_never_meets_a_password(client, card, cell):
    client.post(scanned(card), {"code": digits(card)})
    page = opened(client, form_of(cell))
    end_sessions()

    ended = sent(client, page)
    told = text(client.get(ended.url))
    back = client.post(scanned(card), {"code": digits(card)})

    assert ended.url.startswith(reverse("phone:leave"))
    assert "Quét lại thẻ" in told
    assert "soi lại thẻ" in told
    assert 'type="password"' not in told
    assert back.url == page[0]
    assert f"\n{TYPED['topic']}</textarea>" in text(client.get(back.url))


def test_signing_in_by_oneself_leads_to_what_was_typed(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)

    told = {"username": clerk.username, "password": build.PASSWORD}
    back = client.post(reverse("desk:sign-in"), told)

    assert back.url == page[0]


def test_the_next_person_on_the_machine_sees_nothing_of_it(client, clerk, commune):
    other = build.clerk(commune)
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, other)

    seen = [text(client.get(each, follow=True)) for each in ("/", page[0], form_of(commune))]

    assert [each for each in seen if TYPED["topic"] in each or "gõ lúc" in each] == []
    assert client.post(reverse("drafts:forget", args=[Draft.objects.get().uuid])).url == "/"
    assert Draft.objects.exists()


def test_a_page_that_another_account_opened_is_not_saved_in_the_name_of_who_is_there(
    client, clerk, commune
):
    page = opened(client, form_of(commune))
    other = build.clerk(commune)
    sign_in(client, other)

    answer = sent(client, page)
    told = text(client.get(answer.url))

    assert not Meeting.objects.exists()
    assert "tài khoản khác" in told
    assert TYPED["topic"] not in told
    assert Draft.objects.get().user == clerk


@pytest.mark.parametrize("seal", ["", "x", "WyIwIiwiLyJd:1abc:xyz", "\x00"])
def test_without_a_seal_of_ours_nothing_is_kept(client, clerk, commune, seal):
    address, _, key = opened(client, form_of(commune))
    end_sessions()

    answer = sent(client, (address, seal, key))

    assert answer.url.startswith(reverse("desk:sign-in"))
    assert not Draft.objects.exists()


@pytest.mark.unsealed
def test_nothing_is_kept_for_an_account_that_was_switched_off(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    type(clerk).objects.filter(pk=clerk.pk).update(is_active=False)

    sent(client, page)

    assert not Draft.objects.exists()


def test_the_same_page_twice_is_kept_once_with_the_latest_words(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()

    for topic in ("một", "hai"):
        sent(client, page, topic=topic)

    assert '"hai"' in Draft.objects.get().content


def test_of_one_account_the_latest_ten_pages_are_kept(client, clerk, commune):
    pages = [opened(client, form_of(commune)) for _ in range(MOST + 2)]
    end_sessions()

    for number, page in enumerate(pages):
        sent(client, page, topic=f"trang {number}")

    kept = "".join(Draft.objects.values_list("content", flat=True))
    assert Draft.objects.count() == MOST
    assert 'trang 1"' not in kept
    assert 'trang 2"' in kept


@pytest.mark.parametrize("note", ["a" * LONGEST, "TỐI MẬT" + "\n" * LONGEST])
def test_what_is_longer_than_anybody_types_is_refused_in_words(client, clerk, commune, note):
    page = opened(client, form_of(commune))
    end_sessions()

    answer = sent(client, page, note=note)

    assert not Draft.objects.exists()
    assert "dài quá" in text(client.get(answer.url, follow=True))


def test_after_a_week_nothing_is_left(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, clerk)
    Draft.objects.update(kept_at=now() - timedelta(days=7))

    shown = text(client.get(page[0]))

    assert TYPED["topic"] not in shown
    assert forget_old(at=now()) == 1


def test_what_is_not_wanted_is_left_aside_with_one_tap(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, clerk)

    answer = client.post(reverse("drafts:forget", args=[Draft.objects.get().uuid]))

    assert answer.url == form_of(commune)
    assert not Draft.objects.exists()
    assert "typed_saved" in answer.cookies


def test_the_same_form_opened_again_leads_to_what_was_typed(client, clerk, commune):
    page = opened(client, form_of(commune))
    end_sessions()
    sent(client, page)
    sign_in(client, clerk)

    again = opened(client, form_of(commune))
    other = opened(client, f"{form_of(commune)}?sort=conference")

    assert again[0] == page[0]
    assert other[2] != page[2]


def test_files_have_to_be_chosen_again_and_that_is_said(client, clerk, commune, tmp_path):
    address, seal, key = opened(client, form_of(commune, "works"))
    end_sessions()
    (tmp_path / "a.txt").write_text("x")

    with (tmp_path / "a.txt").open("rb") as file:
        told = {"title": "Đắp đường", "typist": seal, "key": key, "papers": file}
        client.post(address, told)
    sign_in(client, clerk)
    page = text(client.get(address))

    assert 'value="Đắp đường"' in page or "\nĐắp đường</textarea>" in page
    assert "tệp thì phải chọn lại" in page


def test_a_refused_form_keeps_nothing_since_the_page_shows_it(client, clerk, commune):
    page = opened(client, form_of(commune))

    answer = sent(client, page, members_present="18", members_invited="3")

    assert answer.status_code == 200
    assert "typed_saved" not in answer.cookies
    assert not Draft.objects.exists()


def test_who_signed_out_on_purpose_leaves_no_words_behind_on_the_sign_in_page(client, clerk):
    client.post(reverse("desk:sign-out"))

    assert "gõ" not in text(client.get(reverse("desk:sign-in")))
