"""Asking for figures: on any chart, for any period, as known at any moment."""

from lantoa.tally.queries.answer import Answer, answer, sheet
from lantoa.tally.queries.behind import Behind, behind
from lantoa.tally.queries.quoting import Comparison
from lantoa.tally.queries.sheet import Coverage, Line, Sheet
from lantoa.tally.queries.telling import Telling

__all__ = [
    "Answer",
    "Behind",
    "Comparison",
    "Coverage",
    "Line",
    "Sheet",
    "Telling",
    "answer",
    "behind",
    "sheet",
]
