"""Every measure there is, by family, in the order in which people look for it."""

from dataclasses import dataclass

from lantoa.figures.measure import Measure, Nature
from lantoa.money.queries import fund_sorts
from lantoa.records.record.kinds import KindConfig, counted_kinds

ORGANISATIONS = Measure("units.organisations", "Chi, đảng bộ trực thuộc", "tổ chức", Nature.CHART)
COMMUNES = Measure("units.communes", "Đảng bộ xã, phường, thị trấn", "đảng bộ", Nature.CHART)
BASES = Measure("units.bases", "Đảng bộ cơ sở khác", "đảng bộ", Nature.CHART)
DIVISIONS = Measure("units.divisions", "Đảng bộ bộ phận", "đảng bộ", Nature.CHART)
CELLS = Measure("units.cells", "Chi bộ", "chi bộ", Nature.CHART)
BASE_CELLS = Measure("units.base_cells", "Chi bộ trực thuộc đảng ủy cơ sở", "chi bộ", Nature.CHART)
MEMBERS = Measure("units.members", "Số đảng viên", "đảng viên", Nature.STOCK)
ON_CHART = (ORGANISATIONS, COMMUNES, BASES, DIVISIONS, CELLS, BASE_CELLS)


@dataclass(frozen=True)
class Family:
    """Measures that belong together: what they are called, and the kind that is counted.

    The units on the chart are a family too, and so are the funds: of no kind of record.
    """

    code: str
    label: str
    measures: tuple[Measure, ...]
    kind: KindConfig | None = None


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
    """Return every family by its code, in the order in which people look for them."""
    counted = (
        Family(kind.code, kind.counted.label, kind.counted.measures(), kind)
        for kind in counted_kinds()
    )
    return {family.code: family for family in (UNITS, *counted, FUNDS)}


def every_measure() -> dict[str, Measure]:
    """Return every measure by its code."""
    return {each.code: each for family in families().values() for each in family.measures}
