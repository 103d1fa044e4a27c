"""Files of documents: added, handed out to who sees the document, taken off."""

from pathlib import PurePath
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_POST

from lantoa.guidance.models import DocumentFile, FrameworkDocument
from lantoa.guidance.operations import add_file, remove_file
from lantoa.guidance.queries import file_of, row_of, way_to
from lantoa.intake.limits import LARGEST_PROOF
from lantoa.intake.proofs import proof_of
from lantoa.intake.refusal import Unreadable
from lantoa.office.forms import FileForm
from lantoa.office.views.guidance import GUIDANCE, content_of
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.units.models import Unit

DOCUMENTS = GUIDANCE["van-ban"]


@require_POST
@login_required
def add_document_file(request: SignedIn, unit: UUID, row: UUID) -> HttpResponse:
    """Keep a file behind a document; one that is refused is told beside its box."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=on)
    held = _document(row, place)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            fit = proof_of(sent.read(LARGEST_PROOF + 1), title=sent.name)
            add_file(held, fit, title=sent.name, by=request.user, at=now(), unit=place)
        except Unreadable as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, f"Đã lưu tệp “{sent.name}”.")
            return _back(place, held)
    shown = content_of(request, place, DOCUMENTS, held) | {"form": form}
    return show(request, "guidance_row", unit=place, on=on, **shown)


@require_GET
@login_required
def document_file(request: SignedIn, unit: UUID, file: UUID) -> HttpResponse:
    """Hand out a file to who sees its document."""
    place = unit_for(user=request.user, unit=unit, work=Purpose.RECORD, on=localdate())
    kept, _ = _kept(file, place)
    answer = FileResponse(
        kept.file.open("rb"),
        as_attachment=not kept.media_type.startswith("image/"),
        filename=f"van-ban-{str(kept.uuid)[:8]}{PurePath(str(kept.file.name)).suffix}",
        content_type=kept.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return cast("HttpResponse", answer)


@require_POST
@login_required
def remove_document_file(request: SignedIn, unit: UUID, file: UUID) -> HttpResponse:
    """Take a file off a document; that it was there stays in the trail."""
    place = unit_for(user=request.user, unit=unit, work=Purpose.KEEP, on=localdate())
    kept, held = _kept(file, place)
    try:
        remove_file(kept, held, by=request.user, at=now(), unit=place)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"Đã gỡ tệp “{kept.title}”.")
    return _back(place, held)


def _back(place: Unit, held: FrameworkDocument) -> HttpResponse:
    return redirect("office:guidance-row", unit=place.uuid, sort=DOCUMENTS.slug, row=held.uuid)


def _kept(file: UUID, place: Unit) -> tuple[DocumentFile, FrameworkDocument]:
    kept = file_of(file)
    if kept is None:
        raise PermissionDenied(REFUSAL)
    return kept, _document(kept.document, place)


def _document(row: UUID, place: Unit) -> FrameworkDocument:
    held = row_of(FrameworkDocument, row, way_to(place.pk, on=localdate()))
    if held is None:
        raise PermissionDenied(REFUSAL)
    return held
