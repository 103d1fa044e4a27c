"""Who holds which card: the units of one page, with the state of their cards."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from lantoa.people.access import is_locked
from lantoa.people.machines import machines_of
from lantoa.people.models import Card, Machine, User
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
    phones: list[Machine] = field(default_factory=list)
    """Where the card is open, as far as was asked for."""

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


def with_phones(holders: Sequence[Holder], *, at: datetime) -> list[Holder]:
    """Return units with the phones on which their cards are open; one SELECT more."""
    found = machines_of([each.user.pk for each in holders if each.user], at=at)
    phones: dict[int, list[Machine]] = defaultdict(list)
    for machine in found:
        phones[machine.user_id].append(machine)
    return [replace(each, phones=phones[each.user.pk] if each.user else []) for each in holders]


def card_accounts(units: Collection[int], *, on: date) -> dict[int, User]:
    """Return, by unit, the account that records for it by card on a day."""
    posts = Post.objects.filter(
        right=Post.Right.RECORD, user__is_card=True, since__lte=on, until__gt=on
    ).select_related("user")
    return {post.unit_id: post.user for post in among(posts, "unit_id", units).order_by("pk")}


def _last_cards(users: Iterable[int]) -> dict[int, Card]:
    cards = among(Card.objects.all(), "user_id", list(users)).order_by("pk")
    return {card.user_id: card for card in cards}
