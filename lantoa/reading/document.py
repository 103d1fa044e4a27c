"""One reading as a document: figures and checks in the form in which they are exchanged."""

from collections.abc import Sequence
from typing import Any

from lantoa.reading.checks import checks_in
from lantoa.reading.extraction import figures_in
from lantoa.reading.figure import Check, FoundFigure

ALWAYS_BORDERLINE = frozenset(("year_count", "month_count", "day_count", "age"))
"""Durations and ages: a reader may leave them out without missing anything."""


def as_document(name: str, text: str) -> dict[str, Any]:
    """Return what is read in a text, ready for JSON; offsets are code points of the text."""
    figures = figures_in(text)
    return described(name, figures, checks_in(text, figures))


def described(name: str, figures: Sequence[FoundFigure], checks: Sequence[Check]) -> dict[str, Any]:
    """Return figures and checks that were found in a text, ready for JSON."""
    return {
        "document": name,
        "figures": [_figure(figure) for figure in figures],
        "checks": [_check(check) for check in checks],
    }


def _figure(figure: FoundFigure) -> dict[str, Any]:
    """Return a figure; whole, upper end and the mark of a borderline one only where they are."""
    row: dict[str, Any] = {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "approx": figure.approx,
        "subject": figure.subject,
        "period": figure.period,
    }
    row |= {} if figure.of is None else {"of": figure.of}
    row |= {} if figure.to is None else {"to": figure.to}
    return row | ({"optional": True} if figure.unit in ALWAYS_BORDERLINE else {})


def _check(check: Check) -> dict[str, Any]:
    """Return a check."""
    row: dict[str, Any] = {
        "kind": check.kind,
        "members": list(check.members),
        "total": check.total,
        "holds": check.holds,
        "note": check.note,
    }
    return row | ({"approximate": True} if check.approximate else {})
