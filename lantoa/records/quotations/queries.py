"""Asking what publications state."""

from collections.abc import Collection

from lantoa.figures.question import Question
from lantoa.records.quotations.models import Quotation
from lantoa.records.record import queries as shared


def rows(*, units: Collection[int], asked: Question) -> list[Quotation]:
    """Return the quoted figures of some units in a period, earliest first."""
    found = shared.rows(Quotation, units, asked)
    return sorted(found, key=lambda each: (each.first_day, each.last_day, each.pk))
