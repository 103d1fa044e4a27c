"""Keeping photographs and papers behind works, and taking them off."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.records.record.access import refuse_strangers
from lantoa.records.works.models import Proof, Work
from lantoa.records.works.papers import KeptFile
from lantoa.trail.operations import note
from lantoa.units.models import Unit


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
