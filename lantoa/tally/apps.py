"""Tally as a part of the project."""

from django.apps import AppConfig


class TallyConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.tally"
    verbose_name = "tổng hợp"
