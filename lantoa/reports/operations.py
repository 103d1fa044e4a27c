"""Making the files of a report, with the layout that this installation uses."""

import hashlib
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from lantoa.people.models import User
from lantoa.reports import excel, word
from lantoa.reports.document import Document
from lantoa.reports.profiles import Profile
from lantoa.trail.files import write_whole
from lantoa.trail.operations import note
from lantoa.units.models import Unit

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def template_for(profile: Profile) -> Path:
    """Return the layout in use: the clerk's own under `LANTOA_VAR/layouts`, or the project's."""
    own = _own(profile)
    return own if own.exists() else profile.template


def file_of(document: Document, *, profile: Profile, kind: str) -> bytes:
    """Return a report as the bytes of a .docx, or its annexes as the bytes of an .xlsx.

    Raises TemplateRefused for a layout that would lose a part of the report.
    """
    if kind == "xlsx":
        return excel.render(document)
    template = template_for(profile)
    if template == profile.template:
        return word.render(document, template)
    return word.render_apart(document, template.read_bytes())


@transaction.atomic
def keep_layout(
    content: bytes, *, profile: Profile, example: Document, place: Unit, by: User, at: datetime
) -> Path:
    """Keep a clerk's own layout after it has set an example whole; the one before it stays too.

    Raises TemplateRefused where it does not, and leaves the layout before it in use.
    """
    word.render_apart(example, content)
    _note_layout("reports.keep_layout", profile, content, place=place, by=by, at=at)
    kept = _own(profile)
    _keep_beside(profile, content)
    write_whole(kept, content)
    return kept


@transaction.atomic
def forget_layout(*, profile: Profile, place: Unit, by: User, at: datetime) -> None:
    """Go back to the project's own layout; the clerk's stays beside, out of use."""
    if _own(profile).exists():
        _note_layout("reports.forget_layout", profile, b"", place=place, by=by, at=at)
        _keep_beside(profile, _own(profile).read_bytes())
        _own(profile).unlink()


def _own(profile: Profile) -> Path:
    return Path(settings.VAR) / "layouts" / profile.template.name


def _keep_beside(profile: Profile, content: bytes) -> None:
    """Keep the layout in use, and the one that follows it, under names that tell their content."""
    own = _own(profile)
    for each in filter(None, (own.read_bytes() if own.exists() else b"", content)):
        beside = own.with_name(f"{own.stem}.{_digest(each)}{own.suffix}")
        if not beside.exists():
            write_whole(beside, each)


def _note_layout(
    deed: str, profile: Profile, content: bytes, *, place: Unit, by: User, at: datetime
) -> None:
    before = _own(profile).read_bytes() if _own(profile).exists() else b""
    if content == before:
        return
    note(
        by=by,
        at=at,
        home=place.home,
        deed=deed,
        about=[place.uuid],
        before={"layout": profile.key, "sha256": _digest(before)},
        after={"layout": profile.key, "sha256": _digest(content)},
    )


def _digest(content: bytes) -> str:
    """Return the SHA-256 of a layout; that of the project's own, which lies with it, is empty."""
    return hashlib.sha256(content).hexdigest() if content else ""
