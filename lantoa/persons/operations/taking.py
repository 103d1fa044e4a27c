"""Taking names down, each with its salt and the consent to it."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.formats.texts import phrase
from lantoa.people.models import User
from lantoa.persons.models import LONGEST_NAME, PersonName
from lantoa.seals.rows import salted_digest
from lantoa.trail.operations import note

SALT = 32
"""Bytes: nobody tries them all."""


def refuse_without_consent(entry: PersonName) -> None:
    """Raise ValidationError for a name that cannot be kept as it was asked, whatever the day."""
    if not phrase(entry.name):
        raise ValidationError("Hãy ghi họ tên.")
    if len(phrase(entry.name)) > LONGEST_NAME:
        raise ValidationError(f"Họ tên dài quá {LONGEST_NAME} chữ.")
    if not entry.scope or not entry.given or not entry.consent_on:
        raise ValidationError("Hãy ghi người này đồng ý nêu tên ở đâu, ngày nào, bằng cách nào.")


def refuse_unclear(entry: PersonName, *, at: datetime) -> None:
    """Raise ValidationError also where consent was given on a day to come."""
    refuse_without_consent(entry)
    if entry.consent_on > localtime(at).date():
        raise ValidationError("Ngày đồng ý còn ở phía trước.")


@transaction.atomic
def take(entries: Sequence[PersonName], *, by: User, at: datetime) -> None:
    """Keep new names, each with its salt; one line a book, which tells no name.

    Who may record at their units is asked by whoever keeps what they stand in. Raises
    ValidationError for a name without consent, or one that cannot be kept.
    """
    books: dict[object, list[PersonName]] = {}
    for entry in entries:
        refuse_unclear(entry, at=at)
        entry.name, entry.salt = phrase(entry.name), secrets.token_hex(SALT)
        entry.digest = salted_digest(entry.name, salt=entry.salt)
        entry.taken_by, entry.taken_at = by, at
        entry.save(force_insert=True)
        books.setdefault(entry.unit.home, []).append(entry)
    for taken in books.values():
        about = [each for entry in taken for each in (entry.uuid, entry.unit.uuid)]
        home = taken[0].unit.home
        note(by=by, at=at, home=home, deed="persons.take", about=about, rows=taken)
