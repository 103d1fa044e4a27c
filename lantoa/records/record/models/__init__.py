"""The columns that every record has, what stands beside it, and whom it was done with."""

from lantoa.records.record.models.beside import BroughtBack, DatedStep, Doubt, NothingHappened
from lantoa.records.record.models.record import Approximation, Asked, Record, RecordQuerySet
from lantoa.records.record.models.ties import USUAL, PopularMovement, Tie, Ties

__all__ = [
    "USUAL",
    "Approximation",
    "Asked",
    "BroughtBack",
    "DatedStep",
    "Doubt",
    "NothingHappened",
    "PopularMovement",
    "Record",
    "RecordQuerySet",
    "Tie",
    "Ties",
]
