"""Reports as a part of the project."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.reports"
    verbose_name = "báo cáo"
