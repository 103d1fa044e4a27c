"""Where each published figure stands, and what comes out of it: counted, worked out, or quoted."""

from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Figure
from lantoa.demonstration.operations.funds import CARRIER
from lantoa.demonstration.operations.held import (
    HeldRecord,
    Records,
    asked_of,
    counted_of,
    held_records,
    holder_of,
)
from lantoa.demonstration.operations.numbers import unit_of
from lantoa.figures.measure import Measure
from lantoa.figures.writing import UNKNOWN, write_scaled
from lantoa.tally.catalogue import UNITS, every_measure
from lantoa.tally.queries import Comparison, answer, sheet

ABOUT = {"about": "gần ", "over": "hơn "}
"""The words with which an article rounds."""


class State(StrEnum):
    """Where a published figure is."""

    COUNTED = "counted"
    RECOMPUTED = "recomputed"
    CHART = "chart"
    QUOTED = "quoted only"
    MISSING = "missing"


@dataclass(frozen=True)
class PlacedFigure:
    """A published figure, where it stands, and what is counted of it; None is not known.

    `counted` has `scale` decimals; what is quoted and cannot be worked out again has none.
    """

    figure: Figure
    state: State
    kind: str = ""
    measure: str = ""
    counted: int | None = None
    scale: int = 0
    url: str = ""

    @property
    def published(self) -> str:
        """Write the figure as it was published."""
        figure = self.figure
        if figure.value is None:
            return UNKNOWN
        value = write_scaled(figure.whole_number(figure.decimals), scale=figure.decimals)
        whole = f"/{write_scaled(figure.of)}" if figure.of is not None else ""
        return f"{ABOUT.get(figure.approximation, '')}{value}{whole} {figure.measured_in}"

    @property
    def worked_out(self) -> str:
        """Write what is counted of it."""
        return UNKNOWN if self.counted is None else write_scaled(self.counted, scale=self.scale)


def placed_figures() -> list[PlacedFigure]:
    """Return every published figure with its place, in the order of the articles."""
    records, measures = held_records(), every_measure()
    return [
        _of_funds(each) if each.carrier == CARRIER else _placed(each, records, measures)
        for each in facts.figures()
    ]


def _of_funds(figure: Figure) -> PlacedFigure:
    """Return how many funds of a sort are in use on the day, and the page that lists them."""
    counted = sheet(asked_of(figure)).own(figure.measure)
    if counted is None:
        return PlacedFigure(figure, State.MISSING)
    url = reverse("desk:funds", args=[unit_of(figure.unit_code).uuid])
    return PlacedFigure(figure, State.COUNTED, figure.kind, figure.measure, counted, url=url)


def _placed(figure: Figure, records: Records, measures: dict[str, Measure]) -> PlacedFigure:
    held = holder_of(figure, records)
    if held is None:
        return PlacedFigure(figure, State.MISSING)
    if held.kind.quotes:
        return _quoted(figure, held)
    if not figure.measure:  # a share as it was told, of a record whose two sides nobody stated
        return PlacedFigure(figure, State.QUOTED, held.kind.code, url=held.url)
    measure = measures[figure.measure]
    counted = counted_of(figure, measure, records)
    code, scale = held.kind.code, measure.scale
    return PlacedFigure(figure, State.COUNTED, code, measure.code, counted, scale, held.url)


def _quoted(figure: Figure, held: HeldRecord) -> PlacedFigure:
    beside = answer(asked_of(figure)).comparisons
    [shown] = [each for each in beside if each.quotation.uuid == held.row.uuid]
    measure, state = figure.held_against, _state(figure, shown)
    counted, scale, code = shown.computed, shown.scale, held.kind.code
    return PlacedFigure(figure, state, code, measure, counted, scale, held.url)


def _state(figure: Figure, shown: Comparison) -> State:
    if shown.computed is None:
        return State.QUOTED
    on_chart = figure.held_against.startswith(f"{UNITS.code}.")
    return State.CHART if on_chart else State.RECOMPUTED
