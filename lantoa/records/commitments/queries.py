"""Asking about commitments."""

from typing import cast

from django.db.models import QuerySet

from lantoa.records.commitments.models import Commitment


def later_standard(row: Commitment) -> Commitment | None:
    """Return the next version of a standard: of the same unit and scope, from a later day on."""
    if row.sort != Commitment.Sort.STANDARD:
        return None
    own = cast("QuerySet[Commitment]", Commitment.objects.believed().of([row.unit.pk]))
    later = own.filter(first_day__gt=row.first_day, sort=row.sort, scope=row.scope)
    return later.order_by("first_day", "pk").first()
