"""Asking about meetings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from lantoa.figures.question import Question
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.guidance.queries import last_versions
from lantoa.records.meetings.models import Meeting
from lantoa.records.record import queries as shared
from lantoa.records.record.models import Record


@dataclass(frozen=True)
class Taught:
    """What was taught of one document or theme: meetings, turns of members and of others.

    `invited` is the number of turns invited where both sides are known; `present_of_invited` those
    of them who came.
    """

    title: str
    events: int | None
    members: int | None
    others: int | None
    present_of_invited: int | None
    invited: int | None


def rows(*, units: Collection[int], asked: Question) -> list[Meeting]:
    """Return the meetings of some units in a period, latest first."""
    return shared.rows(Meeting, units, asked)


def by_content(*, units: Collection[int], asked: Question) -> list[Taught]:
    """Return what was taught, one row a document or theme.

    A meeting that taught several counts under each: rows must not be added to one another.
    """
    counted = shared.asked_of(Meeting, units, asked)
    return [
        *_taught(counted, "themes", Theme, asked.as_known),
        *_taught(counted, "documents", FrameworkDocument, asked.as_known),
    ]


def _taught(
    counted: "QuerySet[Record]",
    name: str,
    model: type[Theme | FrameworkDocument],
    as_known: datetime | None,
) -> list[Taught]:
    """Return a row a theme or document, whichever of its versions the meetings name."""
    both = Q(members_present__isnull=False, members_invited__isnull=False)
    found = (
        counted.filter(**{f"{name}__isnull": False})
        .values(which=F(f"{name}__uuid"))
        .annotate(
            held=Sum("events"),
            members=Sum("members_present"),
            nonmembers=Sum("nonmembers_present"),
            unseparated=Sum("unseparated_present"),
            came=Sum("members_present", filter=both),
            invited=Sum("members_invited", filter=both),
        )
    )
    rows = {row["which"]: row for row in found}
    versions = last_versions(model, list(rows), as_known=as_known)
    return [_row(rows[uuid], each) for uuid, each in versions.items()]


def _row(row: Mapping[str, Any], what: Theme | FrameworkDocument) -> Taught:
    others = [row[key] for key in ("nonmembers", "unseparated") if row[key] is not None]
    return Taught(
        title=what.title if isinstance(what, Theme) else str(what),
        events=row["held"],
        members=row["members"],
        others=sum(others) if others else None,
        present_of_invited=row["came"],
        invited=row["invited"],
    )
