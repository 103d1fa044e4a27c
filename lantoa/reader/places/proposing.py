"""Proposals for all figures of a document."""

from collections.abc import Sequence
from datetime import date

from lantoa.reader.places.measures import Vocabulary, measure_for
from lantoa.reader.places.periods import Periods
from lantoa.reader.places.proposal import Proposal
from lantoa.reader.places.units import KnownUnits, NamedUnits
from lantoa.reader.places.wording import sentence_around
from lantoa.reading import FoundFigure


def proposals(
    text: str,
    figures: Sequence[FoundFigure],
    *,
    day: date,
    units: KnownUnits,
    ground: Vocabulary,
) -> list[Proposal]:
    """Return where each figure of a document of a day would belong."""
    named = NamedUnits.of(text, units)
    periods = Periods.of(text, figures, day=day)
    return [
        Proposal(
            measure=measure_for(figure, sentence_around(text, figure), ground),
            unit=named.of_figure(figure),
            period=periods.of_figure(figure),
        )
        for figure in figures
    ]
