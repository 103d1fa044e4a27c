"""The reader as a part of the project."""

from django.apps import AppConfig


class ReaderConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.reader"
    verbose_name = "đọc tài liệu"
