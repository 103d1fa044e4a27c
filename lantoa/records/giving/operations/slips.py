"""Slips that confirm a gift: made of what the record says, and cancelled with a reason."""

import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.formats.texts import phrase
from lantoa.people.models import User
from lantoa.records.giving.models import GiftSlip, Giving
from lantoa.records.record.access import refuse_strangers
from lantoa.trail.operations import note
from lantoa.units.models import Unit

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What nobody mistakes for another."""


@transaction.atomic
def make_slip(gift: Giving, *, by: User, at: datetime) -> GiftSlip:
    """Make the slip of a gift; where one holds that says the same, it is that one.

    Raises PermissionDenied for who may not record at its unit, and ValidationError for what is no
    receipt, was withdrawn, or has a slip that says otherwise.
    """
    refuse_strangers(by, at=[gift.unit.pk], on=localtime(at).date())
    if gift.sort != Giving.Sort.RECEIPT or gift.superseded_at:
        raise ValidationError("Chỉ việc tiếp nhận đang có hiệu lực mới có giấy xác nhận.")
    held = GiftSlip.objects.filter(gift=gift.uuid, cancelled_at__isnull=True).first()
    if held and held.digest == gift.digest:
        return held
    if held:
        raise ValidationError("Bản ghi đã đính chính sau khi lập giấy. Hãy hủy giấy cũ trước.")
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    row = GiftSlip(gift=gift.uuid, digest=gift.digest, code=code, made_by=by, made_at=at)
    row.save(force_insert=True)
    _note("giving.make_slip", row, gift.unit, by=by, at=at)
    return row


@transaction.atomic
def cancel_slip(slip: GiftSlip, *, unit: Unit, by: User, at: datetime, reason: str) -> None:
    """Cancel a slip with a reason, once; `unit` is that of its gift."""
    refuse_strangers(by, at=[unit.pk], on=localtime(at).date())
    try:
        told = phrase(reason)
    except ValidationError as refusal:
        raise ValidationError({"reason": refusal.messages}) from None
    if not told:
        raise ValidationError({"reason": "Hãy ghi lý do hủy giấy."})
    live = GiftSlip.objects.filter(pk=slip.pk, cancelled_at__isnull=True)
    if not live.update(cancelled_by=by, cancelled_at=at, reason=told):
        raise ValidationError("Giấy này đã hủy. Hãy mở lại trang.")
    _note("giving.cancel_slip", slip, unit, by=by, at=at)


def _note(deed: str, slip: GiftSlip, unit: Unit, *, by: User, at: datetime) -> None:
    about = [slip.gift, slip.uuid]
    note(by=by, at=at, home=unit.home, deed=deed, about=about, after={"code": slip.code})
