"""Inserting a row of which there may be only one, where somebody else may be quicker."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


def insert(row: models.Model, *, taken: str) -> None:
    """Insert a new row; raises ValidationError with `taken` where the table holds another.

    What was asked before has seen to all that can be seen: what the table still refuses was written
    in between.
    """
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise ValidationError(taken) from fault
