"""Guidance as a part of the project."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Framework documents, themes, and who owes which kind of record."""

    name = "lantoa.guidance"
    verbose_name = "văn bản, chuyên đề, ai phải ghi gì"
