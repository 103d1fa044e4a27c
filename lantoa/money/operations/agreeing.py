"""Whether a payment needs two people: the rule of a unit, what is proposed, what is agreed to."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.money.access import refuse_strangers
from lantoa.money.models import MoneyAccount, PaymentProposal, PaymentRule
from lantoa.money.operations.accounts import text_of
from lantoa.people.models import User
from lantoa.posts.access import Purpose
from lantoa.seals.inserting import insert
from lantoa.trail.operations import note

QUICKER = "Vừa có người khác ghi quy định từ cùng ngày. Hãy mở lại trang để xem."
SENT = "Đề nghị này vừa được gửi. Hãy mở lại trang để xem."
OTHER = "Trang này đã gửi một đề nghị khác. Hãy mở lại trang rồi lập đề nghị mới."


@transaction.atomic
def rule(*, by: User, at: datetime, entry: PaymentRule) -> PaymentRule:
    """Say whether a payment of a unit needs two people from a day on; `entry` stays unsaved.

    The same again is the same row; other content of the same day takes the place of what was there.
    Raises PermissionDenied for who does not administer the unit, ValidationError without a basis.
    """
    today = localtime(at).date()
    refuse_strangers(by, at=[entry.unit.pk], on=today, work=Purpose.ADMINISTER)
    basis = text_of("basis", entry.basis, missing="Ghi căn cứ: quy chế nào, ngày nào.")
    live = PaymentRule.objects.filter(
        unit=entry.unit, since=entry.since, superseded_at__isnull=True
    )
    held = live.first()
    if held and (held.needs_two, held.basis) == (entry.needs_two, basis):
        return held
    live.update(superseded_at=at)
    row = PaymentRule(
        unit=entry.unit,
        since=entry.since,
        needs_two=entry.needs_two,
        basis=basis,
        recorded_by=by,
        recorded_at=at,
    )
    row.clean_fields(exclude={"superseded_at"})
    insert(row, taken=QUICKER)
    after = {"since": row.since, "needs_two": row.needs_two, "basis": basis}
    about = [row.uuid, row.unit.uuid]
    note(by=by, at=at, home=row.unit.home, deed="money.rule", about=about, after=after)
    return row


@transaction.atomic
def propose(
    *, by: User, at: datetime, fund: MoneyAccount, amount: int, words: str, key: UUID
) -> PaymentProposal:
    """Propose a payment out of a fund, which somebody else must agree to.

    The same key with the same content again is the same proposal, other content is refused.
    Raises PermissionDenied for who may not record at its unit, ValidationError beside the box.
    """
    refuse_strangers(by, at=[fund.unit.pk], on=localtime(at).date(), work=Purpose.RECORD)
    if amount <= 0:
        raise ValidationError({"amount": "Số tiền phải lớn hơn 0."})
    told = text_of("words", words, missing="Hãy ghi chi cho việc gì.")
    row = PaymentProposal(
        uuid=key, fund=fund, amount=amount, words=told, proposed_by=by, proposed_at=at
    )
    row.clean_fields(exclude={"decided_by", "decided_at", "is_agreed", "transfer"})
    if (held := PaymentProposal.objects.filter(uuid=key).first()) is not None:
        return _same(held, row)
    insert(row, taken=SENT)
    _note("money.propose", row, by=by, at=at)
    return row


def _same(held: PaymentProposal, row: PaymentProposal) -> PaymentProposal:
    """Return what was proposed with a key; raises ValidationError where it was something else."""
    asked = (row.fund_id, row.amount, row.words, row.proposed_by_id)
    if (held.fund_id, held.amount, held.words, held.proposed_by_id) != asked:
        raise ValidationError(OTHER)
    return held


@transaction.atomic
def decide(proposal: PaymentProposal, *, by: User, at: datetime, is_agreed: bool) -> None:
    """Agree to a payment that somebody else proposed, or refuse it; once.

    Raises PermissionDenied for who keeps nothing at the unit, and ValidationError for whoever
    proposed it, and where it was decided already.
    """
    row = (
        PaymentProposal.objects.select_for_update().select_related("fund__unit").get(pk=proposal.pk)
    )
    refuse_strangers(by, at=[row.fund.unit.pk], on=localtime(at).date(), work=Purpose.KEEP)
    if row.proposed_by_id == by.pk:
        raise ValidationError("Người duyệt phải khác người đề nghị. Nhờ người thứ hai duyệt.")
    if row.decided_at:
        raise ValidationError("Đề nghị chi này đã có người quyết. Hãy mở lại trang.")
    row.decided_by, row.decided_at, row.is_agreed = by, at, is_agreed
    row.save(update_fields=["decided_by", "decided_at", "is_agreed"])
    _note("money.decide", row, by=by, at=at)


def _note(deed: str, row: PaymentProposal, *, by: User, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=row.fund.unit.home,
        deed=deed,
        about=[row.uuid, row.fund.uuid],
        after={"amount": row.amount, "words": row.words, "is_agreed": row.is_agreed},
        rows=[row],
    )
