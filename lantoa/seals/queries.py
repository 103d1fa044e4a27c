"""Which tables have seals."""

from django.apps import apps

from lantoa.seals.models import Sealed
from lantoa.seals.rows import SealedTable, sealed_table


def sealed_tables() -> dict[str, SealedTable]:
    """Return every table whose rows are sealed, by name, in the order of names."""
    found = [each for each in apps.get_models() if issubclass(each, Sealed)]
    return {
        each._meta.label_lower: sealed_table(each)
        for each in sorted(found, key=lambda model: model._meta.label_lower)
    }
