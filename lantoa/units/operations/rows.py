"""What every writing of dated rows has in common: who, when and why, the lock, the open days."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from lantoa.figures.period import write_day
from lantoa.people.models import User
from lantoa.units.guards import CIRCLE
from lantoa.units.models import Placement, Unit
from lantoa.units.queries import portrait
from lantoa.units.queries.chart import held_on

NEVER_WAS = "Đơn vị này không còn: quyết định thành lập nó đã hủy."
STRUCTURE_LOCK = 7_202_507_01
CIRCLES = (CIRCLE, "units_placement_not_under_itself")
"""How a database says that a unit would hang under itself: by the guard, or by the constraint."""


@dataclass(frozen=True)
class Change:
    """Who changes the organisation, when it is written down, from which day it holds, and why."""

    by: User | None
    at: datetime
    on: date
    basis: str = ""

    def row(self, since: date | None = None) -> dict[str, Any]:
        """Return what every dated row of this change has in common."""
        return {
            "since": since or self.on,
            "basis": self.basis,
            "recorded_by": self.by,
            "recorded_at": self.at,
        }


@contextmanager
def structure() -> Iterator[None]:
    """Hold the one lock under which the organisation changes, and speak of circles plainly."""
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STRUCTURE_LOCK])
            yield
    except IntegrityError as refusal:
        if any(words in str(refusal) for words in CIRCLES):
            raise ValidationError(CIRCLE) from refusal
        raise


def refuse_unless_open(unit: Unit, *, since: date, until: date) -> None:
    """Raise ValidationError unless a unit is open on every day of a stretch."""
    crossing = Placement.objects.filter(
        unit=unit, superseded_at__isnull=True, since__lt=until, until__gt=since
    )
    states = set(crossing.values_list("state", flat=True))
    if not states:
        raise ValidationError(NEVER_WAS)
    if states != {Placement.State.OPEN}:
        shown = portrait(unit, on=since)
        raise ValidationError(
            f"{shown.name} không hoạt động suốt thời gian từ {write_day(since)}"
            + (f" ({shown.life})" if shown.closed_on else "")
            + "."
        )


def open_stretch(unit: Unit, *, on: date) -> Placement:
    """Return the place in which a unit is open on a day.

    Raises ValidationError where it is not.
    """
    placed = held_on(on).filter(unit=unit).first()
    if placed is None:
        raise ValidationError(NEVER_WAS)
    if placed.state != Placement.State.OPEN:
        shown = portrait(unit, on=on)
        raise ValidationError(f"{shown.full_name} không hoạt động trong ngày {write_day(on)}.")
    return placed
