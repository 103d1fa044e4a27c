"""Drafts as a part of the project."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """What was typed and not yet saved."""

    name = "lantoa.drafts"
    verbose_name = "chữ đã gõ"
