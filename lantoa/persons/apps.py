"""Names of people as a part of the project."""

from django.apps import AppConfig


class PersonsConfig(AppConfig):
    """Names of people, who looked at them, and accounts whose name was erased."""

    name = "lantoa.persons"
    verbose_name = "dữ liệu cá nhân"
