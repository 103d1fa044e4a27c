"""What is counted of a kind of record, and which of its measures the eye should meet first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from django.db.models import F, Func, Q

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.record.models import Record
from lantoa.records.record.queries import with_figure
from lantoa.records.record.sums import Found, Wanted, counted

T = TypeVar("T")


@dataclass(frozen=True)
class ShareShown:
    """A share among the first figures of a page: its measure, its words, and what to know of it.

    `of` is the measure of how much it speaks, itself a share of all there is; the note has room for
    both numbers.
    """

    code: str
    label: str
    note: str
    of: str


@dataclass(frozen=True, kw_only=True)
class Display:
    """Which measures stand where on a unit's page, by their codes.

    `headlines` come first of all; `over_time` and `over_units` are drawn; `of_children` are columns
    of the table of units below, each with its head. In each place stands what matters most first:
    a page has room for a few, and takes from each kind its first before the second of any.
    """

    headlines: tuple[str, ...] = ()
    shares: tuple[ShareShown, ...] = ()
    over_time: tuple[str, ...] = ()
    over_units: tuple[str, ...] = ()
    of_children: tuple[tuple[str, str], ...] = ()

    @classmethod
    def everywhere(cls, code: str, *, head: str) -> Self:
        """Show one measure in every place; `head` heads its column beside the units below."""
        one = (code,)
        return cls(headlines=one, over_time=one, over_units=one, of_children=((code, head),))


def in_turn(kinds: Sequence[Sequence[T]], *, most: int) -> list[T]:
    """Return as many things as there is room for, in the order of the kinds.

    The first of each kind is taken before the second of any.
    """
    ranked = sorted(
        (rank, place) for place, of_kind in enumerate(kinds) for rank in range(len(of_kind))
    )
    taken = sorted((place, rank) for rank, place in ranked[:most])
    return [kinds[place][rank] for place, rank in taken]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one unit states of a measure, of which days, and which agency vouches for it."""

    measure: str
    unit: int
    period: Period
    agency: str
    figure: int
    whole: int | None = None


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What a measure of a unit is to come to in a year, by which paper.

    From `near` hundredths on it is nearly reached; `lower` says that less is better.
    """

    measure: str
    year: int
    value: int
    near: int
    lower: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How one kind of record is counted.

    `label` heads its measures, `silence` says of a unit that it recorded none, `sums` holds each
    measure with the aggregate that counts it, `titled` names a record in a list. `monthly` tells by
    which records a month is done where one is owed each month.
    """

    model: type[Record]
    label: str
    silence: str
    titled: F | Func
    sums: Mapping[Measure, Any] = field(default_factory=dict)
    shown: Display = field(default_factory=Display)
    monthly: Q | None = None

    @property
    def is_counted(self) -> bool:
        """Tell whether it has any measure; what publications state has none."""
        return bool(self.sums)

    def measures(self) -> tuple[Measure, ...]:
        """Return its measures, in the order in which people look for them."""
        return tuple(self.sums)

    def count(self, measures: Sequence[Measure], wanted: Wanted) -> Found:
        """Return what is wanted of it, figures in the order of the measures; one SELECT."""
        return counted(self.model, self.sums, wanted)

    def statements(
        self, asked: Question, units: Collection[int], found: Found | None = None
    ) -> Sequence[Statement]:
        """Return who stated what of measures that never stand without who stated them.

        `found` is what was counted for the same question, so that nothing is asked twice.
        """
        return ()

    def goals(self, asked: Question) -> Sequence[Goal]:
        """Return what measures of the unit are to come to in the year of a period."""
        return ()

    def records_of(self, measure: Measure, asked: Question) -> list[tuple[Record, int | None]]:
        """Return the unit's records behind an own figure, each with what it adds; latest first."""
        return with_figure(self.model, self.sums[measure], asked)
