"""A session lasts as long as it is used, and no longer."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils.timezone import now

from lantoa.people.models import User
from lantoa.people.renewing import RENEWED
from tests import build
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
PAGE = reverse("desk:units")


@pytest.fixture
def clerk(client):
    user = build.clerk(build.unit("Đảng bộ xã"))
    sign_in(client, user)
    return user


def used_before(client, *, hours):
    """Make the session one that was renewed some hours ago, in the browser and in the table."""
    held = client.session
    held[RENEWED] = (now() - timedelta(hours=hours)).isoformat()
    held.save()
    ends = now() + timedelta(hours=12 - hours)
    Session.objects.filter(session_key=held.session_key).update(expire_date=ends)


def hours_left(client):
    left = Session.objects.get(session_key=client.session.session_key).expire_date - now()
    return round(left / timedelta(hours=1), 1)


@pytest.mark.parametrize("hours", [1, 5, 11.9])
def test_using_a_session_begins_its_twelve_hours_anew(client, clerk, hours):
    used_before(client, hours=hours)

    answer = client.get(PAGE)

    assert hours_left(client) == 12
    assert answer.cookies["sessionid"]["max-age"] == 12 * 3600


def test_within_an_hour_nothing_is_written(client, clerk):
    used_before(client, hours=0.9)

    answer = client.get(PAGE)

    assert hours_left(client) == 11.1
    assert "sessionid" not in answer.cookies


def test_the_first_hour_counts_from_signing_in(client, clerk):
    fresh = client.get(PAGE)
    User.objects.filter(pk=clerk.pk).update(last_login=now() - timedelta(hours=2))

    later = client.get(PAGE)

    assert "sessionid" not in fresh.cookies
    assert later.cookies["sessionid"]["max-age"] == 12 * 3600


def test_a_session_that_nobody_used_for_twelve_hours_has_ended(client, clerk):
    used_before(client, hours=12.1)

    answer = client.get(PAGE)

    assert answer.url.startswith(reverse("desk:sign-in"))


def test_a_page_that_asks_nobody_renews_nothing(client, clerk):
    used_before(client, hours=5)

    client.get("/static/tokens.css")

    assert hours_left(client) == 7


def test_strangers_get_no_session_by_looking(client):
    answer = client.get(reverse("desk:sign-in"))

    assert "sessionid" not in answer.cookies
    assert not Session.objects.exists()
