"""Figures of a text: quantities with their nouns settled, at places of the text as given."""

from decimal import Decimal

from lantoa.reading.figure import FoundFigure, Number
from lantoa.reading.folding import Folded, fold
from lantoa.reading.quantity import Quantity
from lantoa.reading.scan import Reader
from lantoa.reading.settling import settle
from lantoa.reading.subjects import Calendar, subject_of


def figures_in(text: str) -> list[FoundFigure]:
    """Return the figures that a Vietnamese text states, in order; they never overlap.

    Any text may be given; one that states nothing gives an empty list. Time grows with the
    length of the text.
    """
    folded = fold(text)
    quantities = settle(folded, list(Reader(folded).quantities()))
    calendar = Calendar(folded)
    return [_figure(folded, quantity, calendar) for quantity in quantities]


def _figure(folded: Folded, quantity: Quantity, calendar: Calendar) -> FoundFigure:
    """Return a quantity as a figure of the original text."""
    start, end = folded.origin(quantity.start), folded.after(quantity.end)
    return FoundFigure(
        start,
        end,
        folded.original[start:end],
        _number(quantity.value),
        quantity.unit,
        quantity.approx,
        of=None if quantity.of is None else _number(quantity.of),
        to=None if quantity.to is None else _number(quantity.to),
        subject=subject_of(folded, quantity),
        period=calendar.period_at(quantity.start),
    )


def _number(value: Decimal) -> Number:
    """Return a whole number where it is one."""
    whole = int(value)
    return whole if whole == value else float(value)
