"""Published figures beside computed ones, each over the stretch that the publication speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lantoa.figures.measure import Nature
from lantoa.figures.period import Period
from lantoa.figures.writing import UNKNOWN, rounded, write_dong, write_scaled
from lantoa.records.quotations import queries as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.models import Approximation
from lantoa.tally.catalogue import BASE_CELLS
from lantoa.tally.queries.counting import sheet
from lantoa.tally.queries.sheet import Sheet

BEFORE = {
    Approximation.ABOUT: "gần ",
    Approximation.OVER: "hơn ",
    Approximation.UNDER: "dưới ",
}


@dataclass(frozen=True)
class Comparison:
    """One published figure, the computed one over the same stretch, and their difference.

    `computed` is None where the records do not allow working it out again. `label` is the measure
    that it was held against, empty where there is none.
    """

    quotation: Quotation
    label: str
    computed: int | None
    scale: int

    @property
    def period(self) -> Period:
        """Return the stretch that the publication speaks of."""
        return Period(self.quotation.first_day, self.quotation.last_day)

    @property
    def published(self) -> int | None:
        """Return the published figure with as many decimals as the computed one."""
        if self.quotation.value is None:
            return None
        shift: int = 10 ** (self.scale - self.quotation.scale)
        return self.quotation.value * shift

    @property
    def difference(self) -> int | None:
        """Return published minus computed; None where either is not known."""
        if self.published is None or self.computed is None:
            return None
        return self.published - self.computed

    @property
    def agrees(self) -> bool | None:
        """Tell whether they agree; None where it cannot be worked out again.

        "Hơn" agrees with anything from the number up, "dưới" with anything below it, "gần" within
        five in a hundred.
        """
        gap = self.difference
        if gap is None:
            return None
        if self.quotation.approximation == Approximation.OVER:
            return gap <= 0
        if self.quotation.approximation == Approximation.UNDER:
            return gap >= 0
        if self.quotation.approximation == Approximation.ABOUT:
            return abs(gap) * 20 <= abs(self.computed or 0)
        return gap == 0

    def written(self, figure: int | None, *, scale: int | None = None) -> str:
        """Write a figure of this comparison with its unit of measure."""
        if figure is None:
            return UNKNOWN
        if self.quotation.measured_in == "đồng":
            return write_dong(figure)
        number = write_scaled(figure, scale=self.scale if scale is None else scale)
        return f"{number}%" if self.quotation.is_share else number

    @property
    def written_published(self) -> str:
        """Write the figure as it was published: with its own decimals and its "hơn" or "gần"."""
        quoted = self.quotation
        number = self.written(quoted.value, scale=quoted.scale)
        whole = f"/{write_scaled(quoted.whole)}" if quoted.whole is not None else ""
        return f"{BEFORE.get(Approximation(quoted.approximation), '')}{number}{whole}"

    @property
    def written_computed(self) -> str:
        """Write the computed figure."""
        return self.written(self.computed)

    @property
    def written_difference(self) -> str:
        """Write by how much they differ, without sign; empty where it cannot be told."""
        return "" if self.difference is None else self.written(abs(self.difference))


def comparisons(
    *,
    unit: int,
    period: Period,
    chart: date | None = None,
    as_known: datetime | None = None,
) -> list[Comparison]:
    """Return what publications state of a unit within a period, beside the computed figures.

    Each is computed over its own stretch, on the chart asked for or else of its last day.
    """
    found = quotations.rows(units=[unit], period=period, as_known=as_known)
    stretches = {Period(each.first_day, each.last_day) for each in found if each.measure}
    sheets = {
        stretch: sheet(unit=unit, period=stretch, chart=chart, as_known=as_known)
        for stretch in stretches
    }
    return [_compared(each, sheets) for each in found]


def _compared(quotation: Quotation, sheets: dict[Period, Sheet]) -> Comparison:
    counted = sheets.get(Period(quotation.first_day, quotation.last_day))
    if counted is None or quotation.measure not in counted.lines:
        return Comparison(quotation, "", None, quotation.scale)
    label = counted.lines[quotation.measure].measure.label
    if quotation.is_share:
        return Comparison(quotation, label, _share(counted, quotation.measure), 2)
    scale = max(quotation.scale, counted.lines[quotation.measure].measure.scale)
    return Comparison(quotation, label, _figure(counted, quotation.measure), scale)


def _figure(counted: Sheet, code: str) -> int | None:
    """Return the figure that a publication means: of units on the chart, those directly under."""
    on_chart = counted.lines[code].measure.nature is Nature.CHART
    if on_chart and code != BASE_CELLS.code:
        return counted.own(code)
    return counted.total(code)


def _share(counted: Sheet, code: str) -> int | None:
    part, whole = counted.share(code)
    return rounded(part * 100, whole, scale=2) if part is not None and whole else None


def differing(found: Sequence[Comparison]) -> list[Comparison]:
    """Return those that differ, first of all those that people must look at."""
    return [each for each in found if each.agrees is False]
