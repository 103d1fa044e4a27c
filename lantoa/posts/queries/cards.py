"""Who holds which card: the units of one page, with the state of their cards."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantoa.people.access import is_locked
from lantoa.people.models import Card, User
from lantoa.posts.models import Post
from lantoa.units.models import Placement, Unit
from lantoa.units.queries.places import directly_under
from lantoa.units.queries.portrait import Portrait, portraits
from lantoa.units.queries.within import among


class CardState(StrEnum):
    """How far a card has come."""

    UNPRINTED = "unprinted"
    UNUSED = "unused"
    USED = "used"
    LOCKED = "locked"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Holder:
    """A unit, the account that records for it by card, and its last card; both may be missing."""

    unit: Portrait
    user: User | None
    card: Card | None

    @property
    def state(self) -> CardState:
        """Tell how far its card has come."""
        if self.card is None:
            return CardState.UNPRINTED
        if self.card.cancelled_at:
            return CardState.CANCELLED
        if is_locked(self.card):
            return CardState.LOCKED
        return CardState.USED if self.card.first_used_at else CardState.UNUSED

    @property
    def is_live(self) -> bool:
        """Tell whether a card is out that has not been cancelled."""
        return self.state not in {CardState.UNPRINTED, CardState.CANCELLED}


def card_holders(unit: Unit, *, on: date) -> list[Holder]:
    """Return a unit and what hangs directly under it, in the order of their codes.

    A unit that has ended is listed only while a card of its own is still out.
    """
    states = directly_under(unit, on=on)
    holders = holders_of([unit.pk, *states], on=on)
    ended = {each for each, state in states.items() if state != Placement.State.OPEN}
    shown = [each for each in holders if each.unit.pk not in ended or each.is_live]
    return sorted(shown, key=lambda each: (each.unit.pk != unit.pk, *_order(each.unit)))


def _order(unit: Portrait) -> tuple[int, str, str]:
    return len(unit.code), unit.code, unit.name


def holders_of(units: Collection[int], *, on: date) -> list[Holder]:
    """Return some units with their cards; a fixed number of SELECTs however many there are."""
    users = card_accounts(units, on=on)
    cards = _last_cards(user.pk for user in users.values())
    shown = portraits(units, on=on)
    return [
        Holder(shown[unit], users.get(unit), cards.get(users[unit].pk) if unit in users else None)
        for unit in units
    ]


def card_accounts(units: Collection[int], *, on: date) -> dict[int, User]:
    """Return, by unit, the account that records for it by card on a day."""
    posts = Post.objects.filter(
        right=Post.Right.RECORD, user__is_card=True, since__lte=on, until__gt=on
    ).select_related("user")
    return {post.unit_id: post.user for post in among(posts, "unit_id", units).order_by("pk")}


def _last_cards(users: Iterable[int]) -> dict[int, Card]:
    cards = among(Card.objects.all(), "user_id", list(users)).order_by("pk")
    return {card.user_id: card for card in cards}
