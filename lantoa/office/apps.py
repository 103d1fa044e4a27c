"""Office as a part of the project."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.office"
    verbose_name = "văn phòng"
