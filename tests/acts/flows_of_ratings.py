"""Random ratings by level, titles and filled score sheets, each with what it adds."""

from datetime import date
from random import Random

from lantoa.people.models import User
from lantoa.records.ratings.models import RatedClass, Rating
from lantoa.records.ratings.operations import DONE
from lantoa.records.ratings.queries import sheets_on
from lantoa.records.ratings.scoring import Criterion, write_marks
from lantoa.units.models import Unit
from tests import build
from tests.acts.drawing import Added, coded, part_of, placed, some, whole_of

LAST_OF_CLEAN_STRONG = date(2025, 8, 29)
LEVELS = ("excellent", "well", "fulfilled", "failed", "unrated")
TITLES = {
    ("four_goods", "cells"): "four_good_cells",
    ("four_goods", "bases"): "four_good_bases",
    ("clean_strong", "cells"): "clean_cells",
    ("clean_strong", "bases"): "clean_bases",
}
LEARNING = {"yes": 1, "no": 0, "": None}
Told = dict[str, int | None]


def rating(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a rating by level, a title or a filled sheet; return what it adds."""
    if draw.random() < 0.2:
        return _filled(draw, at=at, on=on, by=by)
    titles = ["four_goods", *(["clean_strong"] if on <= LAST_OF_CLEAN_STRONG else [])]
    sort = draw.choice(["levels"] * 4 + titles)
    whom = draw.choice(RatedClass.values if sort == "levels" else ["cells", "bases"])
    cadence = draw.choice(["year", "quarter", *Rating.Cadence.values])
    learning, told = draw.choice(list(LEARNING)), _told(draw, sort)
    reason = "Cấp trên cho phép" if sort == "levels" else ""
    entry = Rating(
        **placed(at, on), sort=sort, whom=whom, cadence=cadence, learning=learning,
        over_quota=reason, **told,
    )  # fmt: skip
    DONE.record_unasked(by=by, at=build.NOW, entries=[entry])
    added: Told = {"learning": LEARNING[learning]}
    if sort != "levels":
        return coded("ratings", added | {TITLES[sort, whom]: told["recognised"]})
    return coded("ratings", added | _rated(told, whom=whom, cadence=cadence))


def _filled(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Fill a sheet that is in use, each mark at random; return what its marks add up to."""
    sheet = draw.choice(sheets_on(on))
    marks = {each.number: _mark(draw, each) for each in sheet.read.marked}
    most = {each.number: each.most for each in sheet.read.marked}
    points = sum(mark or 0 for mark in marks.values())
    of = sum(most[number] for number, mark in marks.items() if mark is not None)
    entry = Rating(
        **placed(at, on), sort="score", cadence="month", sheet=sheet, marks=write_marks(marks),
        points=points, points_of=of,
    )  # fmt: skip
    DONE.record_unasked(by=by, at=build.NOW, entries=[entry])
    return coded("ratings", {"scores": 1, "points": points, "points_of": of})


def _mark(draw: Random, criterion: Criterion) -> int | None:
    """Return a mark that may be given; None where a criterion need not apply."""
    if criterion.when and draw.random() < 0.5:
        return None
    return draw.choice([each.points for each in criterion.options] or [0, criterion.most])


def _told(draw: Random, sort: str) -> Told:
    if sort != "levels":
        total = some(draw)
        return {"total": total, "recognised": part_of(draw, total)}
    levels = {each: some(draw) for each in LEVELS}
    total = whole_of(draw, *levels.values())
    return levels | {"total": total, "reviewed": part_of(draw, total)}


def _rated(told: Told, *, whom: str, cadence: str) -> Told:
    """Return each level of a year or a quarter; nothing else is ever added up."""
    if cadence == "year":
        return {f"{whom}_{each}": told[each] for each in (*LEVELS, "reviewed")}
    if cadence == "quarter":
        return {f"quarter_{whom}_{each}": told[each] for each in LEVELS}
    return {}
