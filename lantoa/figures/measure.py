"""What is counted: a measure, its nature and the words of the form that asks for it."""

from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """How figures of a measure may be added."""

    FLOW = "flow"
    """What happened in a period; adds over units and over periods."""
    STOCK = "stock"
    """What there is on the last day; adds over units, not over periods."""
    CHART = "chart"
    """Units counted on the chart of the last day."""
    LOOSE = "loose"
    """Ranks, averages, shares: never added."""


@dataclass(frozen=True)
class Measure:
    """One thing that is counted.

    `code` names it for ever, `label` is the column head of the forms, `unit` its unit of measure
    (lượt, người, căn, đồng), `scale` the decimals kept in its integer. `sensitive` marks people or
    households of a class that must not be recognised in public; `share_of` names the measure that
    is its denominator. `is_listed` says that it comes from a code list that changes with the years,
    so that only its label tells what it is.
    """

    code: str
    label: str
    unit: str
    nature: Nature = Nature.FLOW
    scale: int = 0
    sensitive: bool = False
    share_of: str | None = None
    is_listed: bool = False

    @property
    def is_money(self) -> bool:
        """Tell whether it is counted in đồng."""
        return self.unit == "đồng"

    @property
    def adds(self) -> bool:
        """Tell whether figures of several units may be added."""
        return self.nature is not Nature.LOOSE
