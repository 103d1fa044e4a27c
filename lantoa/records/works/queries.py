"""Asking about works."""

from collections.abc import Collection
from datetime import date, datetime
from typing import cast
from uuid import UUID

from lantoa.figures.period import Period
from lantoa.records.works.models import Proof, Work


def rows(*, units: Collection[int], period: Period, as_known: datetime | None = None) -> list[Work]:
    """Return the works of some units in a period, latest first."""
    found = Work.objects.believed(as_known).of(units).within(period)
    return cast("list[Work]", list(found.order_by("-last_day", "-pk")))


def proofs_of(work: UUID) -> list[Proof]:
    """Return what is kept behind a work, earliest first."""
    return list(Proof.objects.filter(work=work, removed_at__isnull=True).order_by("pk"))


def last_recorded(unit: int) -> date | None:
    """Return the last day that a unit has recorded."""
    live = Work.objects.believed().of([unit])
    return live.order_by("-last_day").values_list("last_day", flat=True).first()
