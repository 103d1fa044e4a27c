"""Dated rows written one by one: what a decision must come to, and how the first databases did it.

Nothing is checked here but by the database. Rows without an act, with a document for their basis,
are all that an organisation has which was reorganised before there were acts.
"""

from collections.abc import Sequence
from datetime import date

from lantoa.figures.words import composed, fold
from lantoa.units.models import Code, Name, Placement, Succession, Unit
from lantoa.units.operations import NewUnit, open_unit
from lantoa.units.operations.rows import Change, structure
from tests import build


def move(unit: Unit, *, under: Unit, change: Change) -> None:
    with structure():
        _place(unit, under, Placement.State.OPEN, change)


def close(unit: Unit, *, into: Unit, change: Change) -> None:
    _place(unit, into, Placement.State.CLOSED, change)


def _place(unit: Unit, parent: Unit, state: Placement.State, change: Change) -> None:
    held = Placement.objects.get(
        unit=unit, since__lt=change.on, until__gt=change.on, superseded_at__isnull=True
    )
    until, held.until = held.until, change.on
    held.save(update_fields=["until"])
    Placement.objects.create(unit=unit, parent=parent, state=state, until=until, **change.row())


def rename(unit: Unit, *, name: str, change: Change) -> None:
    value = composed(name)
    Name.objects.create(unit=unit, value=value, folded=fold(value), **change.row())


def recode(unit: Unit, *, code: str, change: Change) -> None:
    Code.objects.create(unit=unit, value=code, system=Code.System.OWN, **change.row())


def merge(*, units: Sequence[Unit], into: NewUnit, before: Unit, change: Change) -> Unit:
    """Open a unit, place it where it hung before its birth, and end those it takes over whole."""
    merged = open_unit(entry=into, change=change)
    merged.placements.filter(state=Placement.State.BEFORE).update(superseded_at=change.at)
    unborn = {"state": Placement.State.BEFORE, "until": change.on, **change.row(since=date.min)}
    Placement.objects.create(unit=merged, parent=before, **unborn)
    for unit in units:
        for child in _below(unit, change):
            move(child, under=merged, change=change)
        close(unit, into=merged, change=change)
        succeed(unit, merged, extent="whole", is_principal=True, change=change)
    return merged


def _below(unit: Unit, change: Change) -> list[Unit]:
    held = Placement.objects.filter(parent=unit, state=Placement.State.OPEN, until__gt=change.on)
    return [each.unit for each in held.filter(superseded_at__isnull=True).select_related("unit")]


def split(
    unit: Unit, *, parts: Sequence[tuple[Unit, Sequence[Unit]]], principal: Unit, change: Change
) -> None:
    for part, received in parts:
        for each in received:
            move(each, under=part, change=change)
    close(unit, into=principal, change=change)
    for part, _ in parts:
        is_principal = part.pk == principal.pk
        succeed(unit, part, extent="part", is_principal=is_principal, change=change)


def succeed(old: Unit, new: Unit, *, extent: str, is_principal: bool, change: Change) -> Succession:
    return Succession.objects.create(
        predecessor=old, successor=new, on=change.on, extent=extent, is_principal=is_principal,
        basis=change.basis, recorded_by=change.by, recorded_at=build.NOW,
    )  # fmt: skip
