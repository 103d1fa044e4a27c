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
    WEIGHTED = "weighted"
    """Averages and rates, each stated with how many it speaks of: added by that weight."""
    LOOSE = "loose"
    """Ranks, averages, shares: the latest of a unit counts, and units are never added."""
    APART = "apart"
    """What adds neither over units nor over time: each stands by itself."""

    @property
    def adds(self) -> bool:
        """Tell whether figures of several units may simply be added."""
        return self in (Nature.FLOW, Nature.STOCK, Nature.CHART)


@dataclass(frozen=True)
class Measure:
    """One thing that is counted.

    `code` names it for ever, `label` is the column head of the forms, `unit` its unit of measure
    (lượt, người, căn, đồng), `scale` the decimals kept in its integer. `sensitive` marks people or
    households of a class that must not be recognised in public; `share_of` names the measure that
    is its denominator. `is_listed` says that it comes from a code list that changes with the years,
    so that only its label tells what it is, and that who stated it is named wherever it stands
    above them. `weighted_by` names the measure by which a weighted one is added; `formula` is how
    one is worked out of others, empty where it is stated.
    """

    code: str
    label: str
    unit: str
    nature: Nature = Nature.FLOW
    scale: int = 0
    sensitive: bool = False
    share_of: str | None = None
    is_listed: bool = False
    weighted_by: str | None = None
    formula: str = ""

    @property
    def is_money(self) -> bool:
        """Tell whether it is counted in đồng."""
        return self.unit == "đồng"

    @property
    def adds(self) -> bool:
        """Tell whether figures of several units may be added."""
        return self.nature.adds
