"""Units as a part of the project."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """The organisation over time."""

    name = "lantoa.units"
    verbose_name = "tổ chức"
