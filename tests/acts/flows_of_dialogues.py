"""Random dialogues and inspections, each with what it adds."""

from datetime import date
from random import Random

from lantoa.people.models import User
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.dialogues.operations import DONE as DIALOGUES
from lantoa.records.inspections.models import Inspection
from lantoa.records.inspections.operations import DONE as INSPECTIONS
from lantoa.units.models import Unit
from tests import build
from tests.acts.drawing import Added, coded, part_of, placed, some, whole_of

CONFERENCES = ("government", "secretary", "joint")
Told = dict[str, int | None]


def dialogue(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a dialogue, forum, visit or reception; return what it adds."""
    sort, events = draw.choice(Dialogue.Sort.values), draw.choice([None, draw.randint(1, 9)])
    delegates = some(draw) if sort in {*CONFERENCES, "forum"} else None
    told = _told(draw, sort)
    post = draw.choice(["", *Dialogue.Post.values]) if sort == "reception" else ""
    occasion = draw.choice(["", *Dialogue.Occasion.values]) if sort == "reception" else ""
    entry = Dialogue(
        **placed(at, on), sort=sort, title="Đối thoại", events=events, delegates=delegates,
        post=post, occasion=occasion, **told,
    )  # fmt: skip
    DIALOGUES.record_unasked(by=by, at=build.NOW, entries=[entry])
    if sort in CONFERENCES:
        told |= {"held": events, sort: events, "delegates": delegates}
    if sort == "forum":
        told |= {"forums": events, "forum_people": delegates}
    if sort == "reception":
        named = [each for each in (post, occasion) if each and each not in {"deputy", "office"}]
        told |= {"receptions": events} | {f"receptions_{each}": events for each in named}
    return coded("dialogues", told)


def _told(draw: Random, sort: str) -> Told:
    if sort == "visits":
        return {"visits": some(draw), "households": some(draw)}
    if sort == "reception":
        cases = some(draw)
        return {"received": some(draw), "cases": cases, "passed": part_of(draw, cases)}
    there, later = some(draw), some(draw)
    return {"opinions": whole_of(draw, there, later), "answered_there": there,
            "answer_later": later, "overdue": part_of(draw, later)}  # fmt: skip


def inspection(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record inspections or supervisions; return what they add."""
    sort, manner = (draw.choice(Inspection.Sort.values),
                    draw.choice(["", *Inspection.Manner.values]))  # fmt: skip
    times, due = some(draw), some(draw)
    told: Told = {"remedies_due": due, "remedies_done": part_of(draw, due)}
    for whom in ("organisations", "members"):
        good, faulty = some(draw), some(draw)
        told |= {f"good_{whom}": good, f"faulty_{whom}": faulty,
                 f"disciplined_{whom}": some(draw), whom: whole_of(draw, good, faulty)}  # fmt: skip
    entry = Inspection(**placed(at, on), sort=sort, manner=manner, times=times, **told)
    INSPECTIONS.record_unasked(by=by, at=build.NOW, entries=[entry])
    held = {f"{sort}s": times} | ({f"{sort}s_{manner}": times} if manner else {})
    return coded("inspections", told | held)
