"""A proposal: measure, unit and period of one figure, each with its reason in words."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.units.queries import Portrait

V = TypeVar("V")


class Sureness(IntEnum):
    """How sure a proposal is."""

    NONE = 0
    GUESSED = 1
    LIKELY = 2
    SURE = 3

    @property
    def label(self) -> str:
        """Return it in words."""
        return ("chưa rõ", "phỏng đoán", "có lẽ đúng", "khá chắc")[self]


@dataclass(frozen=True)
class Reason(Generic[V]):
    """What is proposed, why, and how sure that is."""

    value: V | None
    words: str
    sure: Sureness


@dataclass(frozen=True)
class Proposal:
    """Where one figure would belong."""

    measure: Reason[Measure]
    unit: Reason[Portrait]
    period: Reason[Period]

    @property
    def sure(self) -> Sureness:
        """Tell how sure the whole is: as sure as its weakest part."""
        return min(self.measure.sure, self.unit.sure, self.period.sure)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the reasons in words."""
        return tuple(each.words for each in (self.measure, self.unit, self.period) if each.words)
