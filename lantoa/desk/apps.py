"""Desk as a part of the project."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.desk"
    verbose_name = "bàn làm việc"
