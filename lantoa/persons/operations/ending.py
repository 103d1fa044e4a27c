"""Consent that is withdrawn, and names that are erased: each once, with a line that names nobody.

Whoever reads the trail learns which row was erased, when, by whom and why, never which name.
"""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.figures.words import fold
from lantoa.formats.texts import phrase
from lantoa.people.models import User
from lantoa.persons.models import PersonName
from lantoa.persons.operations.wiping import wipe
from lantoa.posts.access import REFUSAL, Purpose, may
from lantoa.trail.operations import note

ERASE = "persons.erase"
"""The deed of a line by which names were erased: its subjects are what must stay erased."""


@transaction.atomic
def withdraw(held: PersonName, *, on: date, by: User, at: datetime) -> None:
    """Note that consent was withdrawn on a day: from now on the name is shown nowhere.

    A second time changes nothing. Raises ValidationError for a day that cannot be.
    """
    refuse_keeper(held, by=by, at=at)
    row = _locked(held)
    if row.withdrawn_on or row.erased_at:
        return
    if on < row.consent_on:
        raise ValidationError(
            f"Ngày rút đồng ý phải từ ngày đồng ý ({write_day(row.consent_on)}) trở đi."
        )
    if on > localtime(at).date():
        raise ValidationError("Ngày rút đồng ý còn ở phía trước.")
    row.withdrawn_on, row.withdrawn_by = on, by
    row.save(update_fields=["withdrawn_on", "withdrawn_by"])
    about = [row.uuid, row.unit.uuid]
    note(by=by, at=at, home=row.unit.home, deed="persons.withdraw", about=about, after={"on": on})


def erase(held: PersonName, *, by: User, at: datetime, why: str) -> None:
    """Erase a name and its salt for good; a second time changes nothing.

    Raises ValidationError without a reason, or for one that holds the name itself.
    """
    refuse_keeper(held, by=by, at=at)
    erase_by_rule(held, by=by, at=at, why=told(why, name=held.name))


@transaction.atomic
def erase_by_rule(held: PersonName, *, by: User | None, at: datetime, why: str) -> bool:
    """Do the same where a rule asks for it and nobody else; tell whether there was a name."""
    row = _locked(held)
    if row.erased_at:
        return False
    row.name = row.salt = ""
    row.erased_at, row.erased_by, row.erased_why = at, by, why
    row.save(update_fields=["name", "salt", "erased_at", "erased_by", "erased_why"])
    about = [row.uuid, row.unit.uuid]
    note(by=by, at=at, home=row.unit.home, deed=ERASE, about=about, after={"reason": why})
    transaction.on_commit(wipe)
    return True


def told(why: str, *, name: str) -> str:
    """Return a reason as it is kept; raises ValidationError for none, or one that tells a name."""
    kept = phrase(why)
    if not kept:
        raise ValidationError("Hãy ghi lý do xóa.")
    if name and fold(name) in fold(kept):
        raise ValidationError("Lý do không được chứa chính tên cần xóa: lý do được giữ lại.")
    return kept[:300]


def refuse_keeper(held: PersonName, *, by: User, at: datetime) -> None:
    """Raise PermissionDenied unless somebody administers the unit whose record the name is in."""
    on = localtime(at).date()
    if not by.is_active or not may(by, held.unit, work=Purpose.ADMINISTER, on=on):
        raise PermissionDenied(REFUSAL)


def _locked(held: PersonName) -> PersonName:
    return PersonName.objects.select_for_update(of=("self",)).select_related("unit").get(pk=held.pk)
