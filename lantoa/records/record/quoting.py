"""What publications state: figures that stand beside the computed ones and enter no total."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from lantoa.figures.period import Period
from lantoa.figures.question import Question


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A figure that a publication states of a unit over a stretch.

    `measure` is the code of the computed measure that it can be held against, empty where there is
    none; `value` is an integer with `scale` decimals, None where it is not known.
    """

    uuid: UUID
    unit_id: int
    what: str
    measure: str
    measured_in: str
    is_share: bool
    value: int | None
    scale: int
    whole: int | None
    approximation: str
    first_day: date
    last_day: date
    source: str
    source_url: str
    note: str

    @property
    def period(self) -> Period:
        """Return the stretch that the publication speaks of."""
        return Period(self.first_day, self.last_day)


@dataclass(frozen=True)
class Quoting:
    """How the one kind that keeps quoted figures is asked and written.

    `stated` returns what publications state of some units, earliest first; `entry` makes a figure
    that is asked to be written down, `record_many` writes some; `latest` returns a figure as it
    stands, `withdraw` takes it back; `page` names the page of one.
    """

    stated: Callable[[Question, Collection[int]], Sequence[Quoted]]
    entry: Callable[..., Any]
    record_many: Callable[..., list[Any]]
    latest: Callable[[UUID], Any]
    withdraw: Callable[..., None]
    page: str
