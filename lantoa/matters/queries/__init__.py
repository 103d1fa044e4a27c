"""Asking about matters: who keeps which, what became of each, and which limits hold."""

from lantoa.matters.queries.limits import LimitChange, LimitHeld, limit_on, limits_on
from lantoa.matters.queries.listing import (
    MatterCounts,
    MatterLine,
    Which,
    counts,
    counts_of_origins,
    lines,
    listed,
    of_origin,
)
from lantoa.matters.queries.offering import (
    sorts_offered,
    units_offered,
    usual_due,
)
from lantoa.matters.queries.showing import MatterShown, StepShown, shown

__all__ = [
    "LimitChange",
    "LimitHeld",
    "MatterCounts",
    "MatterLine",
    "MatterShown",
    "StepShown",
    "Which",
    "counts",
    "counts_of_origins",
    "limit_on",
    "limits_on",
    "lines",
    "listed",
    "of_origin",
    "shown",
    "sorts_offered",
    "units_offered",
    "usual_due",
]
