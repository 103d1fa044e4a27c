"""The first page of a cell, and leaving it."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lantoa.people.models import Card
from lantoa.posts.models import Post
from lantoa.posts.operations import end_post, open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.units.models import Kind
from tests import build, decide
from tests.phone.cards import issue, text, type_in

pytestmark = pytest.mark.django_db


def test_this_month_shows_what_happened_or_was_recorded_in_it(client, card, cells, monkeypatch):
    monkeypatch.setattr("lantoa.phone.views.localdate", lambda: date(2026, 11, 22))
    build.meeting(at=cells[0], on=date(2026, 11, 3), topic="Họp tháng mười một")
    build.meeting(at=cells[0], on=date(2026, 2, 3), topic="Ghi bổ sung tháng hai")
    build.work(at=cells[0], on=date(2026, 11, 9), title="Đường khóm 1")
    build.work(at=cells[1], on=date(2026, 11, 9), title="Đường khóm 2")
    type_in(client, card)

    answer = text(client.get(reverse("phone:home")))

    places = [answer.index(words) for words in ("Đường khóm 1", "Họp tháng mười một", "bổ sung")]
    assert places == sorted(places)
    assert "Đường khóm 2" not in answer


def test_what_was_recorded_before_this_month_is_not_shown(client, card, cells, monkeypatch):
    monkeypatch.setattr("lantoa.phone.views.localdate", lambda: date(2026, 12, 2))
    build.meeting(at=cells[0], on=date(2026, 11, 3), topic="Họp tháng mười một")
    type_in(client, card)

    assert "Tháng này chưa ghi việc nào." in text(client.get(reverse("phone:home")))


def test_the_last_ten_are_shown(client, card, cells, monkeypatch):
    monkeypatch.setattr("lantoa.phone.views.localdate", lambda: date(2026, 11, 22))
    for day in range(1, 13):
        build.meeting(at=cells[0], on=date(2026, 11, day), topic=f"Buổi số {day}.")
    type_in(client, card)

    answer = text(client.get(reverse("phone:home")))

    assert [f"Buổi số {day}." in answer for day in (2, 3, 12)] == [False, True, True]


def test_months_without_a_cell_meeting_are_named(client, card, cells, monkeypatch):
    monkeypatch.setattr("lantoa.phone.views.localdate", lambda: date(2026, 6, 22))
    for day, sort in ((date(2026, 1, 3), "regular"), (date(2026, 4, 3), "thematic")):
        build.meeting(at=cells[0], on=day, sort=sort)
    build.meeting(at=cells[0], on=date(2026, 3, 5), sort="conference")
    build.meeting(at=cells[0], since=date(2025, 12, 3), on=date(2026, 2, 9), sort="regular")
    type_in(client, card)

    answer = text(client.get(reverse("phone:home")))

    assert "Tháng 6 chưa ghi buổi sinh hoạt chi bộ nào." in answer
    assert "Tháng 3, 5." in answer
    assert "Đã ghi tháng 1, 2, 4." in answer


def test_a_cell_that_met_every_month_is_told_so(client, card, cells, monkeypatch):
    monkeypatch.setattr("lantoa.phone.views.localdate", lambda: date(2026, 2, 22))
    for month in (1, 2):
        build.meeting(at=cells[0], on=date(2026, month, 3), sort="regular")
    type_in(client, card)

    answer = text(client.get(reverse("phone:home")))

    assert "Không tháng nào đã đến hạn mà chưa ghi." in answer
    assert "Việc của tháng này" not in answer


def test_a_school_is_not_asked_for_cell_meetings(client, ward, clerk):
    (school,) = open_cells(
        ward, [NewCell("Trường A", Kind.SCHOOL)], by=clerk, at=build.NOW, on=build.LONG_AGO
    )
    type_in(client, issue(school, clerk))

    answer = text(client.get(reverse("phone:home")))

    assert "sinh hoạt chi bộ" not in answer
    assert "Ghi học tập, hội nghị" in answer


def test_a_closed_cell_sees_what_it_recorded_and_records_no_more(client, card, cells, ward):
    decide.close(cells[0], into=ward, on=timezone.localdate() - timedelta(days=1))
    type_in(client, card)

    answer = text(client.get(reverse("phone:home")))

    assert "Đơn vị đã kết thúc hoạt động" in answer
    assert reverse("meetings:record", args=[cells[0].uuid]) not in answer


def test_a_card_whose_post_has_ended_says_whom_to_ask(client, card, cells, clerk):
    type_in(client, card)
    post = Post.objects.get(unit=cells[0])
    end_post(post, on=timezone.localdate(), by=clerk, at=timezone.now())

    assert "Thẻ này không còn đơn vị" in text(client.get(reverse("phone:home")))


def test_who_records_for_several_units_chooses(client, ward, cells):
    user = build.clerk(cells[0], Post.Right.RECORD)
    build.give_post(
        user=user, unit=cells[1], right=Post.Right.RECORD, since=build.LONG_AGO,
        by=None, at=build.NOW,
    )  # fmt: skip
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")

    answer = text(client.get(reverse("phone:home")))

    assert [reverse("phone:unit", args=[cell.uuid]) in answer for cell in cells] == [True, True]
    assert client.get(reverse("phone:unit", args=[ward.uuid])).status_code == 403


def test_a_clerk_who_comes_by_is_led_to_the_desk(client, clerk):
    client.force_login(clerk, backend="lantoa.people.access.PasswordSignIn")

    assert client.get(reverse("phone:home")).url == reverse("desk:first")


def test_leaving_warns_that_the_card_is_needed_again(client, card):
    type_in(client, card)

    warned = client.get(reverse("phone:leave"))
    left = client.post(reverse("phone:leave"), follow=True)

    assert "Muốn vào lại phải có thẻ giấy" in text(warned)
    assert "Quét lại thẻ" in text(left)
    assert client.get(reverse("phone:home")).status_code == 302
    assert Card.objects.get(pk=card.pk).cancelled_at is None


def test_a_card_is_used_first_once_and_last_each_time(client, card):
    type_in(client, card)
    first = Card.objects.get(pk=card.pk)
    client.logout()

    type_in(client, card)

    again = Card.objects.get(pk=card.pk)
    assert isinstance(first.first_used_at, datetime)
    assert again.first_used_at == first.first_used_at
    assert again.last_used_at > first.last_used_at
