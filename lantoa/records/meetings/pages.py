"""How meetings stand on pages: what is asked, and what they say."""

from typing import Any

from django.db.models import QuerySet

from lantoa.figures.writing import write_number
from lantoa.records.meetings.forms import MeetingForm
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.pages import Action, Fact, Group, Pages, groups_of
from lantoa.units.models import Kind


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


PAGES = Pages(
    one="buổi học tập, sinh hoạt",
    many="Buổi học tập, sinh hoạt",
    recorded="bản ghi học tập, sinh hoạt",
    word="buoi-hoc",
    link="Học tập",
    icon="people",
    button="Ghi buổi học tập",
    form=MeetingForm,
    groups=groups,
    line=line,
    actions=(
        Action(
            label="Ghi buổi sinh hoạt chi bộ",
            note="Thường kỳ, chuyên đề",
            icon="people",
            filled={"sort": Meeting.Sort.REGULAR},
            of=(Kind.CELL,),
        ),
        Action(
            label="Ghi học tập, hội nghị",
            note="Học nghị quyết, học Bác, nói chuyện",
            icon="pen",
            filled={"sort": Meeting.Sort.CONFERENCE},
        ),
    ),
    by_message=True,
)
