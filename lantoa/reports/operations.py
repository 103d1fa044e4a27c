"""Making the files of a report, with the layout that this installation uses."""

from pathlib import Path

from django.conf import settings

from lantoa.reports import excel, word
from lantoa.reports.document import Document
from lantoa.reports.profiles import Profile

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def template_for(profile: Profile) -> Path:
    """Return the layout in use: the clerk's own under `LANTOA_VAR/layouts`, or the project's."""
    own = Path(settings.VAR) / "layouts" / profile.template.name
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


def keep_layout(content: bytes, *, profile: Profile, example: Document) -> Path:
    """Keep a clerk's own layout after it has set an example whole.

    Raises TemplateRefused where it does not, and leaves the layout before it in use.
    """
    word.render_apart(example, content)
    folder = Path(settings.VAR) / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / profile.template.name
    kept.write_bytes(content)
    return kept


def forget_layout(*, profile: Profile) -> None:
    """Go back to the project's own layout."""
    (Path(settings.VAR) / "layouts" / profile.template.name).unlink(missing_ok=True)
