"""Asking for figures: counted live, on any chart, for any period, as known at any moment."""

from lantoa.tally.queries.behind import Behind, behind
from lantoa.tally.queries.counting import sheet
from lantoa.tally.queries.quoting import Comparison, comparisons
from lantoa.tally.queries.sheet import Coverage, Line, Sheet
from lantoa.tally.queries.totals import Totals, totals

__all__ = [
    "Behind",
    "Comparison",
    "Coverage",
    "Line",
    "Sheet",
    "Totals",
    "behind",
    "comparisons",
    "sheet",
    "totals",
]
