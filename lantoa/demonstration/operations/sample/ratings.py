"""How the simulated commune was rated: at the ends of years and quarters; meetings scored."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.ratings.models import RatedClass, Rating, ScoreSheet
from lantoa.records.ratings.scoring import Criterion, scored, write_marks
from lantoa.units.models import Unit

Sort, Cadence = Rating.Sort, Rating.Cadence
BY_QUARTER = (2025, 9)
"""The first month after the regulation that asks for quarters."""
SCORED_SINCE = (2025, 11)
SIZES = {
    RatedClass.CELLS: 31,
    RatedClass.COLLECTIVES: 12,
    RatedClass.LEADERS: 38,
    RatedClass.OFFICIALS: 46,
    RatedClass.EMPLOYEES: 162,
}
COUNTED_AGAIN = 2025
"""In the year before nobody told how employees were rated."""


def ratings_of(commune: Commune, month: Month, chance: Random) -> Sequence[Rating]:
    """Return what was rated in one month; the years' ends are the committee's, scores a cell's."""
    found = list(_scores(commune, month, chance))
    if month.month == 12:
        found += [*_yearly(commune, month, chance), _four_goods(commune, month, chance)]
    elif month.ends_quarter and (month.year, month.month) >= BY_QUARTER:
        found += [
            _levels(commune.root, month, whom, Cadence.QUARTER, _split(SIZES[whom], chance))
            for whom in (RatedClass.LEADERS, RatedClass.OFFICIALS)
        ]
    return found


def _yearly(commune: Commune, month: Month, chance: Random) -> Iterable[Rating]:
    members = commune.all_members(month.last_day) or 640
    counts = _split(members, chance, unrated=chance.randint(4, 12))
    if month.year == COUNTED_AGAIN:
        counts |= _over(counts)
    more = {"reviewed": members - counts["unrated"], "learning": Rating.Learning.YES}
    yield _levels(commune.root, month, RatedClass.MEMBERS, Cadence.YEAR, counts | more)
    for whom, size in SIZES.items():
        counts = _split(size, chance)
        if whom == RatedClass.EMPLOYEES and month.year < COUNTED_AGAIN:
            counts = {}
        yield _levels(commune.root, month, whom, Cadence.YEAR, counts)


def _over(counts: dict[str, Any]) -> dict[str, Any]:
    """Rate two more best than the quota allows, for a reason."""
    best = counts["well"] // 5 + 2
    reason = "Cấp trên đồng ý nâng tỷ lệ cho đơn vị dẫn đầu (số liệu mẫu)"
    return {"excellent": best, "total": counts["total"] + best - counts["excellent"],
            "over_quota": reason}  # fmt: skip


def _split(size: int, chance: Random, *, unrated: int = 0) -> dict[str, Any]:
    """Share a class out over the levels, within the quota."""
    failed, fulfilled = chance.randint(0, 1), size * chance.randint(6, 14) // 100
    rest = size - unrated - failed - fulfilled
    excellent = rest // 7
    return {
        "total": size,
        "excellent": excellent,
        "well": rest - excellent,
        "fulfilled": fulfilled,
        "failed": failed,
        "unrated": unrated,
    }


def _levels(
    unit: Unit, month: Month, whom: RatedClass, cadence: Rating.Cadence, counts: dict[str, Any]
) -> Rating:
    said = {"sort": Sort.LEVELS, "whom": whom, "cadence": cadence, **counts}
    return _on(unit, month, f"{cadence.value}.{whom.value}", said)


def _four_goods(commune: Commune, month: Month, chance: Random) -> Rating:
    cells = SIZES[RatedClass.CELLS]
    said = {"sort": Sort.FOUR_GOODS, "whom": RatedClass.CELLS, "cadence": Cadence.YEAR}
    counts = {"total": cells, "recognised": chance.randint(18, cells - 3)}
    return _on(commune.root, month, "bon-tot", said | counts)


def _scores(commune: Commune, month: Month, chance: Random) -> Iterable[Rating]:
    if (month.year, month.month) < SCORED_SINCE:
        return
    sheet = ScoreSheet.objects.get(code="meeting-42-refined")
    for name in sorted(chance.sample(sorted(commune.cells), 3)):
        read = sheet.read
        marks = {each.number: _mark(each, month, chance) for each in read.marked}
        sums = scored(read, marks)
        said = {"sort": Sort.SCORE, "cadence": Cadence.MONTH, "sheet": sheet}
        kept = {"marks": write_marks(marks), "points": sums.points, "points_of": sums.points_of}
        yield _on(commune.cells[name], month, f"cham.{name}", said | kept)


def _mark(one: Criterion, month: Month, chance: Random) -> int | None:
    """Return a mark: thematic meetings are held in months that end a quarter."""
    if one.when and not month.ends_quarter:
        return None
    if one.options:
        return chance.choice(one.options[:2]).points
    return one.most - 10 * (chance.random() < 0.3 and one.most > 10)


def _on(unit: Unit, month: Month, code: str, said: dict[str, Any]) -> Rating:
    key, on = f"mau.xep-loai.{code}.{month.name}"[:80], month.last_day
    return Rating(unit=unit, key=key, first_day=on, last_day=on, **said)
