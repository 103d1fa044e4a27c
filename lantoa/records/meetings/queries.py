"""Asking about meetings."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from lantoa.figures.question import Question
from lantoa.guidance.models import cite
from lantoa.records.meetings.models import Meeting
from lantoa.records.record import queries as shared


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
    counted = Meeting.objects.believed(asked.as_known).of(units).within(asked.period)
    return [
        *_taught(counted, "themes__title", "themes__first_day"),
        *_taught(counted, "documents__number", "documents__issued_on", titled="documents__sort"),
    ]


def _taught(counted, name: str, order: str, titled: str = "") -> list[Taught]:  # type: ignore[no-untyped-def]
    both = Q(members_present__isnull=False, members_invited__isnull=False)
    found = (
        counted.filter(**{f"{name}__isnull": False})
        .values(name, order, *([titled] if titled else []))
        .annotate(
            held=Sum("events"),
            members=Sum("members_present"),
            nonmembers=Sum("nonmembers_present"),
            unseparated=Sum("unseparated_present"),
            came=Sum("members_present", filter=both),
            invited=Sum("members_invited", filter=both),
            records=Count("pk"),
        )
        .order_by(order, name)
    )
    return [_row(row, name, titled) for row in found]


def _row(row: dict[str, object], name: str, titled: str) -> Taught:
    others = [row[key] for key in ("nonmembers", "unseparated") if row[key] is not None]
    title = cite(str(row[titled]), str(row[name])) if titled else str(row[name])
    return Taught(
        title=title,
        events=row["held"],  # type: ignore[arg-type]
        members=row["members"],  # type: ignore[arg-type]
        others=sum(others) if others else None,  # type: ignore[arg-type]
        present_of_invited=row["came"],  # type: ignore[arg-type]
        invited=row["invited"],  # type: ignore[arg-type]
    )
