"""Asking what stands beside records: rows of kept lists, and dated steps."""

from typing import cast
from uuid import UUID

from django.db.models import F

from lantoa.records.record.lists import KeptRow
from lantoa.records.record.models import DatedStep


def rows_of(model: type[KeptRow]) -> list[KeptRow]:
    """Return every row of a list, those in use first."""
    found = model._default_manager.order_by(F("valid_to").desc(nulls_first=True), "place", "label")
    return list(found)


def row_of(model: type[KeptRow], uuid: UUID) -> KeptRow | None:
    """Return the row of a list under an identity; None where there is none."""
    return model._default_manager.filter(uuid=uuid).first()


def steps_of(record: UUID) -> list[DatedStep]:
    """Return the steps beside a record, taken or planned, earliest first."""
    found = DatedStep.objects.filter(record=record, superseded_at__isnull=True)
    return cast(
        "list[DatedStep]", list(found.select_related("recorded_by").order_by("last_day", "pk"))
    )
