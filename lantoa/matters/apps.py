"""Matters as a part of the project."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """Matters that wait for a unit's word, and the limits of time that papers set."""

    name = "lantoa.matters"
    verbose_name = "kiến nghị, ý kiến, thời hạn"
