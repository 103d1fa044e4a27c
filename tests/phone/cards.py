"""What people do with a card: have it issued, scan it, type its digits."""

from django.urls import reverse
from django.utils import timezone

from lantoa.people.access import digits
from lantoa.posts.operations import issue_cards


def issue(cell, clerk):
    return issue_cards(units=[cell], by=clerk, at=timezone.now(), on=timezone.localdate())[0]


def scanned(card):
    return reverse("phone:card", args=[card.token])


def type_in(client, card, code=None):
    return client.post(scanned(card), {"code": digits(card) if code is None else code})


def wrong(card):
    return f"{(int(digits(card)) + 1) % 1_000_000:06d}"


def text(answer):
    return answer.content.decode()
