"""What the system knows of a proposed figure: the computed one beside the published one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lantoa.acts.crossing import crossing
from lantoa.figures.charted import BASE_CELLS
from lantoa.figures.measure import Nature
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.writing import percentage, write_scaled
from lantoa.reader.places import Proposal
from lantoa.reader.queries.reading import ReadFigure
from lantoa.reading import FoundFigure
from lantoa.tally.queries import Sheet, sheet

MOST_SHEETS = 6
"""How many sheets of figures one page asks for; beyond, a figure is compared once confirmed."""
MOST_SAID = 6
"""How many sentences about reorganisations stand beside a figure, or above an account."""
LOOSELY = 20
"""A figure with "gần" may miss by one part in so many."""


@dataclass(frozen=True)
class Known:
    """The computed figure that a published one is held against, and whether they agree."""

    value: Decimal
    written: str
    agrees: bool
    gap: str

    @property
    def state(self) -> str:
        """Return the name of its colour."""
        return "done" if self.agrees else "refused"

    @property
    def icon(self) -> str:
        """Return the name of its picture."""
        return "check" if self.agrees else "warn"

    @property
    def verdict(self) -> str:
        """Return whether they agree, in words."""
        return "Khớp với hệ thống:" if self.agrees else "Khác hệ thống."

    @property
    def said(self) -> str:
        """Return what the system has, and how far off it is."""
        if self.agrees:
            return f"{self.written}."
        return f"Hệ thống có {self.written}, lệch {self.gap}."


@dataclass
class Sheets:
    """The sheets of one page, each counted once."""

    held: dict[tuple[int, Period], Sheet] = field(default_factory=dict)

    def of(self, proposal: Proposal) -> Sheet | None:
        """Return the sheet that a proposal belongs to; None where a page has asked enough."""
        unit, period = proposal.unit.value, proposal.period.value
        if unit is None or period is None:
            return None
        asked = (unit.pk, period)
        if asked not in self.held and len(self.held) < MOST_SHEETS:
            self.held[asked] = sheet(Question(unit.pk, period))
        return self.held.get(asked)


def known_beside(rows: Sequence[ReadFigure], sheets: Sheets) -> Mapping[int, Known]:
    """Return what the system knows beside the figures of a document, by their places."""
    found = {row.start: known_for(row, sheets) for row in rows}
    return {start: known for start, known in found.items() if known}


def known_for(row: ReadFigure, sheets: Sheets) -> Known | None:
    """Return the computed figure beside one published; None where nobody recorded any."""
    measure, counted = row.proposal.measure.value, None
    if measure is not None:
        counted = sheets.of(row.proposal)
    if measure is None or counted is None or measure.code not in counted.lines:
        return None
    if row.figure.unit == "percent":
        value = _share(counted, measure.code)
        return _beside(row.figure, value, "%") if value is not None else None
    figure = figure_of(counted, measure.code)
    if figure is None:
        return None
    return _beside(row.figure, Decimal(figure).scaleb(-measure.scale), "")


def crossed_by(row: ReadFigure) -> tuple[str, ...]:
    """Return what is to be said of a figure whose stretch crosses a reorganisation of its unit."""
    unit, period = row.proposal.unit.value, row.proposal.period.value
    if unit is None or period is None:
        return ()
    return crossing(Question(unit.pk, period)).sentences[:MOST_SAID]


def figure_of(counted: Sheet, code: str) -> int | None:
    """Return the figure that a publication means: of units on the chart, those directly under."""
    on_chart = counted.lines[code].measure.nature is Nature.CHART
    if on_chart and code != BASE_CELLS.code:
        return counted.own(code)
    return counted.total(code)


def _share(counted: Sheet, code: str) -> Decimal | None:
    if counted.lines[code].measure.unit == "%":
        figure = counted.total(code)
        scale = counted.lines[code].measure.scale
        return None if figure is None else Decimal(figure).scaleb(-scale)
    hundredths = percentage(*counted.share(code))
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)


def _beside(figure: FoundFigure, computed: Decimal, sign: str) -> Known:
    published = stated(figure)
    gap = abs(published - computed)
    return Known(
        computed,
        f"{written(computed)}{sign}",
        agrees=_agrees(figure, published, computed, in_percent=bool(sign)),
        gap=f"{written(gap)}{sign}",
    )


def _agrees(
    figure: FoundFigure, published: Decimal, computed: Decimal, *, in_percent: bool
) -> bool:
    """Tell whether they agree: "hơn" from the number up, "gần" within five in a hundred."""
    if figure.approx == "over":
        return computed >= published
    if figure.approx == "under":
        return computed <= published
    if figure.approx == "about":
        return abs(published - computed) * LOOSELY <= abs(computed)
    return abs(published - computed) <= (last_digit(published) if in_percent else 0)


def last_digit(number: Decimal) -> Decimal:
    """Return one unit of the last decimal of a number: 0.01 for 80.59, cut or rounded."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def stated(figure: FoundFigure) -> Decimal:
    """Return what a figure states, in the unit in which we count: metres for kilometres."""
    value = Decimal(str(figure.value))
    return value * 1000 if figure.unit == "kilometre" else value


def written(number: Decimal) -> str:
    """Write a number as Vietnamese does, with the decimals that it has."""
    plain = number.normalize()
    scale = max(0, -int(plain.as_tuple().exponent))
    return write_scaled(int(plain.scaleb(scale)), scale=scale)
