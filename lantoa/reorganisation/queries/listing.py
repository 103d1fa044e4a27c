"""The decisions that touch a unit or anything under it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from lantoa.acts.models import Act, ActStep
from lantoa.acts.others import NAMED_IN
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import write_day
from lantoa.units.models import Unit
from lantoa.units.queries import parents_under

State = Act.State
COLUMNS = (*NAMED_IN, "formed_id")


@dataclass(frozen=True)
class Badge:
    """How far a decision has come: the state of the component `badge`, and its words."""

    state: str
    text: str


def badge_of(act: Act, *, on: date) -> Badge:
    """Say how far a decision has come on a day."""
    if act.state == State.DRAFT:
        return Badge("quiet", "nháp")
    if act.state == State.SIMULATED:
        return Badge("wait", "đã chạy thử, chờ duyệt")
    if act.state == State.REVERSED:
        return Badge("refused", "đã thu hồi")
    if act.state == State.DROPPED:
        return Badge("quiet", "đã bỏ, không duyệt")
    day = write_day(act.in_force_from)
    if act.in_force_from <= on:
        return Badge("done", f"có hiệu lực từ {day}")
    return Badge("wait", f"đã duyệt, có hiệu lực từ {day}")


def acts_touching(unit: Unit) -> list[Act]:
    """Return the decisions that name a unit or one under it: the latest day first, by number."""
    rows = Act.objects.filter(home=unit.home).select_related("author", "approver")
    found = touching(unit, rows)
    return sorted(found, key=lambda act: (-act.in_force_from.toordinal(), alphabetical(act.number)))


def touching(unit: Unit, acts: QuerySet[Act]) -> list[Act]:
    """Return those of some decisions that name a unit or one under it, in their order."""
    named = _named(acts)
    below: dict[date, set[int]] = {}
    found = []
    for act in acts:
        day = act.in_force_from
        if day not in below:
            below[day] = _around(unit.pk, day)
        if named[act.pk] & below[day]:
            found.append(act)
    return found


def act_by(uuid: UUID) -> Act | None:
    """Return a decision by its identity; None where there is none."""
    return Act.objects.filter(uuid=uuid).select_related("author", "approver", "reversed_by").first()


def _named(acts: QuerySet[Act]) -> dict[int, set[int]]:
    """Return the units that each of some decisions names or opened."""
    named: dict[int, set[int]] = defaultdict(set)
    chosen = acts.order_by().values("pk")
    steps = ActStep.objects.filter(act__in=chosen)
    for act, *units in steps.values_list("act_id", *COLUMNS):
        named[act].update(each for each in units if each)
    received = ActStep.receives.through.objects.filter(actstep__act__in=chosen)
    for act, unit in received.values_list("actstep__act_id", "unit_id"):
        named[act].add(unit)
    return named


def _around(unit: int, day: date) -> set[int]:
    """Return what hangs under a unit on a day or on the day before."""
    before = parents_under(unit, on=day - timedelta(days=1))
    return set(before) | set(parents_under(unit, on=day))
