"""Random ratings by level and titles, each with what it adds. Score sheets are still to come."""

from datetime import date
from random import Random

from lantoa.people.models import User
from lantoa.records.ratings.models import RatedClass, Rating
from lantoa.records.ratings.operations import DONE
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
    """Record a rating by level, or a title; return what it adds."""
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
