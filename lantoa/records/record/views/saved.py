"""What was already saved from a page: the key of a form is in its address, where Back finds it.

A browser that goes back shows the page as it was, or asks for it anew. Either way the page has the
key under which it was saved, so that sending it again is noticed.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import Record
from lantoa.records.record.queries import newest_under
from lantoa.units.models import Unit


@dataclass(frozen=True)
class SavedBefore:
    """A record that was saved from the page, its pages, and a key for one more like it."""

    record: Any
    show_url: str
    correct_url: str
    another_url: str
    another_key: UUID


def saved_before(kind: KindConfig, unit: Unit, *, key: UUID | None) -> SavedBefore | None:
    """Return what a unit already saved under a key; None where nothing bears it here."""
    held = newest_under(kind.done.model, unit, key=str(key)) if key else None
    if held is None:
        return None
    correct = "" if held.superseded_at else kind.at("correct", held)
    return SavedBefore(held, kind.at("show", held), correct, kind.at("record", unit), uuid4())


def when_saved(record: Record) -> str:
    """Write the moment at which a record was written down."""
    local = localtime(record.recorded_at)
    return f"{local.hour}:{local.minute:02d} ngày {write_day(local.date())}"
