"""The pages of accounts and posts of a ward: their addresses, and what they say."""

from django.urls import reverse
from django.utils import timezone

PASSWORDS = "lantoa.people.access.PasswordSignIn"


def page(name, unit, *more):
    return reverse(f"office:{name}", args=[unit.uuid, *more])


def text(answer):
    return answer.content.decode()


def today():
    return timezone.localdate()
