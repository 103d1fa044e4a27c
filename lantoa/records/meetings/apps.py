"""Meetings as a part of the project."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One kind of record."""

    name = "lantoa.records.meetings"
    verbose_name = "buổi học tập, sinh hoạt"
