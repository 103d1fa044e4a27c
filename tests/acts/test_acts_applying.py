"""A decision writes what many single changes would, once, and only as it was simulated."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from lantoa.acts.applying import approve
from lantoa.acts.drafting import drop, redraft, simulate, steps_of
from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.trail.models import Entry
from lantoa.units.models import Code, Kind, Name, Placement, Unit
from lantoa.units.operations import NewUnit, open_unit
from lantoa.units.queries import kinds_on, portrait, tree_on
from tests import build
from tests.acts import by_hand
from tests.acts.acts import DAY, Country, country, drafted, heading, passed
from tests.whole import faults as trail_faults

pytestmark = pytest.mark.django_db
AREA = Code.System.AREA
OWN = Code.System.OWN


def change_by_hand(land: Country, sort: str) -> None:
    """Write row by row what the steps of the same name do as a decision."""
    on = build.change(DAY)
    first, second, _ = land.communes
    changes = {
        "open": lambda: open_unit(
            entry=NewUnit("Xã Mới", Kind.COMMUNE, land.province, "30999", AREA), change=on
        ),
        "move": lambda: by_hand.move(first, under=land.neighbour, change=on),
        "rename": lambda: by_hand.rename(first, name="Xã Óc Eo", change=on),
        "recode": lambda: by_hand.recode(first, code="30688", change=on),
        "close": lambda: by_hand.close(land.cells[0][0], into=land.cells[0][1], change=on),
        "merge": lambda: merge_by_hand(land, [first, second]),
    }
    changes[sort]()


def merge_by_hand(land: Country, units: list[Unit]) -> None:
    """Merge communes into one that bears the code of the first, which must give it up first."""
    on = build.change(DAY)
    entry = NewUnit("Xã Thoại Sơn", Kind.COMMUNE, land.province, "cho mã", OWN)
    merged = by_hand.merge(units=units, into=entry, before=land.district, change=on)
    merged.codes.update(superseded_at=build.NOW)
    by_hand.recode(merged, code="30682", change=on)


def decisions(land: Country) -> dict[str, list[Step]]:
    first, second, _ = land.communes
    merged = {"code": "30682", "name": "Xã Thoại Sơn"}
    return {
        "open": [
            Step(sort=Sort.OPEN, name="Xã Mới", kind=Kind.COMMUNE, code="30999",
                 parent=land.province.pk)
        ],
        "move": [Step(sort=Sort.MOVE, unit=first.pk, parent=land.neighbour.pk)],
        "rename": [Step(sort=Sort.RENAME, unit=first.pk, name="Xã  Óc Eo")],
        "recode": [Step(sort=Sort.RECODE, unit=first.pk, code="30688")],
        "close": [
            Step(sort=Sort.CLOSE, unit=land.cells[0][0].pk, successor=land.cells[0][1].pk)
        ],
        "merge": [
            Step(sort=Sort.MERGE, unit=first.pk, parent=land.province.pk, **merged),
            Step(sort=Sort.MERGE, unit=second.pk, **merged),
        ],
    }  # fmt: skip


@pytest.mark.parametrize("sort", ["open", "move", "rename", "recode", "close", "merge"])
def test_a_decision_writes_what_the_single_change_would(sort):
    land = country()
    steps = decisions(land)[sort]
    point = transaction.savepoint()
    change_by_hand(land, sort)
    expected = state_hash()
    transaction.savepoint_rollback(point)

    passed(steps)

    assert state_hash() == expected


def test_a_province_reorganised_by_one_decision_is_as_by_many_changes():
    land = country()
    first, second, third = land.communes
    on = build.change(DAY)
    point = transaction.savepoint()
    entry = NewUnit("Tỉnh Mới", Kind.PROVINCE, land.root, "cho mã", OWN)
    province = by_hand.merge(units=[land.neighbour], into=entry, before=land.neighbour, change=on)
    province.codes.update(superseded_at=build.NOW)
    by_hand.recode(province, code="91", change=on)
    entry = NewUnit("Xã Một", Kind.COMMUNE, province, "1", OWN)
    commune = by_hand.merge(units=[first], into=entry, before=first, change=on)
    by_hand.move(second, under=province, change=on)
    by_hand.split(
        third,
        parts=[(commune, [land.cells[2][0]]), (second, [land.cells[2][1]])],
        principal=second,
        change=on,
    )
    by_hand.close(land.district, into=province, change=on)
    expected = state_hash()
    transaction.savepoint_rollback(point)

    passed([
        Step(sort=Sort.MERGE, unit=land.neighbour.pk, code="91", name="Tỉnh Mới",
             parent=land.root.pk),
        Step(sort=Sort.CLOSE, unit=land.district.pk, successor="91"),
        Step(sort=Sort.SPLIT, unit=third.pk, into="1", successor=second.pk,
             receives=(land.cells[2][0].pk,)),
        Step(sort=Sort.SPLIT, unit=third.pk, into=second.pk),
        Step(sort=Sort.MOVE, unit=land.cells[2][1].pk, parent=second.pk),
        Step(sort=Sort.MERGE, unit=first.pk, code="1", name="Xã Một", parent="91"),
        Step(sort=Sort.MOVE, unit=second.pk, parent="91"),
    ])  # fmt: skip

    assert state_hash() == expected


def test_a_unit_without_a_code_gets_the_next_one_under_the_unit_above():
    land = country()
    by_hand = build.unit("Chi bộ 3", under=land.communes[0])

    act = passed(
        [Step(sort=Sort.OPEN, name="Chi bộ 4", kind=Kind.CELL, parent=land.communes[0].pk)]
    )

    assert portrait(by_hand, on=DAY).code == "30682.001"
    assert portrait(act.steps.get().formed, on=DAY).code == "30682.002"


def test_a_changed_kind_holds_from_its_day_on():
    land = country()
    cell = land.cells[0][0]

    passed([Step(sort=Sort.CHANGE_KIND, unit=cell.pk, kind=Kind.BASE)])

    eve = DAY - timedelta(days=1)
    assert kinds_on([cell.pk], on=eve) == {cell.pk: Kind.CELL}
    assert kinds_on([cell.pk], on=DAY) == {cell.pk: Kind.BASE}
    assert portrait(cell, on=DAY).kind is Kind.BASE


def test_every_row_bears_its_decision_and_the_trail_has_one_line():
    land = country()
    act = drafted(decisions(land)["merge"])
    plan = simulate(act, by=act.author, at=build.NOW)
    lines = Entry.objects.count()

    act = approve(act, fingerprint=plan.fingerprint, by=build.person(), at=build.NOW)

    written = Placement.objects.filter(act=act)
    assert written.count() == 2 + 2 + 4
    assert set(written.values_list("basis", flat=True)) == {str(act)}
    assert Entry.objects.count() == lines + 1
    assert list(trail_faults()) == []
    assert act.steps.first().formed.names.get().value == "Xã Thoại Sơn"


def test_a_decision_of_the_future_comes_into_force_by_its_day():
    land = country()
    far = date(2030, 1, 1)

    passed([Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.neighbour.pk)], on=far)

    unit = land.communes[0].pk
    assert tree_on(far - timedelta(days=1)).parents[unit] == land.district.pk
    assert tree_on(far).parents[unit] == land.neighbour.pk


def test_steps_are_read_back_as_they_were_written():
    land = country()
    steps = [
        Step(sort=Sort.SPLIT, unit=land.communes[0].pk, code="A", name="Xã A", parent="91",
             successor="A", receives=tuple(each.pk for each in land.cells[0]), note="chia"),
        Step(sort=Sort.OPEN, name="Tỉnh", code="91", kind=Kind.PROVINCE, parent=land.root.pk,
             system=AREA),
    ]  # fmt: skip

    act = drafted(steps)

    assert steps_of(act) == steps


def test_its_author_may_not_approve_a_decision():
    land = country()
    act = drafted(decisions(land)["move"])
    plan = simulate(act, by=act.author, at=build.NOW)

    with pytest.raises(ValidationError, match="Người duyệt phải khác người soạn"):
        approve(act, fingerprint=plan.fingerprint, by=act.author, at=build.NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Act.objects.filter(pk=act.pk).update(approver=act.author)


def test_a_decision_is_refused_when_the_organisation_changed_since_it_was_simulated():
    land = country()
    act = drafted(decisions(land)["merge"])
    plan = simulate(act, by=act.author, at=build.NOW)
    build.unit("Chi bộ 3", under=land.communes[1])

    with pytest.raises(ValidationError, match="đã thay đổi từ lần chạy thử"):
        approve(act, fingerprint=plan.fingerprint, by=build.person(), at=build.NOW)

    assert Placement.objects.filter(act=act).count() == 0


def test_what_happens_elsewhere_does_not_disturb_a_simulation():
    land = country()
    act = drafted(decisions(land)["merge"])
    plan = simulate(act, by=act.author, at=build.NOW)
    build.unit("Xã xa", under=land.neighbour, kind=Kind.COMMUNE)

    approve(act, fingerprint=plan.fingerprint, by=build.person(), at=build.NOW)

    assert Placement.objects.filter(act=act).exists()


def test_a_decision_written_anew_must_be_simulated_anew():
    land = country()
    act = drafted(decisions(land)["merge"])
    plan = simulate(act, by=act.author, at=build.NOW)
    redraft(act, heading=heading(), steps=decisions(land)["move"], by=build.person(), at=build.NOW)

    with pytest.raises(ValidationError, match="chưa chạy thử"):
        approve(act, fingerprint=plan.fingerprint, by=build.person(), at=build.NOW)


def test_a_decision_whose_head_was_written_anew_is_not_approved_as_it_was_seen_before():
    land = country()
    act = drafted(decisions(land)["merge"])
    seen = simulate(act, by=act.author, at=build.NOW)
    head = heading(number="9999/QĐ", title="Việc khác")
    redraft(act, heading=head, steps=steps_of(act), by=act.author, at=build.NOW)
    simulate(act, by=act.author, at=build.NOW)

    with pytest.raises(ValidationError, match="đã thay đổi từ lần chạy thử"):
        approve(act, fingerprint=seen.fingerprint, by=build.person(), at=build.NOW)


def test_an_approved_decision_is_changed_by_nobody():
    land = country()
    act = passed(decisions(land)["move"])

    for statement in (
        "UPDATE acts_act SET number = 'x'",
        "UPDATE acts_actstep SET note = 'x'",
        "UPDATE acts_act SET state = 'dropped'",
        "DELETE FROM acts_actstep",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(ValidationError, match="đã duyệt"):
        simulate(act, by=act.author, at=build.NOW)


def test_a_draft_that_was_dropped_is_changed_by_nobody():
    land = country()
    act = drafted(decisions(land)["move"])
    plan = simulate(act, by=act.author, at=build.NOW)

    drop(act, by=build.person(), at=build.NOW)

    for statement in ("UPDATE acts_act SET state = 'draft'", "DELETE FROM acts_actstep"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(ValidationError, match="đã bỏ"):
        approve(act, fingerprint=plan.fingerprint, by=build.person(), at=build.NOW)
    last = Entry.objects.order_by("pk").last()
    assert last.deed == "acts.drop"
    assert '"steps":1' in last.after
    assert list(trail_faults()) == []


def test_a_decision_with_a_fault_writes_nothing():
    land = country()
    act = drafted([
        Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã Óc Eo"),
        Step(sort=Sort.CLOSE, unit=land.communes[1].pk),
    ])  # fmt: skip
    before = state_hash()

    plan = simulate(act, by=act.author, at=build.NOW)

    assert [fault.step for fault in plan.faults] == [1]
    assert (Act.objects.get().state, Act.objects.get().fingerprint) == (Act.State.DRAFT, "")
    assert state_hash() == before
    assert not Name.objects.filter(value="Xã Óc Eo").exists()
