"""Whatever is decided in whatever order, charts are sound and nothing is lost or counted twice."""

import os
from datetime import date
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from lantoa.acts.drafting import steps_of
from lantoa.acts.spreadsheet import read_steps
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.acts.template import act_template
from lantoa.acts.writing import rows_of
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import NewUnit
from tests import build
from tests.acts import by_hand, flows
from tests.acts.acts import DAY
from tests.acts.histories import CHARTS, History, faults_of, forgotten, miscounted, undone_at_once

pytestmark = pytest.mark.django_db
LONG = bool(os.environ.get("LANTOA_TEST_LONG"))


def tried(short: int, **more: int) -> settings:
    """Return how often to try: a few times, always the same, or a thousand times and more."""
    quiet = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    return settings(
        max_examples=max(1000, short) if LONG else short,
        phases=[Phase.generate],
        suppress_health_check=quiet,
        **more,
    )


SEEDS = st.randoms(use_true_random=False)


class Organisation(RuleBasedStateMachine):
    """Decisions, single operations, reversals and records, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.undoing = transaction.atomic()
        self.undoing.__enter__()
        self.history = History(Random(0))

    @rule(seed=st.integers(0, 2**32))
    def decide(self, seed: int) -> None:
        self.history.draw.seed(seed)
        self.history.decide()

    @rule(seed=st.integers(0, 2**32))
    def decide_and_undo(self, seed: int) -> None:
        self.history.draw.seed(seed)
        assert undone_at_once(self.history)

    @rule(place=st.integers(0, 100))
    def undo(self, place: int) -> None:
        if self.history.approved:
            self.history.undo(self.history.approved[place % len(self.history.approved)])

    @rule(seed=st.integers(0, 2**32))
    def operate(self, seed: int) -> None:
        self.history.draw.seed(seed)
        self.history.move_by_hand()

    @rule(seed=st.integers(0, 2**32))
    def record(self, seed: int) -> None:
        self.history.draw.seed(seed)
        self.history.record()

    @invariant()
    def the_organisation_is_sound(self) -> None:
        assert list(faults_of(self.history)) == []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undoing.__exit__(None, None, None)


def test_in_any_history_every_chart_is_sound_and_the_root_keeps_its_total():
    run_state_machine_as_test(Organisation, settings=tried(12, stateful_step_count=12))


@tried(15)
@given(seed=st.integers(0, 2**32))
def test_a_decision_and_its_reversal_leave_no_trace(seed):
    with forgotten():
        history = History(Random(seed))
        for _ in range(3):
            history.decide()
        history.record()

        assert undone_at_once(history)


@tried(12)
@given(seed=st.integers(0, 2**32))
def test_a_decision_written_as_a_list_and_read_back_decides_the_same(seed):
    with forgotten():
        history = History(Random(seed))
        for _ in range(3):
            history.decide()
        act = next(filter(None, (history.decide() for _ in range(100))))
        decided, steps, on = state_hash(), steps_of(act), act.in_force_from
        assert history.undo(act)

        read = read_steps(act_template(rows_of(steps, on=on)), on=on)

        assert history.passed(list(read.steps), on)
        assert state_hash() == decided


def in_one_subtree(top: Unit, name: str, draw: Random) -> list[Step]:
    """Return a decision within one subtree of three communes."""
    communes = [build.unit(f"Xã {name}{n}", under=top, kind=Kind.COMMUNE) for n in range(3)]
    for each in communes:
        build.unit(f"Chi bộ {each.pk}", under=each, code=f"{name}-{each.pk}")
    merged = draw.sample(communes, draw.randint(1, 3))
    left = [each for each in communes if each not in merged]
    return [
        *(Step(sort=Sort.MERGE, unit=each.pk, code=f"{name}1", name=f"Xã mới {name}",
               parent=top.pk) for each in merged),
        *(Step(sort=Sort.RENAME, unit=each.pk, name=f"Tên {name}{each.pk}") for each in left),
    ]  # fmt: skip


def outcome(history: History, *decisions: list[Step]) -> str:
    with forgotten():
        assert all(history.passed(steps, DAY) for steps in decisions)
        return state_hash()
    raise AssertionError


@tried(8)
@given(seed=st.integers(0, 2**32))
def test_decisions_on_disjoint_subtrees_may_come_in_any_order(seed):
    with forgotten():
        history = History(Random(seed))
        tops = [build.unit(name, under=history.root, kind=Kind.PROVINCE) for name in "AB"]
        east, west = (in_one_subtree(t, n, history.draw) for t, n in zip(tops, "AB", strict=True))

        assert outcome(history, east, west) == outcome(history, west, east)


@tried(8)
@given(seed=st.integers(0, 2**32))
def test_a_merge_sums_in_whatever_order_its_units_are_named(seed):
    with forgotten():
        history = History(Random(seed))
        top = build.unit("Tỉnh", under=history.root, kind=Kind.PROVINCE)
        steps = [
            Step(sort=Sort.MERGE, unit=build.unit(f"Xã {n}", under=top, kind=Kind.COMMUNE).pk,
                 code="X1", name="Xã mới", parent=top.pk)
            for n in range(history.draw.randint(2, 6))
        ]  # fmt: skip
        for step in steps:
            history.record_at(Unit.objects.get(pk=step.unit), DAY.replace(year=2024))
        shuffled = history.draw.sample(steps, len(steps))

        assert outcome(history, steps) == outcome(history, shuffled)
        act = history.passed(shuffled, DAY)
        assert act is not None
        assert list(faults_of(history)) == []


@tried(4)
@given(seed=st.integers(0, 2**32))
def test_on_every_chart_every_flow_of_the_root_is_what_was_recorded(seed):
    with forgotten():
        history = History(Random(seed))
        for _ in range(6):
            history.decide()
            history.record()

        assert [wrong for day in CHARTS for wrong in miscounted(history, day)] == []


def reach_flows_of(history: History, kind: str, demanded: set[str]) -> None:
    """Record rows of a kind, before and after what ended in 2025, until each flow is reached."""
    mine = {code for code in demanded if code.startswith(f"{kind}.")}
    for number in range(1500):
        if number >= 20 and mine <= set(history.recorded):
            return
        day = DAY if number % 2 else date(2025, 1, 15)
        history.record_of(kind, history.land.cells[0][0], day)


def test_records_of_every_kind_reach_every_flow_of_the_catalogue():
    history = History(Random(0))
    demanded = set(flows.flows())
    for kind in flows.RECORDERS:
        reach_flows_of(history, kind, demanded)

    assert set(history.recorded) == demanded
    assert list(miscounted(history, DAY)) == []


@tried(8)
@given(seed=st.integers(0, 2**32))
def test_a_merge_by_decision_is_a_merge_by_hand(seed):
    with forgotten():
        history = History(Random(seed))
        draw, land = history.draw, history.land
        chosen = draw.sample(land.communes, draw.randint(1, 3))
        with forgotten():
            entry = NewUnit("Xã mới", Kind.COMMUNE, land.province, "X1", system="own")
            before = chosen[0] if len(chosen) == 1 else land.district
            by_hand.merge(units=chosen, into=entry, before=before, change=build.change(DAY))
            expected = state_hash()
        steps = [
            Step(sort=Sort.MERGE, unit=each.pk, code="X1", name="Xã mới", parent=land.province.pk)
            for each in draw.sample(chosen, len(chosen))
        ]

        assert history.passed(steps, DAY) is not None
        assert state_hash(land.root) == expected


@given(chance=SEEDS)
@tried(4)
def test_in_any_history_that_nobody_touched_every_row_is_as_the_trail_says(chance):
    with forgotten():
        history = History(chance)
        for _ in range(6):
            chance.choice([history.decide, history.move_by_hand, history.record])()
        undone_at_once(history)

        assert verified(InDatabase()).faults == []
