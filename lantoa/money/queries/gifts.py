"""What was given for a work, by its key: a reversed gift is none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, F, Q, Sum, When

from lantoa.money.models import Transfer
from lantoa.units.queries.within import among

SIGNED = Case(When(reverses__isnull=True, then=F("amount")), default=-F("amount"))
"""What a transfer for a work comes to: only gifts are for one, and their reversals."""


@dataclass(frozen=True)
class Given:
    """One gift for a work: when, how much, from whom, and the record that says so."""

    day: date
    amount: int
    is_exact: bool
    source: str
    words: str
    record_kind: str
    record: UUID | None


def given_for(work: str) -> list[Given]:
    """Return the gifts for a work that were not reversed, earliest first; one SELECT."""
    rows = Transfer.objects.filter(work=work, reverses__isnull=True, reversal__isnull=True)
    found = rows.order_by("day", "pk").values_list(
        "day", "amount", "is_exact", "source", "words", "record_kind", "record"
    )
    return [Given(*row) for row in found] if work else []


def works_given_for(keys: Collection[str], *, as_known: datetime | None = None) -> dict[str, int]:
    """Return what was given for each of some works, without those for which nothing was."""
    known = Q(recorded_at__lte=as_known) if as_known else Q()
    rows = among(Transfer.objects.filter(known).exclude(work=""), "work", keys)
    found = rows.order_by().values_list("work").annotate(given=Sum(SIGNED))
    return {work: given for work, given in found if given}
