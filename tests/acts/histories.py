"""Random histories of a small country: decisions, rows of before decisions, reversals, records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise
from random import Random

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from lantoa.acts.applying import approve
from lantoa.acts.drafting import draft, simulate
from lantoa.acts.models import Act
from lantoa.acts.reversing import reverse
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.tree import Tree, add
from lantoa.people.models import User
from lantoa.records.record.operations.adopting import adopt_known
from lantoa.tally.queries import sheet
from lantoa.units.models import Kind, Placement, Unit
from tests import build
from tests.acts import by_hand, flows
from tests.acts.acts import Country, country, heading

DAYS = [date(2025, 1, 1) + timedelta(days=40 * number) for number in range(8)]
CHARTS = [date(1990, 1, 1), *(day + timedelta(days=by) for day in DAYS for by in (-1, 0, 1)),
          date(2030, 1, 1)]  # fmt: skip
EVER = Period(date(1990, 1, 1), date(2030, 1, 1))
KINDS = [Kind.CELL, Kind.COMMUNE, Kind.BASE]


@contextmanager
def forgotten() -> Iterator[None]:
    """Undo everything at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class History:
    """A country with two people who decide; `draw` chooses, always the same for the same seed."""

    draw: Random
    land: Country = field(default_factory=country)
    author: User = field(default_factory=build.person)
    approver: User = field(default_factory=build.person)
    approved: list[Act] = field(default_factory=list)
    recorded: flows.Added = field(default_factory=dict)

    def __post_init__(self) -> None:
        adopt_known()

    @property
    def root(self) -> Unit:
        return self.land.root

    def units(self) -> list[int]:
        return list(
            Unit.objects.filter(home=self.root.home).order_by("pk").values_list("pk", flat=True)
        )

    def unit(self) -> int:
        return self.draw.choice(self.units())

    def step(self) -> list[Step]:
        """Return the steps of one random change; many of them are impossible."""
        number = self.draw.randrange(10**9)
        new = {"code": f"N{number}", "name": f"Đơn vị {number}", "parent": self.unit()}
        unit, other = self.unit(), self.unit()
        choices: list[Callable[[], list[Step]]] = [
            lambda: [Step(sort=Sort.OPEN, kind=self.draw.choice(KINDS), **new)],
            lambda: [Step(sort=Sort.MOVE, unit=unit, parent=other)],
            lambda: [Step(sort=Sort.RENAME, unit=unit, name=f"Tên {number}")],
            lambda: [Step(sort=Sort.RECODE, unit=unit, code=f"M{number}")],
            lambda: [Step(sort=Sort.CHANGE_KIND, unit=unit, kind=self.draw.choice(KINDS))],
            lambda: [Step(sort=Sort.CLOSE, unit=unit, successor=other)],
            lambda: [Step(sort=Sort.MERGE, unit=each, kind=Kind.COMMUNE, **new)
                     for each in {unit, other}],
            lambda: [Step(sort=Sort.MERGE, unit=unit, into=other)],
            lambda: self.split(unit, other, new),
        ]  # fmt: skip
        return self.draw.choice(choices)()

    def split(self, unit: int, other: int, new: dict[str, object]) -> list[Step]:
        held = Placement.objects.filter(
            parent=unit, superseded_at__isnull=True, state=Placement.State.OPEN
        )
        below = sorted(set(held.values_list("unit_id", flat=True)))
        mine = tuple(each for each in below if self.draw.random() < 0.5)
        rest = tuple(each for each in below if each not in mine)
        return [
            Step(sort=Sort.SPLIT, unit=unit, into=other, successor=other, receives=mine),
            Step(sort=Sort.SPLIT, unit=unit, kind=Kind.COMMUNE, receives=rest, **new),  # type: ignore[arg-type]
        ]

    def decide(self) -> Act | None:
        """Pass a random decision; return it, or None where it was impossible."""
        steps = [step for _ in range(self.draw.randint(1, 3)) for step in self.step()]
        return self.passed(steps, self.draw.choice(DAYS))

    def passed(self, steps: list[Step], on: date) -> Act | None:
        act = draft(heading=heading(on), steps=steps, by=self.author, at=build.NOW)
        plan = simulate(act, by=act.author, at=build.NOW)
        if plan.faults:
            return None
        act = approve(act, fingerprint=plan.fingerprint, by=self.approver, at=build.NOW)
        self.approved.append(act)
        return act

    def undo(self, act: Act) -> bool:
        """Reverse a decision; tell whether it could be."""
        try:
            reverse(act, reason="thử", by=self.author, at=build.NOW)
        except ValidationError:
            return False
        self.approved.remove(act)
        return True

    def move_by_hand(self) -> None:
        """Move a unit without a decision, as before there were any; a circle is refused."""
        day = self.draw.choice(DAYS)
        unit, under = (Unit.objects.get(pk=self.unit()) for _ in range(2))
        held = self.open_places(unit).filter(since__lt=day, until__gt=day).first()
        if held is None or not self.is_open(under, since=day, until=held.until):
            return
        with suppress(ValidationError):
            by_hand.move(unit, under=under, change=build.change(day))

    def open_places(self, unit: Unit) -> QuerySet[Placement]:
        return unit.placements.filter(superseded_at__isnull=True, state=Placement.State.OPEN)

    def is_open(self, unit: Unit, *, since: date, until: date) -> bool:
        places = unit.placements.filter(superseded_at__isnull=True)
        crossing = places.filter(since__lt=until, until__gt=since)
        return set(crossing.values_list("state", flat=True)) == {Placement.State.OPEN}

    def record(self) -> None:
        """Record something of a unit that is at work, on a day on which it is."""
        at_work = Placement.objects.filter(
            superseded_at__isnull=True, state=Placement.State.OPEN, unit__home=self.root.home
        )
        place = self.draw.choice(list(at_work.order_by("pk").select_related("unit")))
        day = max(place.since, date(2024, 1, 1))
        if day < place.until:
            self.record_at(place.unit, day)

    def record_at(self, unit: Unit, day: date) -> None:
        self.keep(flows.recorded(self.draw, at=unit, on=day, by=build.recorder()))

    def record_of(self, kind: str, unit: Unit, day: date) -> None:
        """Record a row of one kind at a unit."""
        tell = flows.RECORDERS[kind]
        self.keep(tell(self.draw, at=unit, on=day, by=build.recorder()))

    def keep(self, added: flows.Added) -> None:
        """Remember what a record adds."""
        self.recorded = flows.together(self.recorded, added)


