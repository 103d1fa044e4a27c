"""Giving units their cards and taking them back, with a line in the trail."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from lantoa.people import operations as people
from lantoa.people.models import Card, User
from lantoa.posts.operations.opening import RECORDER, give_recording_posts
from lantoa.posts.queries.cards import card_accounts
from lantoa.trail.operations import note
from lantoa.units.models import Unit
from lantoa.units.queries import portraits


@transaction.atomic
def issue_cards(*, units: Sequence[Unit], by: User, at: datetime, on: date) -> list[Card]:
    """Give each unit a new card; the card before it, and phones opened with it, end.

    A unit for which nobody records by card yet gets an account for it.
    """
    accounts = card_accounts([unit.pk for unit in units], on=on)
    without = [unit for unit in units if unit.pk not in accounts]
    accounts |= _open_accounts(without, by=by, at=at, on=on)
    cards = people.issue_cards(users=[accounts[unit.pk] for unit in units], by=by, at=at)
    _note("units.issue_cards", units, by=by, at=at)
    return cards


def _open_accounts(units: Sequence[Unit], *, by: User, at: datetime, on: date) -> dict[int, User]:
    names = portraits([unit.pk for unit in units], on=on)
    users = people.open_card_accounts([names[unit.pk].name for unit in units])
    titles = [RECORDER] * len(units)
    give_recording_posts(units, users, titles=titles, by=by, at=at, since=on)
    return {unit.pk: user for unit, user in zip(units, users, strict=True)}


@transaction.atomic
def cancel_cards(*, units: Sequence[Unit], by: User, at: datetime, on: date) -> int:
    """Cancel the cards of units, sign their phones out, and return how many cards there were."""
    accounts = card_accounts([unit.pk for unit in units], on=on)
    held = [unit for unit in units if unit.pk in accounts]
    cancelled = people.cancel_cards(users=[accounts[unit.pk] for unit in held], at=at)
    if cancelled:
        _note("units.cancel_cards", held, by=by, at=at)
    return cancelled


def _note(deed: str, units: Sequence[Unit], *, by: User, at: datetime) -> None:
    for home in {unit.home for unit in units}:
        about = [unit.uuid for unit in units if unit.home == home]
        note(by=by, at=at, home=home, deed=deed, about=about, after={"cards": len(about)})
