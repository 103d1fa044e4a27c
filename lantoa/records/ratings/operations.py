"""Recording, correcting and withdrawing ratings, and taking in score sheets and quotas."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_number
from lantoa.records.ratings.models import RatedClass, Rating, RatingQuota, ScoreSheet
from lantoa.records.ratings.queries import Allowance, allowances, every_quota, is_in_use
from lantoa.records.ratings.scoring import mark_flaws, read_marks, scored
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness, day_problems
from lantoa.records.record.operations.listing import adopt
from lantoa.units.models import Kind
from lantoa.units.queries import portraits

KNOWN = Path(__file__).parent / "known"
Sort, Cadence = Rating.Sort, Rating.Cadence
RATED = ("excellent", "well", "fulfilled", "failed")
OF_LEVELS = (*RATED, "unrated", "reviewed", "over_quota")
OF_TITLES = ("recognised", "share_told")
OF_SCORES = ("sheet", "marks", "points", "points_of")
TITLED = (Sort.FOUR_GOODS, Sort.CLEAN_STRONG)
CLEAN_STRONG_ENDED = date(2025, 8, 30)
"""Regulation 366-QĐ/TW rates in four levels only; articles used the old title until 2023."""
LONGEST = {Cadence.YEAR: 366, Cadence.QUARTER: 92, Cadence.MONTH: 31}
"""How many days a stretch has at most."""
BELOW_QUOTAS = (Kind.CELL, Kind.DIVISION)
"""A quota is of a base organisation, not of each cell in it."""


def place_problems(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Yield what does not belong to the sort of a rating, and whom a sort cannot be about."""
    for place, entry in enumerate(entries):
        for names, sorts, words in (
            (OF_LEVELS, (Sort.LEVELS,), "Ô này chỉ ghi khi xếp loại theo bốn mức."),
            (OF_TITLES, TITLED, "Ô này chỉ ghi khi ghi danh hiệu."),
            (OF_SCORES, (Sort.SCORE,), "Chỉ chọn khi loại là chấm điểm theo bảng."),
        ):
            said = [name for name in names if getattr(entry, name) not in (None, "")]
            if said and entry.sort not in sorts:
                yield Problem(place, said[0], words)
        yield from _whom_problems(place, entry)


def _whom_problems(place: int, entry: Rating) -> Iterable[Problem]:
    if entry.sort == Sort.LEVELS and not entry.whom:
        yield Problem(place, "whom", "Hãy chọn đối tượng được xếp loại.")
    if entry.sort in TITLED and entry.whom not in (RatedClass.BASES, RatedClass.CELLS):
        yield Problem(place, "whom", "Danh hiệu này của tổ chức cơ sở đảng hoặc chi bộ.")
    if entry.sort == Sort.SCORE and entry.whom not in ("", RatedClass.COLLECTIVES):
        words = "Bảng điểm ở đây chấm đơn vị, tập thể; không chấm từng người."
        yield Problem(place, "whom", words)
    if entry.sort == Sort.SCORE and entry.total is not None:
        yield Problem(place, "total", "Chấm điểm không ghi tổng số.")


def days_problems(entries: Sequence[Rating], *, at: datetime) -> Iterable[Problem]:
    """Yield what is wrong with the days of any record, and days of a decision to come."""
    yield from day_problems(entries, at=at)
    for place, entry in enumerate(entries):
        if entry.decided_on and entry.decided_on > localtime(at).date():
            yield Problem(place, "decided_on", "Ngày này còn ở phía trước.")


