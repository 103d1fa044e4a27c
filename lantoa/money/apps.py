"""Money as a part of the project."""

from django.apps import AppConfig


class MoneyConfig(AppConfig):
    """Funds of units, and what went into and out of them."""

    name = "lantoa.money"
    verbose_name = "quỹ, tiền vận động"
