"""Requests of somebody who has signed in."""

from django.http import HttpRequest

from lantoa.people.models import User


class SignedIn(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
