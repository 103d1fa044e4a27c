"""What is done with every kind of record: recorded, corrected, withdrawn, brought back."""

from lantoa.records.record.operations.checking import any_day, day_problems
from lantoa.records.record.operations.done import Done
from lantoa.records.record.operations.likeness import Likeness
from lantoa.records.record.operations.naming import find_again
from lantoa.records.record.operations.nothing import NOTHING
from lantoa.records.record.operations.stepping import STEPS
from lantoa.records.record.operations.writing import WithdrawnBefore, is_same, refuse_withdrawn

__all__ = [
    "NOTHING",
    "STEPS",
    "Done",
    "Likeness",
    "WithdrawnBefore",
    "any_day",
    "day_problems",
    "find_again",
    "is_same",
    "refuse_withdrawn",
]
