"""Where a figure of a document belongs: which measure, which unit, which period, and why so."""

from lantoa.reader.places.measures import Vocabulary, measure_for
from lantoa.reader.places.periods import Periods, day_of, period_named
from lantoa.reader.places.proposal import Proposal, Reason, Sureness
from lantoa.reader.places.proposing import proposals
from lantoa.reader.places.units import KnownUnits, NamedUnits, named_in, names_any

__all__ = [
    "KnownUnits",
    "NamedUnits",
    "Periods",
    "Proposal",
    "Reason",
    "Sureness",
    "Vocabulary",
    "day_of",
    "measure_for",
    "named_in",
    "names_any",
    "period_named",
    "proposals",
]
