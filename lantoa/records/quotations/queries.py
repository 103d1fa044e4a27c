"""Asking what publications state."""

from collections.abc import Collection
from datetime import datetime
from typing import cast
from uuid import UUID

from lantoa.figures.period import Period
from lantoa.records.quotations.models import Quotation
from lantoa.records.record import queries as shared


def rows(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Quotation]:
    """Return what publications state of some units within a period, earliest first."""
    found = Quotation.objects.believed(as_known).of(units).within(period)
    return cast("list[Quotation]", list(found.order_by("first_day", "last_day", "pk")))


def versions(uuid: UUID) -> list[Quotation]:
    """Return every version of one quoted figure, latest first."""
    return shared.versions(Quotation, uuid)
