"""Recording and withdrawing quoted figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lantoa.people.models import User
from lantoa.records.quotations.models import Quotation
from lantoa.records.record import operations as shared
from lantoa.records.record.entry import Entry
from lantoa.records.record.models import Approximation


@dataclass(frozen=True, kw_only=True)
class QuotationEntry(Entry):
    """A figure of a publication, as somebody asks to write it down."""

    what: str
    measured_in: str
    measure: str = ""
    is_share: bool = False
    value: int | None = None
    scale: int = 0
    whole: int | None = None
    approximation: str = Approximation.EXACT


@transaction.atomic
def record_many(*, by: User, at: datetime, entries: Sequence[QuotationEntry]) -> list[Quotation]:
    """Record quoted figures, all or none; raises Refused as every kind of record does.

    A publication may state a plan: its days are not held against today.
    """
    rows, fresh = shared.insert_new(Quotation, entries, by=by, at=at)
    new = list({row.key: row for row in rows if row.key in fresh}.values())
    if new:
        shared.note_recorded(new, by=by, at=at, deed="quotations.record")
    return rows


def withdraw(quotation: Quotation, *, by: User, at: datetime, reason: str) -> None:
    """Withdraw a quoted figure with a reason."""
    shared.withdraw(quotation, by=by, at=at, reason=reason, deed="quotations.withdraw")
