"""Prescribed as a part of the project."""

from django.apps import AppConfig


class PrescribedConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.prescribed"
    verbose_name = "biểu mẫu"
