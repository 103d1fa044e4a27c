"""Recording, correcting and withdrawing works, and adding proof."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from lantoa.figures.writing import write_dong, write_number
from lantoa.money.queries import works_given_for
from lantoa.people.models import User
from lantoa.reading.typed import Mistyped, read_dong
from lantoa.records.record.access import refuse_strangers
from lantoa.records.record.columns import Count, names
from lantoa.records.record.entry import Problem
from lantoa.records.record.models import Approximation
from lantoa.records.record.operations import Done, Likeness
from lantoa.records.works.models import MONEY, SERVED, Proof, Work
from lantoa.records.works.papers import KeptFile
from lantoa.trail.operations import note
from lantoa.units.models import Unit

HOUSEHOLDS = [each for each in names(Work, SERVED, Count) if each.endswith("households")]


def house_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield houses of which nobody said for whom they are built."""
    for place, entry in enumerate(entries):
        if entry.sort == Work.Sort.HOUSE and not entry.house:
            yield Problem(
                place, "house", "Hãy chọn loại nhà: tình nghĩa, đại đoàn kết hay tình thương."
            )


def household_gaps(entries: Sequence[Work]) -> Iterable[Problem]:
    """Ask about more houses than households that got one."""
    for place, entry in enumerate(entries):
        known = [number for name in HOUSEHOLDS if (number := getattr(entry, name)) is not None]
        if entry.sort == Work.Sort.HOUSE and known and (entry.quantity or 0) > sum(known):
            yield Problem(
                place,
                "quantity",
                f"Ghi {write_number(entry.quantity)} căn nhà, mà chỉ có {write_number(sum(known))} "
                "hộ được hưởng.",
            )


def money_gaps(entries: Sequence[Work]) -> Iterable[Problem]:
    """Ask about sources of money that do not come to the sum which the source of it all names."""
    for place, entry in enumerate(entries):
        stated = _stated(entry.money_words)
        if entry.money is None or stated is None or entry.money == stated:
            continue
        if entry.money_approximation == Approximation.EXACT:
            yield Problem(
                place,
                "money_words",
                f"Nguồn ghi {entry.money_words} ({write_dong(stated)}), cộng các nguồn được "
                f"{write_dong(entry.money)}.",
            )


def gift_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield works that tell their own money although gifts were given for them."""
    given = works_given_for({each.key for each in entries if each.own_money is not None})
    for place, entry in enumerate(entries):
        if entry.own_money is not None and entry.key in given:
            name = next(each for each in MONEY if getattr(entry, each) is not None)
            yield Problem(
                place,
                name,
                f"Đã có {write_dong(given[entry.key])} góp cho công trình này, tính là kinh phí. "
                "Để trống các ô kinh phí, hoặc bỏ công trình ở việc tiếp nhận.",
            )


def _stated(words: str) -> int | None:
    """Return the sum that some words name and nothing else; None where they name none."""
    try:
        return read_dong(words) if words else None
    except Mistyped:
        return None


DONE = Done(
    model=Work,
    deed="works",
    checks=[house_problems, gift_problems],
    gaps=[household_gaps, money_gaps],
    alike=Likeness(besides=("place",)),
)
record, record_many = DONE.record, DONE.record_many
correct, withdraw = DONE.correct, DONE.withdraw


@transaction.atomic
def add_proof(*, work: Work, paper: KeptFile, by: User, at: datetime) -> Proof:
    """Keep a photograph or a paper behind a work; the same file again is the same proof.

    Raises PermissionDenied for who may not record at its unit.
    """
    refuse_strangers(by, at=[work.unit.pk], on=localtime(at).date())
    sha256 = hashlib.sha256(paper.content).hexdigest()
    if held := _held(work, sha256=sha256, sent=paper.sent_sha256):
        return held
    proof = Proof(
        work=work.uuid,
        title=paper.title,
        media_type=paper.media_type,
        sha256=sha256,
        sent_sha256=paper.sent_sha256,
        added_by=by,
        added_at=at,
    )
    proof.file.save(f"{proof.uuid}{paper.suffix}", ContentFile(paper.content), save=False)
    proof.save()
    _note(work.unit, "works.add_proof", proof, by=by, at=at)
    return proof


def _held(work: Work, *, sha256: str, sent: str) -> Proof | None:
    """Return the proof that was made of the same file, or shows the same."""
    same = Q(sha256=sha256) | (Q(sent_sha256=sent) if sent else Q())
    return Proof.objects.filter(same, work=work.uuid, removed_at__isnull=True).first()


@transaction.atomic
def add_proofs(papers: Iterable[KeptFile], *, work: Work, by: User, at: datetime) -> None:
    """Keep several photographs or papers behind a work, all or none."""
    for paper in papers:
        add_proof(work=work, paper=paper, by=by, at=at)


@transaction.atomic
def remove_proof(proof: Proof, *, by: User, at: datetime) -> None:
    """Take a proof off its work; that it was there stays in the trail.

    Raises PermissionDenied for who may not record at the unit of the work.
    """
    unit = Work.objects.filter(uuid=proof.work).select_related("unit").latest("pk").unit
    refuse_strangers(by, at=[unit.pk], on=localtime(at).date())
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
        after={"sha256": proof.sha256, "sent_sha256": proof.sent_sha256},
    )
