"""Quotations as a part of the project."""

from django.apps import AppConfig


class QuotationsConfig(AppConfig):
    """One kind of record."""

    name = "lantoa.records.quotations"
    verbose_name = "số liệu trích dẫn"
