"""Who owes a kind of record in a period, and who recorded it: one answer for every board.

A unit owes what its kind owes on the chart of the question, where it was at work on some day of the
period and the obligation held on some day of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import Rhythm
from lantoa.guidance.queries import Duty, duties, owing_kinds
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.queries import (
    Days,
    days_done,
    days_of_nothing,
    who_said_nothing_happened,
)
from lantoa.records.record.queries.cutting import Cut
from lantoa.records.record.sums import Scope
from lantoa.tally.queries.chart import Ground, at_work
from lantoa.tally.queries.sheet import Coverage
from lantoa.units.queries import Album, Portrait


def coverage_of(
    ground: Ground,
    asked: Question,
    recorded: Mapping[str, Collection[int]],
    apart: Mapping[str, Sequence[Cut]],
) -> dict[str, Coverage]:
    """Return how complete each kind of record is; a kind that nobody owes is left out.

    `recorded` holds, by kind, the units that recorded anything in the period, `apart` the records
    that the period cuts. Two SELECTs however many kinds there are, and one where it is doubtful
    which units were at work.
    """
    owing = owing_kinds(duties(asked.as_known), asked.period)
    if not owing:
        return {}
    working = at_work(ground, asked)
    nothing = who_said_nothing_happened(Scope(working, asked.period), asked.as_known)
    found = {}
    for code in [each for each in recorded if each in owing]:
        units = [unit for unit in working if ground.kinds[unit] in owing[code]]
        cut = {each.unit for each in apart.get(code, ())}
        found[code] = _covered(units, recorded[code], cut, nothing.get(code, set()))
    return {code: each for code, each in found.items() if each.owed}


def _covered(
    owing: Sequence[int],
    recorded: Collection[int],
    cut: Collection[int],
    nothing: Collection[int],
) -> Coverage:
    """Return how complete a kind is among the units that owe it.

    Who has a record that meets the period has spoken, also where the period cuts it: nobody could
    say of such days that nothing happened.
    """
    uncounted = [unit for unit in owing if unit not in recorded]
    unsaid = [unit for unit in uncounted if unit not in cut]
    return Coverage(
        owed=len(owing),
        said=len(owing) - len(unsaid),
        nothing_happened=tuple(unit for unit in unsaid if unit in nothing),
        silent=tuple(unit for unit in unsaid if unit not in nothing),
        cut=tuple(unit for unit in uncounted if unit in cut),
        besides=len(recorded) - (len(owing) - len(uncounted)),
    )


@dataclass(frozen=True)
class Months:
    """The months of which a unit owes a kind of record, by what it said of them, earliest first.

    `done` has a record by which a month is done, `nothing` the word that nothing happened; of
    `missing` and `waiting` nothing was said, and only of `missing` it was due.
    """

    done: list[Period] = field(default_factory=list)
    nothing: list[Period] = field(default_factory=list)
    missing: list[Period] = field(default_factory=list)
    waiting: list[Period] = field(default_factory=list)


def months_missing(
    kind: KindConfig, units: Collection[int], asked: Question, *, by: date
) -> dict[int, list[Period]]:
    """Return the whole months of a period of which units that owe a kind monthly said nothing.

    Only what was due before the day `by` is missing; units that miss none are left out.
    """
    found = months_owed(kind, units, asked, by=by)
    return {unit: months.missing for unit, months in found.items() if months.missing}


def months_owed(
    kind: KindConfig,
    units: Collection[int],
    asked: Question,
    *,
    by: date,
    album: Album | None = None,
) -> dict[int, Months]:
    """Return the whole months of a period that units owe a kind, by what they said of each.

    A unit owes a month by what it is on the last day of it, where it was at work on some day of it;
    units that owe none are left out. Seven SELECTs at most, however many units and months there
    are, and three where the units are in the album already.
    """
    monthly = _monthly(kind, asked)
    if not monthly:
        return {}
    said, shown = (
        _Said(kind, Scope(units, asked.period), asked),
        album or Album(as_known=asked.as_known),
    )
    owed: dict[int, Months] = {}
    for month in asked.period.months_within():
        for unit, portrait in shown.on(month.last, units).items():
            if duty := _owed(portrait, month, monthly):
                months = owed.setdefault(unit, Months())
                said.place(months, unit, month, is_over=duty.is_over(month.last, by=by))
    return owed


def _monthly(kind: KindConfig, asked: Question) -> list[Duty]:
    return [
        each
        for each in duties(asked.as_known)
        if each.record_kind == kind.code and each.rhythm is Rhythm.MONTHLY
    ]


class _Said:
    """Of which days units recorded what makes a month done, or said that nothing happened."""

    def __init__(self, kind: KindConfig, stretch: Scope, asked: Question) -> None:
        self.done = _by_unit(days_done(kind, stretch, asked.as_known))
        self.nothing = _by_unit(days_of_nothing(kind, stretch, asked.as_known))

    def place(self, months: Months, unit: int, month: Period, *, is_over: bool) -> None:
        """Put a month where it belongs by what a unit said of it."""
        if _meets(self.done.get(unit, ()), month):
            months.done.append(month)
        elif _meets(self.nothing.get(unit, ()), month):
            months.nothing.append(month)
        else:
            (months.missing if is_over else months.waiting).append(month)


def _by_unit(days: Iterable[Days]) -> dict[int, list[tuple[date, date]]]:
    found = defaultdict(list)
    for unit, first, last in days:
        found[unit].append((first, last))
    return found


def _meets(days: Iterable[tuple[date, date]], month: Period) -> bool:
    return any(first <= month.last and last >= month.first for first, last in days)


def _owed(shown: Portrait, month: Period, monthly: Sequence[Duty]) -> Duty | None:
    """Return by which duty a unit owes a month; None where it does not, or was not at work."""
    if shown.founded > month.last or (shown.closed_on and shown.closed_on <= month.first):
        return None
    of_kind = (each for each in monthly if each.unit_kind == shown.kind)
    return next((each for each in of_kind if each.holds_on(month.last)), None)
