"""Recording, correcting and withdrawing meetings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from lantoa.figures.writing import write_number
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.people.models import User
from lantoa.records.meetings.models import Meeting
from lantoa.records.record import operations as shared
from lantoa.records.record.entry import Entry, Problem
from lantoa.units.queries.members import members_reached


@dataclass(frozen=True, kw_only=True)
class MeetingEntry(Entry):
    """A meeting, or many known in sum, as somebody asks to write it down."""

    sort: str
    topic: str
    mode: str = ""
    events: int | None = 1
    event_word: str = ""
    members_present: int | None = None
    guests_present: int | None = None
    nonmembers_present: int | None = None
    unseparated_present: int | None = None
    attendance_word: str = ""
    members_invited: int | None = None
    members_exempt: int | None = None
    absent_excused: int | None = None
    absent_unexcused: int | None = None
    documents: Sequence[FrameworkDocument] = field(default=(), metadata={"apart": True})
    themes: Sequence[Theme] = field(default=(), metadata={"apart": True})


def record(*, by: User, at: datetime, entry: MeetingEntry) -> Meeting:
    """Record a meeting; the same key with the same content again is the same meeting."""
    return record_many(by=by, at=at, entries=[entry])[0]


@transaction.atomic
def record_many(*, by: User, at: datetime, entries: Sequence[MeetingEntry]) -> list[Meeting]:
    """Record meetings, all or none.

    Raises Refused with the place of each entry that contradicts itself, its unit or the days on
    which the unit existed, or that bears a key already used for other content.
    """
    shared.refuse(shared.day_problems(entries, at=at))
    shared.refuse(crowd_problems(entries))
    meetings, fresh = shared.insert_new(Meeting, entries, by=by, at=at)
    new = {meeting.key: meeting for meeting in meetings if meeting.key in fresh}
    _write_contents(new, {entry.key: entry for entry in entries if entry.key in fresh})
    if new:
        shared.note_recorded(list(new.values()), by=by, at=at, deed="meetings.record")
    return meetings


@transaction.atomic
def correct(
    meeting: Meeting, *, entry: MeetingEntry, by: User, at: datetime, reason: str
) -> Meeting:
    """Correct a meeting with a reason; both versions stay to be seen."""
    shared.refuse(shared.day_problems([entry], at=at))
    shared.refuse(crowd_problems([entry]))
    corrected = shared.replace(meeting, entry, by=by, at=at, reason=reason, deed="meetings.correct")
    _write_contents({corrected.key: corrected}, {corrected.key: entry})
    return corrected


def withdraw(meeting: Meeting, *, by: User, at: datetime, reason: str) -> None:
    """Withdraw a meeting with a reason: it counts no more, and stays to be seen."""
    shared.withdraw(meeting, by=by, at=at, reason=reason, deed="meetings.withdraw")


def crowd_problems(entries: Sequence[MeetingEntry]) -> Iterable[Problem]:
    """Yield entries with more own members present than the unit has."""
    asked = {(entry.unit.pk, entry.last_day) for entry in entries if entry.members_present}
    reached = members_reached(asked)
    for place, entry in enumerate(entries):
        members = reached.get((entry.unit.pk, entry.last_day))
        if members is None or entry.events is None:
            continue
        if (entry.members_present or 0) <= members * entry.events:
            continue
        times = f" × {entry.events} buổi" if entry.events > 1 else ""
        yield Problem(
            place,
            "members_present",
            f"Số đảng viên của đơn vị dự ({write_number(entry.members_present)}) nhiều hơn số đảng "
            f"viên đơn vị có ({write_number(members)}{times}). Nếu có đảng viên nơi khác đến dự, "
            "hãy ghi số ấy vào ô “Khách dự”.",
        )


def _write_contents(meetings: Mapping[str, Meeting], entries: Mapping[str, MeetingEntry]) -> None:
    documents, themes = Meeting.documents.through, Meeting.themes.through
    documents._default_manager.bulk_create(
        documents(meeting_id=meeting.pk, frameworkdocument_id=document.pk)
        for key, meeting in meetings.items()
        for document in entries[key].documents
    )
    themes._default_manager.bulk_create(
        themes(meeting_id=meeting.pk, theme_id=theme.pk)
        for key, meeting in meetings.items()
        for theme in entries[key].themes
    )
