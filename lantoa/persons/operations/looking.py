"""That somebody looked: a row for each page of a name and each file handed out."""

from datetime import datetime

from django.db import transaction

from lantoa.people.models import User
from lantoa.persons.models import NameLook, PersonName
from lantoa.trail.operations import note
from lantoa.units.models import Unit

Subject = PersonName | User
"""Of whom something is held: a name in a record, or the holder of an account."""


def note_look(subject: Subject, *, by: User, at: datetime) -> NameLook:
    """Note that somebody opened the page of a person."""
    return _looked(subject, by=by, at=at, what=NameLook.What.PAGE)


@transaction.atomic
def note_export(subject: Subject, *, place: Unit, by: User, at: datetime) -> NameLook:
    """Note that what is held of a person was handed out as a file; the line tells no name."""
    about = [subject.uuid, place.uuid]
    note(by=by, at=at, home=place.home, deed="persons.export", about=about)
    return _looked(subject, by=by, at=at, what=NameLook.What.EXPORT)


def _looked(subject: Subject, *, by: User, at: datetime, what: NameLook.What) -> NameLook:
    named = {"name": subject} if isinstance(subject, PersonName) else {"account": subject}
    return NameLook.objects.create(by=by, at=at, what=what, **named)
