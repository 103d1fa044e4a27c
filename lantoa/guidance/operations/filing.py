"""Keeping the files of documents: what is to be seen of them, opened apart."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from lantoa.guidance.access import administers_root, may_set
from lantoa.guidance.models import DocumentFile, FrameworkDocument
from lantoa.intake.proofs import FitFile
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL
from lantoa.trail.operations import note
from lantoa.units.models import Unit


@transaction.atomic
def add_file(
    document: FrameworkDocument,
    fit: FitFile,
    *,
    title: str,
    by: User,
    at: datetime,
    unit: Unit,
) -> DocumentFile:
    """Keep what is to be seen of a file behind a document; the same file again is the same.

    Raises PermissionDenied for who may not change the document.
    """
    _refuse_stranger(document, by, unit, at=at)
    same = Q(sha256=fit.sha256) | Q(sent_sha256=fit.sent_sha256)
    live = DocumentFile.objects.filter(same, document=document.uuid, removed_at__isnull=True)
    if held := live.first():
        return held
    row = DocumentFile(
        document=document.uuid,
        title=title[:200],
        media_type=fit.media_type,
        sha256=fit.sha256,
        sent_sha256=fit.sent_sha256,
        added_by=by,
        added_at=at,
    )
    row.file.save(f"{row.uuid}{fit.suffix}", ContentFile(fit.content), save=False)
    row.save()
    _note("add_file", row, document, by=by, at=at, unit=unit)
    return row


@transaction.atomic
def remove_file(
    row: DocumentFile, document: FrameworkDocument, *, by: User, at: datetime, unit: Unit
) -> None:
    """Take a file off a document; that it was there stays in the trail. Raises as `add_file`."""
    _refuse_stranger(document, by, unit, at=at)
    live = DocumentFile.objects.filter(pk=row.pk, removed_at__isnull=True)
    if not live.update(removed_at=at):
        raise ValidationError("Tệp này đã được gỡ.")
    _note("remove_file", row, document, by=by, at=at, unit=unit)


def _refuse_stranger(document: FrameworkDocument, by: User, unit: Unit, *, at: datetime) -> None:
    on = localtime(at).date()
    is_let = (
        may_set(by, document.set_by, on=on)
        if document.set_by
        else administers_root(by, unit, on=on)
    )
    if not is_let:
        raise PermissionDenied(REFUSAL)


def _note(
    deed: str,
    row: DocumentFile,
    document: FrameworkDocument,
    *,
    by: User,
    at: datetime,
    unit: Unit,
) -> None:
    home = (document.set_by or unit).home
    after = {"sha256": row.sha256, "sent_sha256": row.sent_sha256}
    about = [row.uuid, document.uuid]
    note(by=by, at=at, home=home, deed=f"guidance.{deed}", about=about, after=after)
