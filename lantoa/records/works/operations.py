"""Recording, correcting and withdrawing works, and adding proof."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from lantoa.people.models import User
from lantoa.records.record import operations as shared
from lantoa.records.record.entry import Entry, Problem
from lantoa.records.record.models import Approximation
from lantoa.records.works.models import Proof, Work
from lantoa.records.works.papers import Paper
from lantoa.trail.operations import note
from lantoa.units.models import Unit


@dataclass(frozen=True, kw_only=True)
class WorkEntry(Entry):
    """A work or a gift, as somebody asks to write it down; money in đồng."""

    sort: str
    title: str
    house: str = ""
    place: str = ""
    quantity: int | None = None
    state_money: int | None = None
    members_money: int | None = None
    people_money: int | None = None
    sponsors_money: int | None = None
    unsplit_money: int | None = None
    money_approximation: str = Approximation.EXACT
    money_words: str = ""
    workdays: int | None = None
    partners: str = ""
    poor_households: int | None = None
    near_poor_households: int | None = None
    policy_households: int | None = None
    other_households: int | None = None
    pupils: int | None = None
    people: int | None = None
    organisations: int | None = None


def record(*, by: User, at: datetime, entry: WorkEntry) -> Work:
    """Record a work; the same key with the same content again is the same work."""
    return record_many(by=by, at=at, entries=[entry])[0]


@transaction.atomic
def record_many(*, by: User, at: datetime, entries: Sequence[WorkEntry]) -> list[Work]:
    """Record works, all or none.

    Raises Refused with the place of each entry that contradicts itself or the days on which its
    unit existed, or that bears a key already used for other content.
    """
    shared.refuse(shared.day_problems(entries, at=at))
    shared.refuse(house_problems(entries))
    works, fresh = shared.insert_new(Work, entries, by=by, at=at)
    new = list({work.key: work for work in works if work.key in fresh}.values())
    if new:
        shared.note_recorded(new, by=by, at=at, deed="works.record")
    return works


@transaction.atomic
def correct(work: Work, *, entry: WorkEntry, by: User, at: datetime, reason: str) -> Work:
    """Correct a work with a reason; both versions stay to be seen."""
    shared.refuse(shared.day_problems([entry], at=at))
    shared.refuse(house_problems([entry]))
    return shared.replace(work, entry, by=by, at=at, reason=reason, deed="works.correct")


def withdraw(work: Work, *, by: User, at: datetime, reason: str) -> None:
    """Withdraw a work with a reason: it counts no more, and stays to be seen."""
    shared.withdraw(work, by=by, at=at, reason=reason, deed="works.withdraw")


def house_problems(entries: Sequence[WorkEntry]) -> Iterable[Problem]:
    """Yield houses of which nobody said for whom they are built."""
    for place, entry in enumerate(entries):
        if entry.sort == Work.Sort.HOUSE and not entry.house:
            yield Problem(
                place, "house", "Hãy chọn loại nhà: tình nghĩa, đại đoàn kết hay tình thương."
            )


@transaction.atomic
def add_proof(*, work: Work, paper: Paper, by: User, at: datetime) -> Proof:
    """Keep a photograph or a paper behind a work; the same file again is the same proof."""
    sha256 = hashlib.sha256(paper.content).hexdigest()
    held = Proof.objects.filter(work=work.uuid, sha256=sha256, removed_at__isnull=True).first()
    if held:
        return held
    proof = Proof(
        work=work.uuid,
        title=paper.title,
        media_type=paper.media_type,
        sha256=sha256,
        added_by=by,
        added_at=at,
    )
    proof.file.save(f"{proof.uuid}{paper.suffix}", ContentFile(paper.content), save=False)
    proof.save()
    _note(work.unit, "works.add_proof", proof, by=by, at=at)
    return proof


@transaction.atomic
def remove_proof(proof: Proof, *, unit: Unit, by: User, at: datetime) -> None:
    """Take a proof off a work; that it was there stays in the trail."""
    proof.removed_at = at
    proof.save(update_fields=["removed_at"])
    _note(unit, "works.remove_proof", proof, by=by, at=at)


def _note(unit: Unit, deed: str, proof: Proof, *, by: User, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=unit.home,
        deed=deed,
        about=[proof.work, proof.uuid],
        after={"sha256": proof.sha256},
    )
