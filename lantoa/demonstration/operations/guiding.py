"""What the articles tell of documents, drives, targets and tasks, set at the units they name.

`an_giang/deeds/guidance.json`: key → what it is, unit (its code before 1 July 2025), article, the
ids of the deeds, columns in words of our own. A document is named by another entry by its key, or
by the name under which it came with the programme; an entry that is `known` is there already.
"""

from datetime import date
from typing import Any

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.numbers import unit_of
from lantoa.guidance.models import Drive, FrameworkDocument, GuidanceRow, Target, Task, Theme
from lantoa.guidance.operations import put_down
from lantoa.people.models import User

SORTS: dict[str, type[GuidanceRow]] = {
    "document": FrameworkDocument,
    "drive": Drive,
    "target": Target,
    "task": Task,
    "theme": Theme,
}
CALLED = {
    "document": "title",
    "drive": "name",
    "target": "words",
    "task": "words",
    "theme": "short",
}
"""The column by which a row that was entered is found again."""
ABOUT = {"is", "unit", "article", "deeds"}
DAYS = {"issued_on", "valid_from", "first_day", "last_day", "due"}
NAMES = {"document", "carries_out", "plan"}


def enter_guidance(*, by: User) -> int:
    """Set everything under its unit, what is there already left as it is; return how many."""
    held: dict[str, FrameworkDocument] = {
        each.known: each for each in FrameworkDocument.objects.believed().exclude(known="")
    }
    told = facts.deeds("guidance")
    for key, words in told.items():
        if "known" in words:
            held[key] = held[words["known"]]
            continue
        row = _set(words, held, by=by)
        if isinstance(row, FrameworkDocument):
            held[key] = row
    return len(told)


def _set(words: dict[str, Any], held: dict[str, FrameworkDocument], *, by: User) -> GuidanceRow:
    model = SORTS[words["is"]]
    columns = {name: _said(name, words[name], held) for name in words if name not in ABOUT}
    if model is not Task:
        columns["source"] = facts.articles()[words["article"]].citation
    unit = unit_of(words["unit"])
    return put_down(model(**columns), by=by, at=WRITTEN_AT, unit=unit)


def _said(name: str, value: Any, held: dict[str, FrameworkDocument]) -> Any:
    if name in DAYS:
        return date.fromisoformat(value)
    return held[value] if name in NAMES else value


def guidance_of(words: dict[str, Any]) -> GuidanceRow | None:
    """Return what stands for an entry of the file; None where nothing does."""
    if "known" in words:
        return FrameworkDocument.objects.believed().filter(known=words["known"]).first()
    said = {CALLED[words["is"]]: words[CALLED[words["is"]]], "set_by": unit_of(words["unit"])}
    rows = SORTS[words["is"]]._default_manager.filter(superseded_at__isnull=True, **said)
    return rows.first()
