"""Works as a part of the project."""

from django.apps import AppConfig


class WorksConfig(AppConfig):
    """One kind of record."""

    name = "lantoa.records.works"
    verbose_name = "công trình, phần việc"
