"""Mistakes of the simulated commune, mended the way people mend them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from lantoa.demonstration.operations.moments import moment
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.people.models import User
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import InDoubt, changed

CORRECTED = (40, 260, 590)
"""The places, among all meetings, from which on the next one with numbers was corrected."""
WITHDRAWN = 410


def amend(commune: Commune, recorded: Sequence[Meeting], *, by: User) -> None:
    """Correct three meetings where one member too many had been counted; withdraw one."""
    for start in CORRECTED:
        meeting = _counted(recorded[start:])
        entry = changed(meeting, members_present=(meeting.members_present or 0) - 1)
        _correct(meeting, entry=entry, by=by)
    wrong = recorded[WITHDRAWN]
    meetings.withdraw(wrong, by=by, at=_two_weeks_after(wrong), reason="Ghi hai lần một buổi")


def _correct(meeting: Meeting, *, entry: Meeting, by: User) -> None:
    """Correct a meeting as somebody does who cannot say where the member was whom nobody counts."""
    at, reason = _two_weeks_after(meeting), "Đếm nhầm một đảng viên nơi khác đến dự"
    try:
        meetings.correct(meeting, entry=entry, by=by, at=at, reason=reason)
    except InDoubt as doubt:
        still = doubt.marks
        meetings.correct(meeting, entry=entry, by=by, at=at, reason=reason, still=still)


def _counted(recorded: Sequence[Meeting]) -> Meeting:
    return next(each for each in recorded if each.members_present and each.sort == "regular")


def _two_weeks_after(meeting: Meeting) -> datetime:
    return moment(meeting.recorded_at.date() + timedelta(days=14), hour=10)
