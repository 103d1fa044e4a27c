"""What was given for a work, by its key: a reversed gift is none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, Subquery, Sum, When
from django.db.models.functions import NullIf

from lantoa.money.models import Transfer
from lantoa.units.queries.within import among

SIGNED = Case(
    When(reverses__isnull=True, then=F("amount")),
    default=-F("amount"),
    output_field=BigIntegerField(),
)
"""What a transfer for a work comes to: only gifts are for one, and their reversals."""


def given_sum(*, source: str = "", as_known: datetime | None = None) -> Subquery:
    """Return what was given for the work whose key the outer row bears, from one source or all.

    Nothing at all, and what was reversed to nothing, is not known.
    """
    rows = Transfer.objects.filter(work=OuterRef("key")).exclude(work="")
    rows = rows.filter(source=source) if source else rows
    rows = rows.filter(recorded_at__lte=as_known) if as_known else rows
    summed = rows.order_by().values("work").annotate(given=NullIf(Sum(SIGNED), 0))
    return Subquery(summed.values("given"), output_field=BigIntegerField())


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
