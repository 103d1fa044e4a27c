"""Meetings as a part of the project."""

from lantoa.records.record import kinds


class MeetingsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.meetings"
    verbose_name = "buổi học tập, sinh hoạt"
    place = 10
