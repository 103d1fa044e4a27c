"""Every measure there is, by family, in the order in which people look for it."""

from dataclasses import dataclass
from functools import cached_property

from lantoa.figures.charted import MEMBERS, ON_CHART
from lantoa.figures.formula import FORMULAS
from lantoa.figures.measure import Measure, Nature
from lantoa.money.queries import fund_sorts
from lantoa.records.record.kinds import KindConfig, counted_kinds


@dataclass(frozen=True)
class Family:
    """Measures that belong together: what they are called, and the kind that is counted.

    The units on the chart are a family too, and so are the funds: of no kind of record.
    """

    code: str
    label: str
    measures: tuple[Measure, ...]
    kind: KindConfig | None = None

    @cached_property
    def weights(self) -> dict[int, int]:
        """Return, by the place of a measure that is added by weight, the place of its weight."""
        places = {each.code: place for place, each in enumerate(self.measures)}
        return {
            place: places[each.weighted_by]
            for place, each in enumerate(self.measures)
            if each.weighted_by
        }


FUNDS = Family(
    "funds",
    "Quỹ",
    (
        Measure("funds.in_use", "Quỹ đang hoạt động", "quỹ", Nature.STOCK),
        *(
            Measure(f"funds.{code}", f"Trong đó: {label}", "quỹ", Nature.STOCK)
            for code, label in fund_sorts()
        ),
    ),
)
"""Funds in use on the last day of a period; those of a unit that has ended are in use no more."""
UNITS = Family("units", "Tổ chức", (*ON_CHART, MEMBERS))


def families() -> dict[str, Family]:
    """Return every family by its code, in the order in which people look for them.

    What is worked out of other measures is a family of its own, of no kind: nobody records it.
    """
    every = [(kind, kind.counted.measures()) for kind in counted_kinds()]
    counted = (
        Family(kind.code, kind.counted.label, tuple(m for m in found if not m.formula), kind)
        for kind, found in every
    )
    worked_out = tuple(m for _, found in every for m in found if m.formula)
    return {each.code: each for each in (UNITS, *counted, FUNDS, _of_formulas(worked_out)) if each}


def _of_formulas(measures: tuple[Measure, ...]) -> Family | None:
    return Family(FORMULAS, "Tính từ số liệu khác", measures) if measures else None


def every_measure() -> dict[str, Measure]:
    """Return every measure by its code."""
    return {each.code: each for family in families().values() for each in family.measures}
