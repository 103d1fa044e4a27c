"""Units change their name, code, place or strength, and end."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import write_day
from lantoa.figures.words import composed, fold
from lantoa.trail.operations import note
from lantoa.units.models import END, Code, Name, Placement, Strength, Unit
from lantoa.units.operations.rows import (
    Change,
    open_stretch,
    place,
    refuse_unless_open,
    structure,
    supersede_same_day,
)
from lantoa.units.queries import portrait, portraits


def rename(unit: Unit, *, name: str, change: Change) -> None:
    """Give a unit a new name from a day on; on the day of an earlier naming, correct that one."""
    with structure():
        open_stretch(unit, on=change.on)
        before = portrait(unit, on=change.on).name
        supersede_same_day(Name, unit, change=change)
        value = composed(name)
        Name.objects.create(unit=unit, value=value, folded=fold(value), **change.row())
        _note(unit, "units.rename", {"name": before}, {"name": value}, change)


def recode(unit: Unit, *, code: str, change: Change, system: Code.System = Code.System.OWN) -> None:
    """Give a unit a new code from a day on.

    Raises ValidationError where another unit open on that day bears it.
    """
    with structure():
        open_stretch(unit, on=change.on)
        _refuse_borne(unit, code=code, system=system, change=change)
        before = portrait(unit, on=change.on).code
        supersede_same_day(Code, unit, change=change)
        Code.objects.create(unit=unit, value=code, system=system, **change.row())
        _note(unit, "units.recode", {"code": before}, {"code": code}, change)


def state_members(unit: Unit, *, members: int | None, change: Change) -> None:
    """State how many members of its own a unit has from a day on; None is not known."""
    with structure():
        open_stretch(unit, on=change.on)
        supersede_same_day(Strength, unit, change=change)
        Strength.objects.create(unit=unit, members=members, **change.row())
        _note(unit, "units.members", None, {"members": members}, change)


def move(unit: Unit, *, under: Unit, change: Change) -> None:
    """Hang a unit under another from a day on; what it did before stays where it was.

    Raises ValidationError for a circle, or where either is not open from that day on.
    """
    with structure():
        held = open_stretch(unit, on=change.on)
        refuse_unless_open(under, since=change.on, until=held.until)
        placed = place(unit, parent=under, state=Placement.State.OPEN, change=change)
        before = {"parent": held.parent.uuid if held.parent else None}
        _note(unit, "units.move", before, {"parent": under.uuid, "until": placed.until}, change)


def close(unit: Unit, *, into: Unit, change: Change) -> None:
    """End a unit: from that day on its past counts under the unit that it goes into.

    That unit is open on the day, or is the unit above, ending with it. Raises ValidationError while
    other units still hang under the one that ends, or where it is placed anew on a later day.
    """
    with structure():
        held = open_stretch(unit, on=change.on)
        _refuse_placed_later(unit, until=held.until, change=change)
        _refuse_orphans(unit, change=change)
        if into.pk != held.parent_id:
            open_stretch(into, on=change.on)
        place(unit, parent=into, state=Placement.State.CLOSED, change=change)
        _note(unit, "units.close", None, {"into": into.uuid}, change)


def open_children(unit: Unit, *, change: Change) -> QuerySet[Placement]:
    """Return the places of units that would be open under a unit on or after a day."""
    return Placement.objects.filter(
        parent=unit,
        superseded_at__isnull=True,
        state=Placement.State.OPEN,
        until__gt=change.on,
    ).select_related("unit")


def _refuse_placed_later(unit: Unit, *, until: date, change: Change) -> None:
    if until != END:
        raise ValidationError(
            f"{portrait(unit, on=change.on).name} còn được sắp xếp vào ngày {write_day(until)}, "
            f"nên không thể kết thúc từ ngày {write_day(change.on)}."
        )


def _refuse_orphans(unit: Unit, *, change: Change) -> None:
    children = set(open_children(unit, change=change).values_list("unit_id", flat=True)[:5])
    if children:
        names = [each.name for each in portraits(children, on=change.on).values()]
        raise ValidationError(
            f"Còn đơn vị trực thuộc chưa được sắp xếp trong ngày {write_day(change.on)}: "
            f"{', '.join(sorted(names, key=alphabetical))}. "
            "Chuyển hoặc kết thúc các đơn vị này trước."
        )


def _refuse_borne(unit: Unit, *, code: str, system: Code.System, change: Change) -> None:
    live = Code.objects.filter(superseded_at__isnull=True, unit__home=unit.home)
    rows = live.filter(value=code, system=system).exclude(unit=unit)
    bearers = set(rows.values_list("unit_id", flat=True))
    for each in portraits(bearers, on=change.on).values():
        if each.code == code and (each.closed_on is None or each.closed_on > change.on):
            raise ValidationError(
                f"Mã {code} đang do {each.name} mang trong ngày {write_day(change.on)}."
            )


def _note(
    unit: Unit,
    deed: str,
    before: dict[str, Any] | None,
    after: dict[str, Any],
    change: Change,
) -> None:
    note(
        by=change.by,
        at=change.at,
        home=unit.home,
        deed=deed,
        about=[unit.uuid],
        before=before,
        after={**after, "on": change.on, "basis": change.basis},
    )
