"""On how many phones a card is open, how they are called, and what becomes of a lost one."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lantoa.people.access import digits
from lantoa.people.models import Card, Machine
from lantoa.posts.operations.machines import MOST_PHONES, allow_phones, name_phone, replace_phone
from lantoa.trail.models import Entry
from tests import build
from tests.phone.cards import scanned, text, type_in

pytestmark = pytest.mark.django_db
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/140.0 Mobile Safari"
PASSWORD = "lantoa.people.access.PasswordSignIn"


def by(clerk):
    return {"by": clerk, "at": timezone.now(), "on": timezone.localdate()}


def phone():
    return Client(headers={"user-agent": ANDROID})


def enter(client, card, **more):
    return client.post(scanned(card), {"code": digits(card), **more})


def is_open(client):
    return client.get(reverse("phone:home")).status_code == 200


def machine_of(client):
    return Machine.objects.get(session_key=client.session.session_key)


@pytest.fixture
def desk(clerk):
    client = Client()
    client.force_login(clerk, backend=PASSWORD)
    return client


def test_a_phone_is_proposed_a_name_and_takes_another(card):
    first = phone()
    today = timezone.localdate().strftime("%d/%m")
    assert f'value="Điện thoại Android, ngày {today}"' in text(first.get(scanned(card)))

    enter(first, card, called="Máy của bí thư")

    assert str(machine_of(first)) == "Máy của bí thư"


@pytest.mark.parametrize("called", ["\x00", "‮gnop", "\u200b", "x" * 61, "x" * 10_000])
def test_an_odd_name_is_refused_or_kept_as_it_can_be_read(card, called):
    first = phone()

    answer = enter(first, card, called=called)

    assert answer.status_code in {200, 302}
    if answer.status_code == 302:
        kept = str(machine_of(first))
        assert len(kept) <= 60
        assert not set("\x00\u202e\u200b").intersection(kept)


def test_a_card_is_open_on_one_phone_and_the_next_is_asked_which_leaves(card):
    first, second = phone(), phone()
    enter(first, card, called="Máy cũ")

    asked = enter(second, card, called="Máy mới")

    assert "Thẻ này mở được trên 1 máy và đã mở đủ" in text(asked)
    assert "Máy cũ, dùng lần cuối ngày" in text(asked)
    assert 'value="Máy mới"' in text(asked)
    assert (is_open(first), is_open(second)) == (True, False)

    enter(second, card, called="Máy mới", instead=str(machine_of(first).uuid))

    assert (is_open(first), is_open(second)) == (False, True)
    assert Entry.objects.latest("pk").deed == "people.leave_machines"


def test_wrong_digits_tell_nothing_of_other_phones(card):
    enter(phone(), card, called="Máy cũ")

    answer = type_in(phone(), card, "000000" if digits(card) != "000000" else "111111")

    assert "Máy cũ" not in text(answer)


def test_the_phone_of_another_card_cannot_be_made_to_leave(card, cells, clerk):
    from tests.phone.cards import issue

    other = phone()
    enter(other, issue(cells[1], clerk))
    enter(phone(), card)

    enter(phone(), card, instead=str(machine_of(other).uuid))

    assert is_open(other)


def test_the_same_phone_scanned_again_stands_in_its_own_way_no_more(settings, card):
    first = phone()
    enter(first, card)
    del first.cookies[settings.SESSION_COOKIE_NAME]

    answer = enter(first, card)

    assert answer.url == reverse("phone:home")
    assert is_open(first)
    assert Machine.objects.count() == 1


def test_a_clerk_lets_a_card_be_open_on_two_phones(desk, card, cells):
    page = reverse("office:card-phones", args=[cells[0].uuid])
    first, second, third = phone(), phone(), phone()
    assert desk.post(page, {"count": "2"}).status_code == 302

    for each in (first, second, third):
        enter(each, card)

    assert [is_open(each) for each in (first, second, third)] == [True, True, False]
    last = Entry.objects.latest("pk")
    assert (last.deed, last.before, last.after) == (
        "units.allow_phones", '{"phones":1}', '{"phones":2}',
    )  # fmt: skip


@pytest.mark.parametrize("count", ["0", str(MOST_PHONES + 1), "", "hai", "\x00", "9" * 10_000])
def test_other_counts_are_refused_beside_the_box(desk, card, cells, count):
    answer = desk.post(reverse("office:card-phones", args=[cells[0].uuid]), {"count": count})

    assert answer.status_code == 200
    assert "Chọn" in text(answer)


def test_the_operation_refuses_what_no_unit_may_have(ward, cells, card, clerk):
    for count in (0, MOST_PHONES + 1):
        with pytest.raises(ValidationError):
            allow_phones(cells[0], count=count, **by(clerk))
    with pytest.raises(ValidationError, match="chưa có thẻ"):
        allow_phones(ward, count=1, **by(clerk))


def test_the_clerk_gives_a_phone_another_name(desk, card, cells):
    first = phone()
    enter(first, card)
    held = machine_of(first)
    page = reverse("office:card-phones", args=[cells[0].uuid])

    wrong = desk.post(page, {"phone": str(held.uuid), f"{held.uuid}-called": ""})
    desk.post(page, {"phone": str(held.uuid), f"{held.uuid}-called": "Máy của phó bí thư"})

    assert "Ghi tên máy." in text(wrong)
    assert "Máy của phó bí thư" in text(desk.get(page))
    assert Entry.objects.latest("pk").deed == "units.name_phone"


def test_a_lost_phone_is_replaced_in_one_tap_and_the_other_stays_open(
    desk, card, cells, ward, clerk
):
    allow_phones(cells[0], count=2, **by(clerk))
    lost, other, new = phone(), phone(), phone()
    enter(lost, card, called="Máy mất")
    enter(other, card)

    tapped = desk.post(
        reverse("office:cards", args=[ward.uuid]), {"lost": str(machine_of(lost).uuid)}, follow=True
    )

    fresh = Card.objects.get(user=card.user, cancelled_at=None)
    assert (is_open(lost), is_open(other)) == (False, True)
    assert "Đã thoát Máy mất." in text(tapped)
    assert digits(fresh)[:3] in text(tapped)
    assert lost.get(scanned(card)).status_code == 403
    enter(new, fresh)
    assert is_open(new)
    assert Entry.objects.latest("pk").deed == "units.replace_phone"


def test_the_same_tap_again_makes_no_second_card(desk, card, ward):
    lost = phone()
    enter(lost, card)
    tap = {"lost": str(machine_of(lost).uuid)}
    page = reverse("office:cards", args=[ward.uuid])

    desk.post(page, tap)
    again = desk.post(page, tap, follow=True)

    assert "đã thoát từ trước" in text(again)
    assert Card.objects.count() == 2


def test_a_stranger_changes_no_phone(card, cells):
    first, stranger = phone(), build.clerk(build.root("Đảng bộ khác"))
    enter(first, card)
    held = str(machine_of(first).uuid)
    client = Client()
    client.force_login(stranger, backend=PASSWORD)

    assert client.get(reverse("office:card-phones", args=[cells[0].uuid])).status_code == 403
    for change in (
        lambda: allow_phones(cells[0], count=2, **by(stranger)),
        lambda: name_phone(cells[0], phone=held, called="x", **by(stranger)),
        lambda: replace_phone(cells[0], phone=held, **by(stranger)),
    ):
        with pytest.raises(PermissionDenied):
            change()
