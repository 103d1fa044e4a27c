"""Rows of what is asked, by whom they are seen, with all their versions."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from lantoa.guidance.models import (
    DocumentFile,
    Drive,
    FrameworkDocument,
    GuidanceRow,
    Target,
    Theme,
)

R = TypeVar("R", bound=GuidanceRow)
ORDER: dict[type[GuidanceRow], tuple[str, ...]] = {
    FrameworkDocument: ("-issued_on", "-pk"),
    Theme: ("-first_day", "-pk"),
    Drive: ("-first_day", "-pk"),
    Target: ("-first_day", "-pk"),
}
"""In which order people look for them: the latest first."""


def rows_seen(model: type[R], way: Collection[int]) -> list[R]:
    """Return what holds for a unit, believed now, latest first; `way` is the unit and all above."""
    found = model.objects.believed().seen_by(way).select_related("set_by")
    return list(found.order_by(*ORDER[model]))


def row_of(model: type[R], uuid: UUID, way: Collection[int]) -> R | None:
    """Return the last version of something that a unit sees; None for hidden and absent alike."""
    found = model.objects.seen_by(way).filter(uuid=uuid).select_related("set_by")
    return found.order_by("-pk").first()


def versions_of(row: R) -> list[R]:
    """Return every version of a row, latest first."""
    found = type(row).objects.filter(uuid=row.uuid).select_related("recorded_by")
    return list(found.order_by("-pk"))


def files_of(document: FrameworkDocument) -> list[DocumentFile]:
    """Return the files of a document that were not taken off, in the order they were added."""
    live = DocumentFile.objects.filter(document=document.uuid, removed_at__isnull=True)
    return list(live.order_by("pk"))


def file_of(uuid: UUID) -> DocumentFile | None:
    """Return a file that was not taken off; None where there is none."""
    return DocumentFile.objects.filter(uuid=uuid, removed_at__isnull=True).first()
