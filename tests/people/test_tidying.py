"""What was needed for a while only is cleared away, and what is still needed stays."""

from datetime import timedelta
from io import StringIO

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.urls import reverse
from django.utils.timezone import now

from tests import build

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def tidied():
    printed = StringIO()
    call_command("tidy", stdout=printed)
    return printed.getvalue().strip()


def test_sessions_that_ended_go_and_those_in_use_stay(client):
    client.force_login(build.person(), backend="lantoa.people.access.PasswordSignIn")
    Session.objects.create(session_key="e" * 32, session_data="", expire_date=now() - DAY / 24)

    assert tidied().startswith("Đã dọn 1 phiên hết hạn, ")
    assert Session.objects.get().session_key == client.session.session_key
    assert tidied().startswith("Đã dọn 0 phiên hết hạn, ")


@pytest.mark.parametrize(("age", "kept"), [(29, 1), (31, 0)])
def test_tries_to_sign_in_are_kept_for_thirty_days(client, age, kept):
    client.post(reverse("desk:sign-in"), {"username": "van-thu", "password": "không đúng"})
    AccessAttempt.objects.update(attempt_time=now() - age * DAY)

    tidied()

    assert AccessAttempt.objects.count() == kept


@pytest.mark.parametrize(("age", "kept"), [(364, 1), (366, 0)])
def test_who_signed_in_is_kept_for_a_year(client, age, kept):
    build.person("van-thu")
    client.post(reverse("desk:sign-in"), {"username": "van-thu", "password": build.PASSWORD})
    AccessLog.objects.update(attempt_time=now() - age * DAY)

    tidied()

    assert AccessLog.objects.count() == kept


def test_a_name_kept_as_it_was_typed_goes_whatever_its_age(client):
    client.post(reverse("desk:sign-in"), {"username": "van-thu", "password": "không đúng"})
    AccessAttempt.objects.create(username="MatKhau2026", failures_since_start=1)

    tidied()

    assert [len(row.username) for row in AccessAttempt.objects.all()] == [64]


def test_the_days_are_a_setting(client, settings):
    settings.KEEP_ATTEMPTS_DAYS = 0
    client.post(reverse("desk:sign-in"), {"username": "van-thu", "password": "không đúng"})

    assert "1 lần đăng nhập sai" in tidied()
