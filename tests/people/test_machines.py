"""Where one is signed in is seen by oneself, and by the clerk for cards; it can be ended there."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lantoa.people.access import digits
from lantoa.people.machines import described, machines_of
from lantoa.people.models import Machine
from lantoa.posts.operations import issue_cards, open_cells
from lantoa.posts.operations.machines import allow_phones, leave_machines, sign_out_phone
from lantoa.posts.operations.opening import NewCell
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.people.codes import give_code, give_password, is_in, set_up, shown

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
PHONE = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/140.0 Mobile Safari"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1"
PASSWORD = "lantoa.people.access.PasswordSignIn"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (WINDOWS, "máy tính Windows · Chrome"),
        (f"{WINDOWS} Edg/140.0", "máy tính Windows · Edge"),
        (f"{WINDOWS} coc_coc_browser/130", "máy tính Windows · Cốc Cốc"),
        (PHONE, "điện thoại Android · Chrome"),
        (IPHONE, "điện thoại iPhone · Safari"),
        ("", "máy chưa rõ loại"),
    ],
)  # fmt: skip
def test_a_machine_is_told_in_words(told, words):
    assert described(told) == words
    assert len(words) <= Machine._meta.get_field("name").max_length


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward):
    return build.clerk(ward, username="vanthu")


def signed_in(user, told=WINDOWS):
    browser = Client(headers={"user-agent": told})
    give_password(browser, user)
    return browser


pytestmark = pytest.mark.django_db
PAGE = "office:machines"


def test_one_sees_ones_machines_and_signs_another_out(clerk):
    here, there = signed_in(clerk), signed_in(clerk, PHONE)
    page = here.get(reverse(PAGE)).content.decode()
    other = Machine.objects.get(name__startswith="điện thoại")
    assert "Máy tính Windows · Chrome" in page
    assert "Điện thoại Android · Chrome" in page
    assert page.count("máy này</span>") <= 2

    here.post(reverse(PAGE), {"leave": str(other.uuid)})

    assert there.get("/").status_code == 302
    assert here.get("/").status_code == 200
    assert Entry.objects.latest("pk").deed == "people.leave_machines"


def test_one_tap_leaves_all_others(clerk):
    here, *others = (signed_in(clerk) for _ in range(3))

    here.post(reverse(PAGE))

    assert [each.get("/").status_code for each in (here, *others)] == [200, 302, 302]


def test_nobody_signs_out_machines_of_somebody_else(ward, clerk):
    other = signed_in(build.clerk(ward))
    here, theirs = signed_in(clerk), Machine.objects.earliest("pk")

    here.post(reverse(PAGE), {"leave": str(theirs.uuid)})

    assert other.get("/").status_code == 200
    assert leave_machines(clerk, uuids=[str(theirs.uuid)], at=timezone.now()) == 0


def test_a_new_password_keeps_this_machine_in_the_list(clerk):
    here = signed_in(clerk)
    new = "bánh xèo cuốn lá cách"
    sent = {"current": build.PASSWORD, "password": new, "again": new}

    here.post(reverse("office:own-password"), sent)

    held = machines_of([clerk.pk], at=timezone.now())
    assert [each.session_key for each in held] == [here.session.session_key]


def test_a_machine_is_noted_as_used_on_the_day(clerk):
    here = signed_in(clerk)
    before = timezone.localdate() - timedelta(days=9)
    Machine.objects.update(last_on=before)
    session = here.session
    session["machine"] |= {"on": before.isoformat()}
    session.save()

    here.get("/")

    assert Machine.objects.get().last_on == timezone.localdate()


def test_what_has_ended_is_not_listed(clerk):
    here = signed_in(clerk)
    here.post(reverse("desk:sign-out"))

    assert machines_of([clerk.pk], at=timezone.now()) == []


def test_a_machine_is_listed_when_the_second_factor_was_right_and_not_before(client, clerk):
    set_up(clerk)
    give_password(client, clerk)
    assert Machine.objects.count() == 0

    give_code(client, shown(clerk))

    assert is_in(client)
    assert Machine.objects.count() == 1


@pytest.fixture
def cells(ward, clerk):
    rows = [NewCell(f"Chi bộ khóm {n}", Kind.CELL, 20) for n in (1, 2)]
    return open_cells(ward, rows, by=clerk, at=build.NOW, on=build.LONG_AGO)


@pytest.fixture
def phones(cells, clerk):
    """Two phones opened with the card of the first cell."""
    by = {"by": clerk, "at": timezone.now(), "on": timezone.localdate()}
    card = issue_cards(units=cells, **by)[0]
    allow_phones(cells[0], count=2, **by)
    found = [Client(headers={"user-agent": PHONE}) for _ in range(2)]
    for each in found:
        each.post(reverse("phone:card", args=[card.token]), {"code": digits(card)})
    return found


def test_the_clerk_sees_the_phones_of_a_card_and_signs_one_out(client, ward, clerk, phones):
    client.force_login(clerk, backend=PASSWORD)
    page = reverse("office:cards", args=[ward.uuid])
    assert client.get(page).content.decode().count("(điện thoại Android · Chrome), mở ngày") == 2
    lost = Machine.objects.get(session_key=phones[0].session.session_key)

    client.post(page, {"sign_out": str(lost.uuid)})

    codes = [each.get(reverse("phone:home")).status_code for each in phones]
    assert codes == [302, 200]
    assert Entry.objects.latest("pk").deed == "units.sign_out_phone"


def test_a_stranger_signs_no_phone_out(client, ward, cells, phones):
    stranger = build.clerk(build.root("Đảng bộ khác"))
    client.force_login(stranger, backend=PASSWORD)
    held = Machine.objects.earliest("pk")

    answer = client.post(reverse("office:cards", args=[ward.uuid]), {"sign_out": str(held.uuid)})

    assert answer.status_code == 403
    at, on = timezone.now(), timezone.localdate()
    with pytest.raises(PermissionDenied):
        sign_out_phone(cells[0], phone=str(held.uuid), by=stranger, at=at, on=on)
    assert (
        sign_out_phone(cells[1], phone=str(held.uuid), by=build.clerk(ward), at=at, on=on) is None
    )
    assert phones[0].get(reverse("phone:home")).status_code == 200


def test_a_card_has_no_page_of_machines(phones):
    assert phones[0].get(reverse(PAGE)).status_code == 403
