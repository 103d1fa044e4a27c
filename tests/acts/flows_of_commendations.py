"""Random commendations and commitments, each with what it adds."""

from datetime import date
from random import Random

from lantoa.people.models import User
from lantoa.records.commendations.models import Honour, Level
from lantoa.records.commendations.operations import DONE as HONOURS
from lantoa.records.commitments.models import Commitment
from lantoa.records.commitments.operations import DONE as COMMITMENTS
from lantoa.units.models import Unit
from tests import build
from tests.acts.drawing import Added, coded, known_sum, part_of, placed, some

LAST_OF_DISTRICTS = date(2025, 6, 30)
WHOM = ("collectives", "individuals", "unseparated")
OF_UNITS = {"standard": "standards", "check": "checked", "pact": "pacts"}
TAKEN = ("task", "example", "breakthrough", "pressing")


def honour(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a commendation; return what it adds."""
    sort = draw.choice(["award", "award", *Honour.Sort.values])
    stage = draw.choice(["decided"] * 3 + Honour.Stage.values)
    levels = [each for each in Level.values if each != "district" or on <= LAST_OF_DISTRICTS]
    level = draw.choice(["", *levels])
    decision = draw.choice(["", "125-QĐ/ĐU"]) if stage == "decided" else ""
    whom = {each: some(draw) for each in WHOM}
    entry = Honour(
        **placed(at, on), sort=sort, stage=stage, level=level, title="Điển hình",
        decision=decision, **whom,
    )  # fmt: skip
    HONOURS.record_unasked(by=by, at=build.NOW, entries=[entry])
    if stage != "decided":
        return coded("commendations", _headed("proposed_", whom, WHOM[:2]))
    if sort == "award":
        return coded("commendations", _awarded(whom, level=level, decision=decision))
    if sort == "mixed":
        return coded("commendations", {"mixed": known_sum(*whom.values())})
    praised = sort == "praise"
    told = _headed("praised_", whom, WHOM) if praised else _headed("prized_", whom, WHOM[:2])
    return coded("commendations", told)


def _headed(
    head: str, whom: dict[str, int | None], which: tuple[str, ...]
) -> dict[str, int | None]:
    return {f"{head}{each}": whom[each] for each in which}


def _awarded(whom: dict[str, int | None], *, level: str, decision: str) -> dict[str, int | None]:
    added = dict(whom)
    if level:
        added |= _headed(f"{level}_", whom, WHOM[:2])
    return added if decision else added | {"unnumbered": known_sum(*whom.values())}


def commitment(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a commitment; return what it adds."""
    sort, outcome = (draw.choice(Commitment.Sort.values),
                     draw.choice(["", *Commitment.Outcome.values]))  # fmt: skip
    signed = _pledged(draw) if sort == "pledges" else {}
    units = {each: some(draw) for each in ("units_involved", "units_posted", "checks")}
    scope = draw.choice(Commitment.Scope.values) if sort in {"standard", "check"} else ""
    entry = Commitment(
        **placed(at, on), sort=sort, outcome=outcome, scope=scope, title="Trả đúng hẹn",
        **signed, **units,
    )  # fmt: skip
    COMMITMENTS.record_unasked(by=by, at=build.NOW, entries=[entry])
    added = signed | {each: units[each] for each in ("units_posted", "checks")}
    if sort in OF_UNITS:
        added |= {OF_UNITS[sort]: units["units_involved"]}
    if sort in TAKEN:
        added |= {sort: 1} | ({f"{sort}_{outcome}": 1} if outcome else {})
    return coded("commitments", added)


def _pledged(draw: Random) -> dict[str, int | None]:
    to_sign = some(draw)
    signed = part_of(draw, to_sign)
    return {"to_sign": to_sign, "signed": signed, "fulfilled": part_of(draw, signed),
            "leaders_signed": part_of(draw, signed)}  # fmt: skip
