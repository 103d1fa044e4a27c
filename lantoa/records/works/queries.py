"""Asking about works."""

from collections.abc import Collection
from uuid import UUID

from lantoa.figures.question import Question
from lantoa.records.record import queries as shared
from lantoa.records.works.models import Proof, Work


def rows(*, units: Collection[int], asked: Question) -> list[Work]:
    """Return the works of some units in a period, latest first."""
    return shared.rows(Work, units, asked)


def proofs_of(work: UUID) -> list[Proof]:
    """Return what is kept behind a work, earliest first."""
    return list(Proof.objects.filter(work=work, removed_at__isnull=True).order_by("pk"))


def proof(uuid: UUID) -> Proof | None:
    """Return one proof that is still kept; None where there is none of that identity."""
    return Proof.objects.filter(uuid=uuid, removed_at__isnull=True).first()
