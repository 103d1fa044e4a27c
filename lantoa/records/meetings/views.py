"""What the pages of meetings show and do."""

from typing import Any

from django.db.models import QuerySet

from lantoa.figures.writing import write_number
from lantoa.records.meetings import operations, queries
from lantoa.records.meetings.forms import MeetingForm
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.views import Asked, Fact, Group, Kind, groups_of


def groups(meeting: Meeting) -> list[Group]:
    """Return what a meeting says: how many of it in the word of its source."""
    return groups_of(
        meeting,
        said={
            "events": Fact.count("", meeting.events, meeting.event_word or "buổi").text,
            "event_word": None,
            "documents": _named(meeting.documents.order_by("issued_on")),
            "themes": _named(meeting.themes.order_by("first_day")),
        },
    )


def _named(taught: QuerySet[Any]) -> str:
    return "; ".join(str(each) for each in taught) or "không ghi"


def line(meeting: Meeting) -> str:
    """Return a meeting in one line: its sort, and how many own members came."""
    came = Fact.count("", meeting.members_present, "lượt đảng viên dự").text
    held = f"{write_number(meeting.events)} buổi, " if (meeting.events or 1) > 1 else ""
    return f"{meeting.get_sort_display()}: {held}{came}"


def _record(form: MeetingForm, asked: Asked) -> Meeting:
    return operations.record(by=asked.by, at=asked.at, entry=form.entry(key=asked.key))


KIND = Kind(
    name="meetings",
    one="buổi học tập, sinh hoạt",
    many="Buổi học tập, sinh hoạt",
    link="Học tập",
    icon="people",
    form=MeetingForm,
    record=_record,
    correct=operations.correct,
    withdraw=operations.withdraw,
    versions=queries.versions,
    listed=queries.listed,
    groups=groups,
    line=line,
)
