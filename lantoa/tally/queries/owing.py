"""Who owes a kind of record in a period, and who recorded it: one answer for every board.

A unit owes what its kind owes on the chart of the question, where it was at work on some day of the
period and the obligation held on some day of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import Rhythm
from lantoa.guidance.queries import Duty, duties, owing_kinds
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.queries import (
    days_of_nothing,
    days_recorded,
    who_said_nothing_happened,
)
from lantoa.records.record.sums import Scope
from lantoa.tally.queries.chart import Ground, at_work
from lantoa.tally.queries.sheet import Coverage
from lantoa.units.queries import Album, Portrait


def coverage_of(
    ground: Ground, asked: Question, recorded: Mapping[str, Collection[int]]
) -> dict[str, Coverage]:
    """Return how complete each kind of record is; a kind that nobody owes is left out.

    `recorded` holds, by kind, the units that recorded anything in the period. Two SELECTs however
    many kinds there are, and one where it is doubtful which units were at work.
    """
    owing = owing_kinds(duties(asked.as_known), asked.period)
    if not owing:
        return {}
    working = at_work(ground, asked)
    nothing = who_said_nothing_happened(Scope(working, asked.period), asked.as_known)
    found = {}
    for code in [each for each in recorded if each in owing]:
        units = [unit for unit in working if ground.kinds[unit] in owing[code]]
        found[code] = _covered(units, recorded[code], nothing.get(code, set()))
    return {code: each for code, each in found.items() if each.owed}


def _covered(owing: Sequence[int], recorded: Collection[int], nothing: Collection[int]) -> Coverage:
    unsaid = [unit for unit in owing if unit not in recorded]
    said = len(owing) - len(unsaid)
    return Coverage(
        owed=len(owing),
        said=said,
        nothing_happened=tuple(unit for unit in unsaid if unit in nothing),
        silent=tuple(unit for unit in unsaid if unit not in nothing),
        besides=len(recorded) - said,
    )


def months_missing(
    kind: KindConfig, units: Collection[int], asked: Question, *, by: date
) -> dict[int, list[Period]]:
    """Return the whole months of a period of which units that owe a kind monthly said nothing.

    Only what was due before the day `by` is missing. A unit owes a month by what it is on the last
    day of it, where it was at work on some day of it; units that miss none are left out. Seven
    SELECTs at most, however many units and months there are.
    """
    monthly = [
        each
        for each in duties(asked.as_known)
        if each.record_kind == kind.code and each.rhythm is Rhythm.MONTHLY
    ]
    if not monthly:
        return {}
    spoken, album = _spoken(kind, units, asked), Album(as_known=asked.as_known)
    missing: dict[int, list[Period]] = {}
    for month in asked.period.months_within():
        for unit, shown in album.on(month.last, units).items():
            if _owes(shown, month, monthly, by=by) and not _meets(spoken.get(unit, ()), month):
                missing.setdefault(unit, []).append(month)
    return missing


def _spoken(
    kind: KindConfig, units: Collection[int], asked: Question
) -> dict[int, list[tuple[date, date]]]:
    """Return of which days each unit recorded something, or said that nothing happened."""
    stretch, spoken = Scope(units, asked.period), defaultdict(list)
    for find in (days_recorded, days_of_nothing):
        for unit, first, last in find(kind, stretch, asked.as_known):
            spoken[unit].append((first, last))
    return spoken


def _owes(shown: Portrait, month: Period, monthly: Sequence[Duty], *, by: date) -> bool:
    worked = shown.founded <= month.last and not (
        shown.closed_on and shown.closed_on <= month.first
    )
    return worked and any(
        each.unit_kind == shown.kind
        and each.holds_on(month.last)
        and each.is_over(month.last, by=by)
        for each in monthly
    )


def _meets(days: Iterable[tuple[date, date]], month: Period) -> bool:
    return any(first <= month.last and last >= month.first for first, last in days)
