"""Keeping as a part of the project."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """What an installation needs besides its pages."""

    name = "lantoa.keeping"
    verbose_name = "giữ gìn cơ sở dữ liệu"
