"""Demonstration as a part of the project."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.demonstration"
    verbose_name = "dùng thử"
