"""What a decision would do, as lists, counts and trees, before anything happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa.acts.matters import Inquiry, Matter, Touched
from lantoa.acts.namesakes import Ambiguity, ambiguities
from lantoa.acts.picture import OPEN, Picture
from lantoa.acts.plan import Plan
from lantoa.acts.shown import Shown, shown
from lantoa.acts.steps import Fault, Sort
from lantoa.acts.trees import Node, forest


@dataclass(frozen=True)
class BeforeAndAfter:
    """One unit before and after: its place, name, code or kind, in words."""

    unit: Shown
    before: str
    after: str
    step: int
    follows: bool = False


@dataclass(frozen=True)
class Simulation:
    """What a decision would do. Where `faults` are found, the rest shows how far it was understood.

    `moves` hold those that follow a merged unit too, marked so. `without_successor` ended without
    another of their kind taking over: their own past counts in a line of its own. `matters`
    are what refers to units that end or change, by the question that found them; those without an
    answer are left out. `before` and `after` are the trees of the affected part.
    """

    on: date
    fingerprint: str
    faults: tuple[Fault, ...]
    opens: list[BeforeAndAfter]
    closes: list[BeforeAndAfter]
    moves: list[BeforeAndAfter]
    renames: list[BeforeAndAfter]
    recodes: list[BeforeAndAfter]
    kinds: list[BeforeAndAfter]
    ambiguous: list[Ambiguity]
    without_successor: list[Shown]
    matters: list[tuple[Inquiry, list[Matter]]]
    before: list[Node]
    after: list[Node]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many units each change touches."""
        lists = ("opens", "closes", "moves", "renames", "recodes", "kinds")
        return {each: len(getattr(self, each)) for each in lists}


def simulation(plan: Plan, *, questions: Sequence[Inquiry] = ()) -> Simulation:
    """Return what a plan would do; `questions` ask what refers to the units that it touches."""
    closed = [unit for unit in plan.causes if plan.after[unit].place_on(plan.on).state != OPEN]
    moved = [unit for unit in plan.causes if plan.after[unit].place_on(plan.on).state == OPEN]
    taken = {each.predecessor for each in plan.takings}
    named = set(plan.causes) - plan.follows | {each.pk for each in plan.forming}
    return Simulation(
        on=plan.on,
        fingerprint=plan.fingerprint,
        faults=plan.faults,
        opens=[_opening(plan, each.pk, each.step) for each in plan.forming],
        closes=[_moving(plan, unit) for unit in closed],
        moves=[_moving(plan, unit) for unit in moved],
        renames=[_named(plan, unit) for unit in plan.names if unit > 0],
        recodes=[_coded(plan, unit) for unit in plan.codes if unit > 0],
        kinds=[_kinded(plan, unit) for unit in plan.kinds],
        ambiguous=list(ambiguities(plan)),
        without_successor=[
            shown(plan.before, unit, plan.on)
            for unit in closed
            if unit not in taken and not _is_passed_on(plan, unit)
        ],
        matters=_asked(plan, closed, questions),
        before=forest(plan, named, before=True),
        after=forest(plan, named, before=False),
    )


def _is_passed_on(plan: Plan, unit: int) -> bool:
    """Tell whether the past of a unit that ends counts under another of its kind."""
    successor = plan.after[unit].place_on(plan.on).parent
    kind = plan.before[unit].kind_on(plan.on)
    return successor is not None and plan.after[successor].kind_on(plan.on) == kind


def _asked(
    plan: Plan, closed: Sequence[int], questions: Sequence[Inquiry]
) -> list[tuple[Inquiry, list[Matter]]]:
    changed = {*plan.causes, *plan.names, *plan.codes, *plan.kinds}
    touched = {
        Touched.ENDED: closed,
        Touched.CHANGED: sorted(unit for unit in changed if unit > 0),
    }
    told = [(each, list(each(touched[each.about], plan.on))) for each in questions]
    return [(question, found) for question, found in told if found]


def _place(picture: Picture, unit: int, day: date) -> str:
    parent = picture[unit].place_on(day).parent
    return picture.name(parent, day) if parent is not None and parent in picture else ""


def _opening(plan: Plan, unit: int, step: int) -> BeforeAndAfter:
    return BeforeAndAfter(
        shown(plan.after, unit, plan.on), "", _place(plan.after, unit, plan.on), step
    )


def _moving(plan: Plan, unit: int) -> BeforeAndAfter:
    eve = plan.on - timedelta(days=1)
    return BeforeAndAfter(
        shown(plan.before, unit, eve),
        _place(plan.before, unit, eve),
        _place(plan.after, unit, plan.on),
        plan.causes[unit],
        unit in plan.follows,
    )


def _step_of(plan: Plan, unit: int, sort: Sort) -> int:
    return next(n for n, each in enumerate(plan.steps) if (each.unit, each.sort) == (unit, sort))


def _named(plan: Plan, unit: int) -> BeforeAndAfter:
    old, step = shown(plan.before, unit, plan.on), _step_of(plan, unit, Sort.RENAME)
    return BeforeAndAfter(old, old.name, plan.names[unit], step)


def _coded(plan: Plan, unit: int) -> BeforeAndAfter:
    old, step = shown(plan.before, unit, plan.on), _step_of(plan, unit, Sort.RECODE)
    return BeforeAndAfter(old, old.code, plan.codes[unit][1], step)


def _kinded(plan: Plan, unit: int) -> BeforeAndAfter:
    old, step = shown(plan.before, unit, plan.on), _step_of(plan, unit, Sort.CHANGE_KIND)
    return BeforeAndAfter(old, old.kind.label, plan.kinds[unit].label, step)
