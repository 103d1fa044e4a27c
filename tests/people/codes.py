"""What an app on a telephone shows, and who signs in with it."""

from datetime import datetime, timedelta

import pyotp
from django.urls import reverse
from django.utils import timezone

from lantoa.people.factor import proposed, secret_of
from lantoa.people.models import Factor
from lantoa.posts.operations.factors import set_up_own_factor
from tests import build

WRONG = "000000"


def shown(user, *, at: datetime | None = None) -> str:
    """The six digits that the app shows at a moment."""
    held = Factor.objects.filter(user=user).first() or proposed(user)
    return pyotp.TOTP(secret_of(held)).at(at or timezone.now())


def set_up(user, *, at: datetime | None = None) -> list[str]:
    """Set a factor up ten minutes ago; return the recovery codes."""
    at = at or timezone.now() - timedelta(minutes=10)
    return set_up_own_factor(user, code=shown(user, at=at), at=at)


def give_password(client, user):
    sent = {"username": user.username, "password": build.PASSWORD}
    return client.post(reverse("desk:sign-in"), sent)


def give_code(client, code):
    return client.post(reverse("desk:second-factor"), {"code": code})


def is_in(client) -> bool:
    return "_auth_user_id" in client.session
