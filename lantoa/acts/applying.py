"""Approving a decision: its rows are written in one transaction, with one line in the trail."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from lantoa.acts.drafting import planned, undecided
from lantoa.acts.models import Act, ActStep
from lantoa.acts.plan import Plan
from lantoa.figures.words import fold
from lantoa.people.models import User
from lantoa.trail.operations import note
from lantoa.units.models import Code, KindChange, Name, Placement, Succession, Unit
from lantoa.units.operations.rows import structure
from lantoa.units.queries.within import among

BATCH = 2000
CHANGED = "Tổ chức hoặc quyết định đã thay đổi từ lần chạy thử. Hãy chạy thử lại rồi duyệt."


def approve(act: Act, *, fingerprint: str, by: User, at: datetime) -> Act:
    """Approve a decision that was tried: write its rows, dated the day on which it comes in force.

    Raises ValidationError where its author approves it, where it was not tried, or where the
    organisation is no longer what the simulation with that fingerprint saw; Unplannable with the
    steps that are wrong.
    """
    with structure():
        act = undecided(act)
        _refuse_unready(act, fingerprint=fingerprint, by=by)
        found = planned(act)
        if found.fingerprint != fingerprint:
            raise ValidationError(CHANGED)
        found.refuse()
        units = write(found, act=act, by=by, at=at)
        _note_formed(act, found, units)
        act.state, act.approver, act.approved_at = Act.State.APPROVED, by, at
        act.validate_constraints()
        act.save(update_fields=["state", "approver", "approved_at"])
        _note(act, found, units, by=by, at=at)
        return act


def _refuse_unready(act: Act, *, fingerprint: str, by: User) -> None:
    if by.pk == act.author_id:
        raise ValidationError("Người duyệt phải khác người soạn.")
    if act.state != Act.State.SIMULATED:
        raise ValidationError("Quyết định chưa chạy thử được. Hãy chạy thử trước khi duyệt.")
    if act.fingerprint != fingerprint:
        raise ValidationError(CHANGED)


def write(found: Plan, *, act: Act, by: User, at: datetime) -> dict[int, Unit]:
    """Write the rows of a plan; return the units that it opened, by their ids in the plan."""
    units = _open(found)
    common = {"basis": str(act)[:200], "act": act, "recorded_by": by, "recorded_at": at}
    ids = {pk: unit.pk for pk, unit in units.items()}
    _write_places(found, ids, common)
    marked = common | {"since": found.on}
    _insert(
        Name,
        (
            Name(unit_id=ids.get(unit, unit), value=name, folded=fold(name), **marked)
            for unit, name in found.names.items()
        ),
    )
    _insert(
        Code,
        (
            Code(unit_id=ids.get(unit, unit), system=system, value=code, **marked)
            for unit, (system, code) in found.codes.items()
        ),
    )
    _insert(
        KindChange,
        (KindChange(unit_id=unit, value=kind, **marked) for unit, kind in found.kinds.items()),
    )
    _write_takings(found, ids, common)
    return units


def _open(found: Plan) -> dict[int, Unit]:
    lives = [found.after[each.pk] for each in found.forming]
    units = [
        Unit(kind=life.first_kind, is_simulated=life.is_simulated, home=life.home) for life in lives
    ]
    opened = Unit.objects.bulk_create(units, batch_size=BATCH)
    return {life.pk: unit for life, unit in zip(lives, opened, strict=True)}


def _write_places(found: Plan, ids: dict[int, int], common: dict[str, Any]) -> None:
    """End the places before, then begin the new ones: so no circle stands in between."""
    among(Placement.objects.all(), "pk", found.cuts()).update(until=found.on)
    _insert(
        Placement,
        (
            Placement(
                unit_id=ids.get(unit, unit),
                parent_id=ids.get(place.parent, place.parent) if place.parent else None,
                state=place.state,
                since=place.since,
                until=place.until,
                **common,
            )
            for unit, place in found.places()
        ),
    )


def _write_takings(found: Plan, ids: dict[int, int], common: dict[str, Any]) -> None:
    extent = {True: Succession.Extent.WHOLE, False: Succession.Extent.PART}
    _insert(
        Succession,
        (
            Succession(
                predecessor_id=each.predecessor,
                successor_id=ids.get(each.successor, each.successor),
                on=found.on,
                extent=extent[each.is_whole],
                is_principal=each.is_principal,
                **common,
            )
            for each in found.takings
        ),
    )


def _insert(model: Any, rows: Iterable[Any]) -> None:
    model.objects.bulk_create(rows, batch_size=BATCH)


def _note_formed(act: Act, found: Plan, units: dict[int, Unit]) -> None:
    """Write beside each step which unit it formed."""
    formed = {each.key: units[each.pk] for each in found.forming}
    orders = [order for order, step in enumerate(found.steps) if step.forms]
    rows = list(act.steps.filter(order__in=orders))
    for row in rows:
        row.formed = formed[found.steps[row.order].forms]
    ActStep.objects.bulk_update(rows, ["formed"], batch_size=200)


def _note(act: Act, found: Plan, units: dict[int, Unit], *, by: User, at: datetime) -> None:
    named = {step.unit for step in found.steps if step.unit}
    about = [act.uuid, *(each.uuid for each in units.values())]
    known = (found.before[each].uuid for each in sorted(named))
    note(
        by=by,
        at=at,
        home=act.home,
        deed="acts.approve",
        about=[*about, *(each for each in known if each)],
        after={
            "number": act.number,
            "on": found.on,
            "fingerprint": found.fingerprint,
            "opened": len(found.forming),
            "placed": len(found.causes),
        },
    )
