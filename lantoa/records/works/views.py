"""Pages of works, and of the files that prove them."""

from pathlib import PurePath
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET, require_POST

from lantoa.figures.writing import write_dong
from lantoa.posts.access import REFUSAL
from lantoa.records.record.views import (
    Asked,
    Fact,
    Group,
    Kind,
    SignedIn,
    groups_of,
    record_for,
    showing,
    versions_seen,
)
from lantoa.records.works import operations, queries
from lantoa.records.works.forms import ProofForm, WorkForm
from lantoa.records.works.models import COST, Proof, Work


def groups(work: Work) -> list[Group]:
    """Return what a work says: a house by whom it is for, the quantity in the word of its sort."""
    return groups_of(
        work,
        said={
            "sort": work.get_house_display() or work.get_sort_display(),
            "house": None,
            "quantity": Fact.count("", work.quantity, work.measured_in).text,
        },
        besides={COST: [Fact("Cộng các nguồn", write_dong(work.money))]},
    )


def line(work: Work) -> str:
    """Return a work in one line: its sort, how much of it, and its money."""
    sort = work.get_house_display() or work.get_sort_display()
    amount = Fact.count("", work.quantity, work.measured_in).text
    return f"{sort}: {amount}; kinh phí: {write_dong(work.money)}"


def _record(form: WorkForm, asked: Asked) -> Work:
    work = operations.record(by=asked.by, at=asked.at, entry=form.entry(key=asked.key))
    _keep(form, work, asked)
    return work


def _keep(form: ProofForm, work: Work, asked: Asked) -> None:
    for paper in form.cleaned_data["papers"]:
        operations.add_proof(work=work, paper=paper, by=asked.by, at=asked.at)


def _proofs(work: Work) -> dict[str, Any]:
    return {"proofs": queries.proofs_of(work.uuid), "form": ProofForm()}


KIND = Kind(
    name="works",
    one="công trình, phần việc",
    many="Công trình, phần việc",
    link="Công trình",
    icon="house",
    form=WorkForm,
    record=_record,
    correct=operations.correct,
    withdraw=operations.withdraw,
    versions=queries.versions,
    listed=queries.listed,
    groups=groups,
    line=line,
    beside=_proofs,
)


@require_POST
@login_required
def add_proofs(request: SignedIn, work: UUID) -> HttpResponse:
    """Keep more files behind a work; the same file again is the same proof."""
    held = record_for(KIND, work, user=request.user, on=localdate())
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        shown = showing(request, KIND, record=work)
        return render(request, KIND.templates("show"), {**shown, "form": form})
    _keep(form, held, Asked(by=request.user, at=now(), key=held.key))
    messages.success(request, f"Đã lưu {len(form.cleaned_data['papers'])} minh chứng.")
    return redirect(KIND.show(held))


@require_GET
@login_required
def proof(request: SignedIn, proof: UUID) -> HttpResponse:
    """Hand out a proof to who may see its work: pictures to be looked at, papers to be kept."""
    kept = _proof(proof)
    versions_seen(KIND, kept.work, user=request.user, on=localdate())
    answer = FileResponse(
        kept.file.open("rb"),
        as_attachment=not kept.media_type.startswith("image/"),
        filename=f"minh-chung-{str(kept.uuid)[:8]}{PurePath(str(kept.file.name)).suffix}",
        content_type=kept.media_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return cast("HttpResponse", answer)


@require_POST
@login_required
def remove_proof(request: SignedIn, proof: UUID) -> HttpResponse:
    """Take a proof off a work; that it was there stays in the trail."""
    kept = _proof(proof)
    work = record_for(KIND, kept.work, user=request.user, on=localdate())
    operations.remove_proof(kept, by=request.user, at=now())
    messages.success(request, f"Đã gỡ minh chứng “{kept.title}”.")
    return redirect(KIND.show(work))


def _proof(proof: UUID) -> Proof:
    kept = queries.proof(proof)
    if kept is None:
        raise PermissionDenied(REFUSAL)
    return kept
