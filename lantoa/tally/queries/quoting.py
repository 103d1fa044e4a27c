"""Published figures beside computed ones, each over the stretch that the publication speaks of."""

from dataclasses import dataclass

from lantoa.figures.charted import BASE_CELLS
from lantoa.figures.measure import Nature
from lantoa.figures.period import Period
from lantoa.figures.writing import UNKNOWN, rounded, write_dong, write_scaled
from lantoa.records.record.models import Approximation
from lantoa.records.record.quoting import Quoted
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
    that it was held against, empty where there is none; `of` names another unit of the area
    that the figure speaks of, empty where it is the unit itself.
    """

    quotation: Quoted
    label: str
    computed: int | None
    scale: int
    of: str = ""

    @property
    def what(self) -> str:
        """Return what is stated, and of which unit where it is another one."""
        said = self.quotation.what[:1].upper() + self.quotation.what[1:]
        return f"{said} ({self.of})" if self.of else said

    @property
    def period(self) -> Period:
        """Return the stretch that the publication speaks of."""
        return self.quotation.period

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


def beside(quoted: Quoted, of: str) -> Comparison:
    """Return what a publication states of another unit of the area, held against nothing."""
    return Comparison(quoted, "", None, quoted.scale, of)


def compared(quoted: Quoted, counted: Sheet | None) -> Comparison:
    """Return a published figure beside the computed one of a sheet over the same stretch."""
    if counted is None or quoted.measure not in counted.lines:
        return Comparison(quoted, "", None, quoted.scale)
    line = counted.lines[quoted.measure]
    if quoted.is_share:
        return Comparison(quoted, line.measure.label, _share(counted, quoted.measure), 2)
    scale = max(quoted.scale, line.measure.scale)
    return Comparison(quoted, line.measure.label, _figure(counted, quoted.measure), scale)


def _figure(counted: Sheet, code: str) -> int | None:
    """Return the figure that a publication means: of units on the chart, those directly under."""
    on_chart = counted.lines[code].measure.nature is Nature.CHART
    if on_chart and code != BASE_CELLS.code:
        return counted.own(code)
    return counted.total(code)


def _share(counted: Sheet, code: str) -> int | None:
    part, whole = counted.share(code)
    return rounded(part * 100, whole, scale=2) if part is not None and whole else None
