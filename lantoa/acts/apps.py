"""Acts as a part of the project."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    """Decisions by which the organisation changes."""

    name = "lantoa.acts"
    verbose_name = "quyết định sắp xếp"
