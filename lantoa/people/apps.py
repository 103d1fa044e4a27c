"""People as a part of the project."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and cards."""

    name = "lantoa.people"
    verbose_name = "tài khoản"
