"""Guidance as a part of the project."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Framework documents and themes."""

    name = "lantoa.guidance"
    verbose_name = "văn bản, chuyên đề"
