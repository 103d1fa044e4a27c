"""Indicators as a part of the project."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """One kind of record."""

    name = "lantoa.records.indicators"
    verbose_name = "chỉ tiêu"