def faults_of(history: History) -> Iterator[str]:
    """Yield what is wrong with the organisation on any day; none if it is sound."""
    places = list(
        Placement.objects.filter(superseded_at__isnull=True, unit__home=history.root.home).order_by(
            "unit_id", "since"
        )
    )
    codes = flows.flows()
    own = flows.own_flows({each.unit_id for each in places}, EVER, codes)
    for before, after in pairwise(places):
        if before.unit_id == after.unit_id and before.until != after.since:
            yield f"{before.unit_id}: gap or overlap on {after.since}"
    for day in CHARTS:
        held = [each for each in places if each.since <= day < each.until]
        if len(held) != len({each.unit_id for each in places}):
            yield f"{day}: not each unit is on the chart once"
        yield from _faults_on(day, held, history)
        tree = Tree({each.unit_id: each.parent_id for each in held})
        yield from _lost_on(day, tree, own, codes, history)
    yield from miscounted(history, CHARTS[len(places) % len(CHARTS)])


def _faults_on(day: date, held: list[Placement], history: History) -> Iterator[str]:
    states = {each.unit_id: each.state for each in held}
    for each in held:
        if each.state == "open" and each.parent_id and states[each.parent_id] != "open":
            yield f"{day}: {each.unit_id} is open under {each.parent_id}, which is not"
    tree = Tree({each.unit_id: each.parent_id for each in held})
    if tree.tops != [history.root.pk]:
        yield f"{day}: the tops are {tree.tops}"


def _lost_on(
    day: date, tree: Tree, own: flows.Own, codes: list[str], history: History
) -> Iterator[str]:
    """Yield each flow that the root or another unit has lost, or has twice, on a chart."""
    totals = tree.roll_up(own)
    nothing: list[int | None] = [None] * len(codes)
    whole = dict(zip(codes, totals.get(history.root.pk, nothing), strict=True))
    for code, total in whole.items():
        if total != history.recorded.get(code):
            yield f"{day}: the root has {total} {code}, not {history.recorded.get(code)}"
    for unit in tree.parents:
        parts = [own.get(unit, nothing)]
        parts += [totals.get(child, nothing) for child in tree.children.get(unit, ())]
        if totals.get(unit, nothing) != [
            reduce(add, column) for column in zip(*parts, strict=True)
        ]:
            yield f"{day}: {unit} is not the sum of its own and its children's"


def miscounted(history: History, day: date) -> Iterator[str]:
    """Yield each flow that the system counts wrong on a chart: at the root, and right below it."""
    root = sheet(Question(unit=history.root.pk, period=EVER, chart=day))
    below = {unit for line in root.lines.values() for unit in line.below}
    counted = {unit: sheet(Question(unit=unit, period=EVER, chart=day)) for unit in below}
    for code in flows.flows():
        line = root.lines[code]
        if line.total != history.recorded.get(code):
            yield f"{day}: {line.total} {code} are counted, not {history.recorded.get(code)}"
        if line.total != reduce(add, line.below.values(), line.own):
            yield f"{day}: {code} of the root is not the sum of own and below"
        for unit, figure in line.below.items():
            if counted[unit].total(code) != figure:
                yield f"{day}: {unit} has {counted[unit].total(code)} {code}, not {figure}"


def undone_at_once(history: History) -> bool:
    """Pass a decision, undo it at once, and tell whether the organisation is as it was."""
    before = state_hash()
    act = history.decide()
    if act is None:
        return True
    return history.undo(act) and state_hash() == before
