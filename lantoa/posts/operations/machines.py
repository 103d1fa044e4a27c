"""Signing other machines of an account out, with a line in the trail."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.people.machines import machines_of, sign_out
from lantoa.people.models import Machine, User
from lantoa.posts.access import REFUSAL, Purpose, may
from lantoa.posts.operations.accounts import note_account
from lantoa.posts.queries.cards import card_accounts
from lantoa.trail.operations import note
from lantoa.units.models import Unit


@transaction.atomic
def leave_machines(user: User, *, uuids: Collection[str], at: datetime) -> int:
    """Sign oneself out on some machines; return on how many, those of others left alone."""
    gone = [each for each in machines_of([user.pk], at=at) if str(each.uuid) in uuids]
    if gone:
        sign_out(gone)
        note_account("people.leave_machines", user, by=user, at=at)
    return len(gone)


@transaction.atomic
def sign_out_phone(unit: Unit, *, phone: str, by: User, at: datetime, on: date) -> Machine | None:
    """Sign one phone of a unit's card out; return it, None where there is none any more.

    Raises PermissionDenied where `by` does not keep the cards of the unit.
    """
    if not may(by, unit, work=Purpose.KEEP, on=on):
        raise PermissionDenied(REFUSAL)
    held = card_accounts([unit.pk], on=on).get(unit.pk)
    phones = machines_of([held.pk], at=at) if held else []
    gone = next((each for each in phones if str(each.uuid) == phone), None)
    if gone:
        sign_out([gone])
        note(by=by, at=at, home=unit.home, deed="units.sign_out_phone", about=[unit.uuid])
    return gone