def stretch_problems(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Yield stretches that are too long for what they are called, and titles that had ended."""
    for place, entry in enumerate(entries):
        longest = LONGEST.get(Cadence(entry.cadence))
        if longest and Period(entry.first_day, entry.last_day).days > longest:
            words = f"{entry.get_cadence_display()} không dài quá {longest} ngày. Sửa kỳ hoặc ngày."
            yield Problem(place, "first_day", words)
        if entry.sort == Sort.CLEAN_STRONG and entry.last_day >= CLEAN_STRONG_ENDED:
            words = (
                f"Danh hiệu này không còn từ ngày {write_day(CLEAN_STRONG_ENDED)}. "
                "Hãy ghi xếp loại theo bốn mức."
            )
            yield Problem(place, "sort", words)
        if entry.decided_on and entry.decided_on < entry.first_day:
            yield Problem(place, "decided_on", "Ngày quyết định sớm hơn kỳ xếp loại.")


def sum_problems(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Yield levels that add up to more than there are."""
    for place, entry in enumerate(entries):
        known = _known(entry)
        if entry.total is not None and sum(known) > entry.total:
            words = (
                f"Các mức và số chưa xếp loại cộng lại {write_number(sum(known))}, "
                f"nhiều hơn tổng số {write_number(entry.total)}."
            )
            yield Problem(place, "total", words)


def _known(entry: Rating) -> list[int]:
    counts = (getattr(entry, name) for name in (*RATED, "unrated"))
    return [count for count in counts if count is not None]


def sum_gaps(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Ask about a total that is more than all levels together, where every level is known."""
    for place, entry in enumerate(entries):
        known = _known(entry)
        if entry.total is not None and len(known) == len(RATED) + 1 and sum(known) < entry.total:
            words = (
                f"Tổng số {write_number(entry.total)}, mà các mức và số chưa xếp loại cộng lại "
                f"chỉ {write_number(sum(known))}."
            )
            yield Problem(place, "total", words)


def sheet_problems(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Yield sheets that were not in use, marks that they do not know, and sums that are wrong."""
    for place, entry in enumerate(entries):
        if entry.sort != Sort.SCORE:
            continue
        if entry.sheet is None:
            yield Problem(place, "sheet", "Hãy chọn bảng điểm, rồi chấm từng tiêu chí.")
        elif not is_in_use(entry.sheet, entry.last_day):
            day = write_day(entry.last_day)
            yield Problem(place, "sheet", f"Ngày {day} không dùng bảng điểm này.")
        else:
            yield from _mark_problems(place, entry, entry.sheet)


def _mark_problems(place: int, entry: Rating, held: ScoreSheet) -> Iterable[Problem]:
    sheet = held.read
    try:
        marks = read_marks(entry.marks)
    except ValueError:
        yield Problem(place, "marks", "Điểm từng tiêu chí không đọc được.")
        return
    flaws = list(mark_flaws(sheet, marks))
    for number, words in flaws:
        yield Problem(place, box_of_mark(number), words)
    sums = scored(sheet, marks)
    if not flaws and (entry.points, entry.points_of) != (sums.points, sums.points_of):
        yield Problem(place, "marks", "Điểm ghi không khớp với điểm từng tiêu chí cộng lại.")


def box_of_mark(number: str) -> str:
    """Return the name of the box in which a criterion is marked."""
    return f"mark_{number.replace('.', '_')}"


def quota_problems(entries: Sequence[Rating]) -> Iterable[Problem]:
    """Yield what exceeds a quota without a reason, with the arithmetic."""
    rated = [entry for entry in entries if entry.sort == Sort.LEVELS and entry.excellent]
    if not rated:
        return
    latest = max(entry.last_day for entry in rated)
    shown = portraits({entry.unit.pk for entry in rated}, on=latest)
    quotas = every_quota()
    for place, entry in enumerate(entries):
        if entry.sort != Sort.LEVELS or not entry.excellent or entry.over_quota:
            continue
        if shown[entry.unit.pk].kind in BELOW_QUOTAS:
            continue
        for one in allowances_of(entry, quotas):
            if one.exceeded:
                words = f"{one.quota}. {one.arithmetic}. Sửa số, hoặc ghi lý do vượt mức trần."
                yield Problem(place, "over_quota", words)


def allowances_of(entry: Rating, quotas: Sequence[RatingQuota]) -> list[Allowance]:
    """Return what quotas allow of one rating, on the last day of its stretch."""
    held = [each for each in quotas if is_in_use(each, entry.last_day)]
    return allowances(held, whom=entry.whom, counts={name: getattr(entry, name) for name in RATED})


@transaction.atomic
def adopt_known() -> None:
    """Take in the sheets and quotas that the project knows; those that are there stay."""
    adopt(ScoreSheet, KNOWN / "sheets.json")
    adopt(RatingQuota, KNOWN / "quotas.json")


DONE = Done(
    model=Rating,
    deed="ratings",
    checks=[place_problems, stretch_problems, sum_problems, sheet_problems, quota_problems],
    gaps=[sum_gaps],
    days=days_problems,
    adopt=adopt_known,
    alike=Likeness(besides=("whom", "cadence")),
)
