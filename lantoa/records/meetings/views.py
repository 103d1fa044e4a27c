"""What the pages of meetings show and do."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from lantoa.figures.writing import write_number
from lantoa.records.meetings import operations, queries
from lantoa.records.meetings.forms import MeetingForm
from lantoa.records.record.views import Asked, Fact, Group, Kind

if TYPE_CHECKING:
    from lantoa.records.meetings.models import Meeting

NUMBERS = {
    "Đảng viên của đơn vị dự": "members_present",
    "Khách dự": "guests_present",
    "Người ngoài Đảng dự": "nonmembers_present",
    "Người dự chưa tách": "unseparated_present",
    "Đảng viên được triệu tập": "members_invited",
    "Được miễn sinh hoạt": "members_exempt",
    "Vắng có lý do": "absent_excused",
    "Vắng không lý do": "absent_unexcused",
}


def groups(meeting: "Meeting") -> list[Group]:
    """Return what a meeting says; what is not known says so."""
    what = [
        Fact("Loại buổi", meeting.get_sort_display()),
        Fact("Nội dung", meeting.topic),
        Fact("Cách dự", meeting.get_mode_display() or "không ghi"),
        Fact.count("Số buổi", meeting.events, meeting.event_word or "buổi"),
        Fact("Văn bản đã học", _named(meeting.documents.order_by("issued_on"))),
        Fact("Chuyên đề đã học", _named(meeting.themes.order_by("first_day"))),
    ]
    people = [Fact.count(term, getattr(meeting, name), "lượt") for term, name in NUMBERS.items()]
    if meeting.attendance_word:
        people.append(Fact("Nguồn gọi người dự là", meeting.attendance_word))
    return [Group("Buổi học", what), Group("Người dự", people)]


def _named(taught: QuerySet[Any]) -> str:
    return "; ".join(str(each) for each in taught) or "không ghi"


def line(meeting: "Meeting") -> str:
    """Return a meeting in one line: its sort, and how many own members came."""
    came = Fact.count("", meeting.members_present, "lượt đảng viên dự").text
    held = f"{write_number(meeting.events)} buổi, " if (meeting.events or 1) > 1 else ""
    return f"{meeting.get_sort_display()}: {held}{came}"


def _record(form: MeetingForm, asked: Asked) -> "Meeting":
    return operations.record(by=asked.by, at=asked.at, entry=form.entry(key=asked.key))


KIND = Kind(
    name="meetings",
    one="buổi học tập, sinh hoạt",
    many="Buổi học tập, sinh hoạt",
    form=MeetingForm,
    record=_record,
    correct=operations.correct,
    withdraw=operations.withdraw,
    versions=queries.versions,
    listed=queries.listed,
    groups=groups,
    line=line,
)
