"""Writing a decision down, trying it, and reading its steps back."""

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.acts.models import Act, ActStep
from lantoa.acts.plan import Plan, plan
from lantoa.acts.steps import Citation, Fault, Reference, Step, Unplannable
from lantoa.people.models import User
from lantoa.trail.operations import note
from lantoa.units.models import Code, Kind, Unit

REFERENCES = ("parent", "into", "successor")
UNDECIDED = (Act.State.DRAFT, Act.State.SIMULATED)


@transaction.atomic
def draft(*, heading: Citation, steps: Sequence[Step], by: User, at: datetime) -> Act:
    """Write a decision down as a draft. It may still be wrong: trying it will say so.

    Raises Unplannable where it names a unit that does not exist, or none at all.
    """
    act = Act(home=_home_of(steps), author=by, recorded_at=at, **vars(heading))
    _refuse_bad_heading(act)
    act.save(force_insert=True)
    _write_steps(act, steps)
    _note(act, "acts.draft", steps=len(steps), by=by, at=at)
    return act


@transaction.atomic
def redraft(act: Act, *, heading: Citation, steps: Sequence[Step], by: User, at: datetime) -> Act:
    """Write a decision anew that has not been approved; its author is who wrote it last.

    Raises ValidationError where it was approved already.
    """
    act = undecided(act)
    for column, value in vars(heading).items():
        setattr(act, column, value)
    act.state, act.fingerprint, act.simulated_at = Act.State.DRAFT, "", None
    act.author, act.home = by, _home_of(steps)
    _refuse_bad_heading(act)
    act.save()
    act.steps.all().delete()
    _write_steps(act, steps)
    _note(act, "acts.redraft", steps=len(steps), by=by, at=at)
    return act


@transaction.atomic
def drop(act: Act, *, by: User, at: datetime) -> Act:
    """Give up a decision that was not approved; it stays to be read, and nobody changes it.

    Raises ValidationError where it was approved already.
    """
    act = undecided(act)
    act.state, act.fingerprint = Act.State.DROPPED, ""
    act.save(update_fields=["state", "fingerprint"])
    _note(act, "acts.drop", steps=act.steps.count(), by=by, at=at)
    return act


def planned(act: Act) -> Plan:
    """Work a decision out as things stand, without writing anything.

    Its fingerprint is that of the plan and of the heading: who approves approves both.
    """
    found = plan(steps_of(act), on=act.in_force_from)
    whole = f"{found.fingerprint} {Citation.of(act)}"
    return replace(found, fingerprint=hashlib.sha256(whole.encode()).hexdigest())


@transaction.atomic
def simulate(act: Act, *, by: User, at: datetime) -> Plan:
    """Try a decision; where nothing is wrong it may be approved with the fingerprint of the plan.

    Writes nothing but its state. Raises ValidationError where it was approved already.
    """
    act = undecided(act)
    found = planned(act)
    act.state = Act.State.DRAFT if found.faults else Act.State.SIMULATED
    act.fingerprint = "" if found.faults else found.fingerprint
    act.simulated_at = at
    act.save(update_fields=["state", "fingerprint", "simulated_at"])
    _note(act, "acts.simulate", steps=act.steps.count(), by=by, at=at)
    return found


def undecided(act: Act) -> Act:
    """Return a decision as it is now, held for change.

    Raises ValidationError where it was approved already.
    """
    now = Act.objects.select_for_update().get(pk=act.pk)
    if now.state not in UNDECIDED:
        raise ValidationError(f"Quyết định này {now.get_state_display()}, không sửa được nữa.")
    return now


def steps_of(act: Act) -> list[Step]:
    """Return the steps of a decision, in their order; two SELECTs."""
    rows = act.steps.order_by("order").prefetch_related("receives")
    return [_step(row) for row in rows]


def _refuse_bad_heading(act: Act) -> None:
    """Raise ValidationError, by field, where the heading lacks something."""
    asked = {field.name for field in fields(Citation)}
    act.clean_fields(exclude={field.name for field in Act._meta.fields} - asked)


def _step(row: ActStep) -> Step:
    refer: dict[str, Any] = {
        each: getattr(row, f"{each}_id") or getattr(row, f"{each}_key") or None
        for each in REFERENCES
    }
    return Step(
        sort=ActStep.Sort(row.sort),
        unit=row.unit_id,
        code=row.new_code,
        name=row.new_name,
        kind=Kind(row.new_kind) if row.new_kind else None,
        system=Code.System(row.code_system) if row.code_system else None,
        receives=tuple(sorted(each.pk for each in row.receives.all())),
        note=row.note,
        **refer,
    )


def _write_steps(act: Act, steps: Sequence[Step]) -> None:
    rows = [_row(act, place, step) for place, step in enumerate(steps)]
    written = ActStep.objects.bulk_create(rows, batch_size=500)
    through = ActStep.receives.through
    through.objects.bulk_create(
        [
            through(actstep_id=row.pk, unit_id=each)
            for row, step in zip(written, steps, strict=True)
            for each in step.receives
        ],
        batch_size=2000,
    )


def _row(act: Act, place: int, step: Step) -> ActStep:
    refer: dict[str, Any] = {}
    for each in REFERENCES:
        refer |= _columns(each, getattr(step, each))
    return ActStep(
        act=act,
        order=place,
        sort=step.sort,
        unit_id=step.unit,
        new_code=step.code,
        new_name=step.name,
        new_kind=step.kind or "",
        code_system=step.system or "",
        note=step.note,
        **refer,
    )


def _columns(column: str, reference: Reference | None) -> dict[str, Any]:
    if isinstance(reference, int):
        return {f"{column}_id": reference}
    return {f"{column}_key": reference or ""}


def _home_of(steps: Sequence[Step]) -> UUID:
    """Return the book of the trail in which a decision is noted: that of the units it names."""
    named = set().union(*(step.units() for step in steps)) if steps else set()
    homes = dict(Unit.objects.filter(pk__in=sorted(named)[:500]).values_list("pk", "home"))
    missing = [
        Fault(place, "unit", "không có đơn vị này.")
        for place, step in enumerate(steps)
        if any(each not in homes for each in step.units()) and len(named) <= 500
    ]
    if missing or not homes:
        raise Unplannable(missing or [Fault(0, "unit", "quyết định chưa nêu đơn vị nào.")])
    return next(iter(homes.values()))


def _note(act: Act, deed: str, *, steps: int, by: User, at: datetime) -> None:
    after = {"number": act.number, "in_force_from": act.in_force_from, "steps": steps}
    note(by=by, at=at, home=act.home, deed=deed, about=[act.uuid], after=after)
