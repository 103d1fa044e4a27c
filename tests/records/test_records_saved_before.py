"""Saved, then back, then Save: the page knows what it saved, and nothing becomes two records."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.records.meetings.models import Meeting
from lantoa.records.meetings.operations import DONE
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_ACCEPT": "text/html,application/xhtml+xml,*/*;q=0.8"}
TYPED = {
    "sort": "regular",
    "topic": "Học tập <tháng> 11",
    "last_day": "3/11/2026",
    "members_present": "18",
}
KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã", kind=Kind.COMMUNE)


@pytest.fixture
def clerk(client, commune):
    user = build.clerk(commune)
    sign_in(client, user)
    return user


def form_of(unit, kind="meetings"):
    return reverse(f"{kind}:record", args=[unit.uuid])


def opened(client, unit, **more):
    """Open the form as a browser does; return its address and its page."""
    answer = client.get(form_of(unit), more, follow=True, **BROWSER)
    return answer.redirect_chain[-1][0], text(answer)


def text(answer):
    return unescape(answer.content.decode())


def send(client, address, key, **changed):
    return client.post(address, {**TYPED, "key": key, **changed})


def saved(client, unit):
    """Open the form and save it; return its address, its key and what was saved."""
    address, page = opened(client, unit)
    (key,) = KEY.findall(page)
    send(client, address, key)
    return address, key, Meeting.objects.get()


@pytest.mark.parametrize("kind", [each.code for each in kinds() if each.pages.form])
def test_a_browser_is_led_to_an_address_of_the_forms_own(client, commune, clerk, kind):
    first, second = [client.get(form_of(commune, kind), **BROWSER).url for _ in range(2)]

    page = text(client.get(first, **BROWSER))

    assert first != second
    assert KEY.findall(page) == [first.partition("khoa=")[2]]


def test_what_the_address_filled_in_stays_in_it(client, commune, clerk):
    address, page = opened(client, commune, sort="regular", topic="Chuyên đề quý")

    assert "sort=regular" in address
    assert "\nChuyên đề quý</textarea>" in page


@pytest.mark.parametrize("key", ["", "x", "12", "0" * 33])
def test_an_address_with_a_broken_key_gets_a_new_one(client, commune, clerk, key):
    answer = client.get(f"{form_of(commune)}?khoa={key}", **BROWSER)

    assert re.search(r"khoa=[0-9a-f-]{36}$", answer.url)


def test_going_back_shows_what_was_saved_and_says_so(client, commune, clerk):
    address, key, meeting = saved(client, commune)

    page = text(client.get(address, **BROWSER))

    assert "Trang này đã lưu rồi." in page
    assert reverse("meetings:show", args=[meeting.uuid]) in page
    assert KEY.findall(page) == [key]
    assert 'name="members_present" value="18"' in page
    assert f"\n{TYPED['topic']}</textarea>" in page


def test_saving_again_with_the_same_content_shows_the_same_record(client, commune, clerk):
    address, key, meeting = saved(client, commune)

    answer = send(client, address, key)

    assert answer.url == reverse("meetings:show", args=[meeting.uuid])
    assert "không ghi thêm lần nữa" in text(client.get(answer.url))
    assert Meeting.objects.count() == 1


def test_saving_again_with_other_content_asks_and_keeps_every_word(client, commune, clerk):
    address, key, _ = saved(client, commune)

    page = text(send(client, address, key, members_present="19", topic="Chuyên đề khác"))

    assert "Trang này đã lưu rồi, với nội dung khác." in page
    assert "Khóa" not in page
    assert 'name="members_present" value="19"' in page
    assert "\nChuyên đề khác</textarea>" in page
    assert Meeting.objects.count() == 1


def test_other_content_goes_on_to_a_correction_with_every_word(client, commune, clerk):
    address, key, meeting = saved(client, commune)
    page = text(send(client, address, key, members_present="19"))
    (correct,) = re.findall(r'formaction="([^"]+)"', page)
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', page)

    asked = text(send(client, correct, key, members_present="19", seen=seen))
    send(client, correct, key, members_present="19", seen=seen, reason="đếm lại")

    assert "Hãy ghi lý do." in asked
    assert 'name="members_present" value="19"' in asked
    assert [each.members_present for each in Meeting.objects.order_by("pk")] == [18, 19]
    assert Meeting.objects.get(superseded_at=None).uuid == meeting.uuid


def test_other_content_may_be_a_record_of_its_own_and_is_one_however_often_sent(
    client, commune, clerk
):
    address, key, _ = saved(client, commune)
    page = text(send(client, address, key, members_present="19"))
    (another,) = re.findall(r'<button class="quiet" name="key" value="([^"]+)"', page)

    for _ in range(2):
        send(client, address, [key, another], members_present="19")

    assert sorted(each.members_present for each in Meeting.objects.all()) == [18, 19]


def test_a_record_withdrawn_since_is_not_brought_back_by_going_back(client, commune, clerk):
    address, key, meeting = saved(client, commune)
    DONE.withdraw(meeting, by=clerk, at=build.NOW, reason="ghi nhầm")

    back = text(client.get(address, **BROWSER))
    same = text(send(client, address, key))
    other = text(send(client, address, key, members_present="19"))

    assert "Bản ấy sau đó đã hủy ghi." in back
    assert "Việc này đã được hủy ghi" in same
    assert "formaction" not in other
    assert "Ghi thành việc khác" in other
    assert not Meeting.objects.filter(superseded_at=None).exists()


def test_the_key_of_another_unit_tells_nothing_of_it(client, commune, clerk):
    other = build.unit("Đảng bộ xã khác", kind=Kind.COMMUNE)
    key = str(uuid4())
    build.meeting(at=other, on=build.NOW.date(), key=key, topic="Chuyện nhà người")

    page = text(client.get(f"{form_of(commune)}?khoa={key}", **BROWSER))
    sent = text(send(client, form_of(commune), key))
    (renewed,) = KEY.findall(sent)
    send(client, form_of(commune), renewed)

    assert "Chuyện nhà người" not in page + sent
    assert "đã lưu rồi" not in page + sent
    assert Meeting.objects.filter(unit=commune).count() == 1


@pytest.mark.parametrize("key", ["", "x", "\x00", str(uuid4()) + "\x00"])
def test_a_page_whose_key_was_lost_is_saved_at_the_second_try(client, commune, clerk, key):
    page = text(send(client, form_of(commune), key))
    (renewed,) = KEY.findall(page)

    send(client, form_of(commune), renewed)

    assert Meeting.objects.count() == 1


def test_a_stranger_learns_nothing_by_a_key(client, commune, clerk):
    address, key, _ = saved(client, commune)
    sign_in(client, build.clerk(build.unit("Đảng bộ xã lạ", kind=Kind.COMMUNE)))

    assert client.get(address, **BROWSER).status_code == 403
    assert send(client, address, key).status_code == 403
