"""What an answer about figures looks like: lines of own and total, and how complete they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lantoa.figures.measure import Measure
from lantoa.figures.question import Question
from lantoa.figures.writing import UNKNOWN, write_dong, write_percentage, write_scaled
from lantoa.records.record.queries.cutting import Cut


@dataclass(frozen=True)
class Coverage:
    """How complete a kind of record is in a period, among the units that owe it.

    Of `owed` units `said` recorded something, some reported that nothing happened, and some were
    silent. `cut` are those that said something and have no record but such as the period cuts: they
    have spoken, and no figure counts it. `besides` is how many recorded without owing it: they
    count in the figures all the same.
    """

    owed: int = 0
    said: int = 0
    nothing_happened: tuple[int, ...] = ()
    silent: tuple[int, ...] = ()
    cut: tuple[int, ...] = ()
    besides: int = 0


@dataclass(frozen=True)
class Line:
    """One measure of a unit: its own figure, its total, and the total of each unit below.

    None is not known. `family` is the code of the family it belongs to, `units` the number of units
    that stated this figure.
    """

    family: str
    measure: Measure
    own: int | None
    total: int | None
    below: Mapping[int, int | None]
    units: int

    def written(self, figure: int | None) -> str:
        """Write a figure of this measure with its decimals; đồng in full."""
        if figure is None:
            return UNKNOWN
        if self.measure.is_money:
            return write_dong(figure)
        return self.bare(figure)

    def bare(self, figure: int | None) -> str:
        """Write a figure without its unit of measure, also where that is đồng."""
        return write_scaled(figure, scale=self.measure.scale)


@dataclass(frozen=True)
class Sheet:
    """The figures that answer one question.

    `coverage` holds, by kind of record, how complete it is; a kind that nobody owes has none.
    `apart` holds, by kind of record, those that lie only partly within the period.
    """

    asked: Question
    lines: Mapping[str, Line]
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    apart: Mapping[str, tuple[Cut, ...]] = field(default_factory=dict)

    @property
    def chart(self) -> date:
        """Return the day of the chart on which it is counted."""
        return self.asked.day

    def total(self, code: str) -> int | None:
        """Return the total of a measure; None where nobody stated it."""
        line = self.lines.get(code)
        return line.total if line else None

    def own(self, code: str) -> int | None:
        """Return the own figure of a measure; None where it was not stated."""
        line = self.lines.get(code)
        return line.own if line else None

    def share(self, code: str) -> tuple[int | None, int | None]:
        """Return numerator and denominator of a measure that is a share of another."""
        line = self.lines.get(code)
        if line is None or line.measure.share_of is None:
            return None, None
        return line.total, self.total(line.measure.share_of)

    def written_share(self, code: str) -> str:
        """Write the share with two decimals, or that it is not known."""
        return write_percentage(*self.share(code))
