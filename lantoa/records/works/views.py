"""Pages of the files that prove works."""

from io import BytesIO
from pathlib import PurePath
from typing import IO, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_POST

from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.views import record_for, showing, versions_seen
from lantoa.records.works import operations, queries
from lantoa.records.works.forms import ProofForm
from lantoa.records.works.models import Proof
from lantoa.records.works.papers import read_paper


@require_POST
@login_required
def add_proofs(request: SignedIn, work: UUID) -> HttpResponse:
    """Keep more files behind a work; the same file again is the same proof."""
    held = record_for(kind_of("works"), work, user=request.user, on=localdate())
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        shown = showing(request, kind_of("works"), record=work)
        return render(request, kind_of("works").templates("show"), {**shown, "form": form})
    operations.add_proofs(form.cleaned_data["papers"], work=held, by=request.user, at=now())
    messages.success(request, f"Đã lưu {len(form.cleaned_data['papers'])} minh chứng.")
    return redirect(kind_of("works").at("show", held))


@require_GET
@login_required
def proof(request: SignedIn, proof: UUID) -> HttpResponse:
    """Hand out a proof to who may see its work: pictures to be looked at, papers to be kept."""
    kept = _proof(proof)
    versions_seen(kind_of("works"), kept.work, user=request.user, on=localdate())
    try:
        shown = _shown(kept)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("works:show", record=kept.work)
    answer = FileResponse(
        shown,
        as_attachment=not kept.media_type.startswith("image/"),
        filename=f"minh-chung-{str(kept.uuid)[:8]}{PurePath(str(kept.file.name)).suffix}",
        content_type=kept.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return cast("HttpResponse", answer)


def _shown(kept: Proof) -> IO[bytes]:
    """Return what is to be seen of a proof; papers that were kept as sent are drawn anew."""
    if not kept.is_as_sent:
        return kept.file.open("rb")
    with kept.file.open("rb") as sent:
        return BytesIO(read_paper(title=kept.title, content=sent.read()).content)


@require_POST
@login_required
def remove_proof(request: SignedIn, proof: UUID) -> HttpResponse:
    """Take a proof off a work; that it was there stays in the trail."""
    kept = _proof(proof)
    work = record_for(kind_of("works"), kept.work, user=request.user, on=localdate())
    operations.remove_proof(kept, by=request.user, at=now())
    messages.success(request, f"Đã gỡ minh chứng “{kept.title}”.")
    return redirect(kind_of("works").at("show", work))


def _proof(proof: UUID) -> Proof:
    kept = queries.proof(proof)
    if kept is None:
        raise PermissionDenied(REFUSAL)
    return kept
