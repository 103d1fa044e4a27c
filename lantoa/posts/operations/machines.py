"""Signing other machines of an account out, with a line in the trail."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from lantoa.people.machines import machines_of, rename, sign_out
from lantoa.people.models import Machine, User
from lantoa.people.operations import allow_phones as set_phones_allowed
from lantoa.people.operations import replace_card
from lantoa.posts.access import REFUSAL, Purpose, may
from lantoa.posts.operations.accounts import note_account
from lantoa.posts.queries.cards import card_accounts
from lantoa.trail.operations import note
from lantoa.units.models import Unit

MOST_PHONES = 3
"""The secretary's, the deputy's, and one more."""


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
    gone = _phone(_holder(unit, by=by, on=on), phone, at=at)
    if gone:
        sign_out([gone])
        note(by=by, at=at, home=unit.home, deed="units.sign_out_phone", about=[unit.uuid])
    return gone


@transaction.atomic
def replace_phone(unit: Unit, *, phone: str, by: User, at: datetime, on: date) -> Machine | None:
    """Sign a lost phone out and give the unit a new card; its other phones stay open.

    Returns the lost phone, None where it is open no more: then nothing is done. Raises
    PermissionDenied where `by` does not keep the cards of the unit.
    """
    held = _holder(unit, by=by, on=on)
    gone = _phone(held, phone, at=at)
    if held and gone:
        sign_out([gone])
        replace_card(held, by=by, at=at)
        note(by=by, at=at, home=unit.home, deed="units.replace_phone", about=[unit.uuid])
    return gone


@transaction.atomic
def name_phone(
    unit: Unit, *, phone: str, called: str, by: User, at: datetime, on: date
) -> Machine | None:
    """Give one phone of a unit's card another name; return it, None where it is open no more.

    Raises PermissionDenied where `by` does not keep the cards of the unit.
    """
    found = _phone(_holder(unit, by=by, on=on), phone, at=at)
    if found and found.called != called:
        rename(found, called=called)
        note(by=by, at=at, home=unit.home, deed="units.name_phone", about=[unit.uuid])
    return found


@transaction.atomic
def allow_phones(unit: Unit, *, count: int, by: User, at: datetime, on: date) -> None:
    """Let the card of a unit be open on so many phones at once.

    Raises ValidationError for more than a unit may have, or where it has no card yet;
    PermissionDenied where `by` does not keep the cards of the unit.
    """
    held = _holder(unit, by=by, on=on)
    if held is None:
        raise ValidationError("Đơn vị này chưa có thẻ. Hãy in thẻ trước.")
    if not 1 <= count <= MOST_PHONES:
        raise ValidationError(f"Mỗi thẻ mở được trên 1 đến {MOST_PHONES} máy.")
    before = held.phones_allowed
    if before != count:
        set_phones_allowed(held, count=count)
        note(
            by=by,
            at=at,
            home=unit.home,
            deed="units.allow_phones",
            about=[unit.uuid],
            before={"phones": before},
            after={"phones": count},
        )


def _holder(unit: Unit, *, by: User, on: date) -> User | None:
    """Return the account of a unit's card; raises PermissionDenied for who does not keep it."""
    if not may(by, unit, work=Purpose.KEEP, on=on):
        raise PermissionDenied(REFUSAL)
    return card_accounts([unit.pk], on=on).get(unit.pk)


def _phone(held: User | None, phone: str, *, at: datetime) -> Machine | None:
    phones = machines_of([held.pk], at=at) if held else []
    return next((each for each in phones if str(each.uuid) == phone), None)
