"""Beginning to read a document, and deleting its text when it is done."""

import hashlib
from dataclasses import astuple, dataclass
from datetime import date, datetime

from django.db import transaction

from lantoa.intake.texts.text import Text
from lantoa.people.models import User
from lantoa.reader.models import Reading
from lantoa.trail.operations import note
from lantoa.units.models import Unit


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A document as it is handed in: its text, what it is, and where it was published."""

    text: Text
    sort: str
    title: str
    source: str
    day: date
    source_url: str = ""

    @property
    def sha256(self) -> str:
        """Return the digest of its text: the same words are the same document."""
        return hashlib.sha256(self.text.content.encode()).hexdigest()


@transaction.atomic
def open_reading(paper: Submission, *, unit: Unit, by: User, at: datetime) -> Reading:
    """Begin to read a document at a unit; the same one again goes on where it was left."""
    reading, is_new = Reading.objects.get_or_create(
        unit=unit,
        sha256=paper.sha256,
        forgotten_at=None,
        defaults={
            "by": by,
            "at": at,
            "sort": paper.sort,
            "title": paper.title,
            "source": paper.source,
            "source_url": paper.source_url,
            "day": paper.day,
            "text": paper.text.content,
            "stretches": [astuple(each) for each in paper.text.stretches],
            "remarks": list(paper.text.remarks),
        },
    )
    if is_new:
        _note(reading, deed="reader.open", by=by, at=at)
    return reading


@transaction.atomic
def forget(reading: Reading, *, by: User, at: datetime) -> None:
    """Delete the text of a document; what was confirmed stays. A second time changes nothing."""
    held = Reading.objects.filter(pk=reading.pk, forgotten_at__isnull=True)
    if held.update(text="", stretches=[], forgotten_at=at):
        _note(reading, deed="reader.forget", by=by, at=at)


def _note(reading: Reading, *, deed: str, by: User, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=reading.unit.home,
        deed=deed,
        about=[reading.uuid, reading.unit.uuid],
        after={"sha256": reading.sha256},
    )
