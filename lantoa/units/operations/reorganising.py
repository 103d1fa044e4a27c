"""Units merge into one, or divide into several."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from lantoa.figures.alphabet import alphabetical
from lantoa.units.models import Succession, Unit
from lantoa.units.operations.changing import close, move, open_children
from lantoa.units.operations.founding import NewUnit, open_unit, succeed
from lantoa.units.operations.rows import Change, structure
from lantoa.units.queries import portraits


@dataclass(frozen=True)
class Part:
    """One of the units that take over a divided one, and the sub-units that it receives."""

    successor: Unit
    receives: Sequence[Unit] = ()


def merge(*, units: Sequence[Unit], into: NewUnit, change: Change) -> Unit:
    """Merge units into a new one: it receives their sub-units, and their past counts under it.

    Raises ValidationError where one of them is not open or the new one's code is not free.
    """
    with structure():
        entry = NewUnit(**{**vars(into), "born_from": units})
        merged = open_unit(entry=entry, change=change)
        for unit in units:
            absorb(unit, into=merged, change=change)
        return merged


def absorb(unit: Unit, *, into: Unit, change: Change) -> None:
    """End a unit whole: its sub-units move to the one that takes over, and its past with them."""
    with structure():
        for placed in open_children(unit, change=change):
            move(placed.unit, under=into, change=change)
        close(unit, into=into, change=change)
        succeed(unit, into, extent=Succession.Extent.WHOLE, is_principal=True, change=change)


def split(unit: Unit, *, parts: Sequence[Part], principal: Unit, change: Change) -> None:
    """Divide a unit: each sub-unit goes where it is named, its own past to the principal part.

    Raises ValidationError for a sub-unit that no part receives, or that two parts do.
    """
    with structure():
        _refuse_unnamed(unit, parts=parts, change=change)
        if principal.pk not in {part.successor.pk for part in parts}:
            raise ValidationError("Đơn vị kế thừa chính phải là một trong các phần được chia.")
        for part in parts:
            for received in part.receives:
                move(received, under=part.successor, change=change)
        close(unit, into=principal, change=change)
        for part in parts:
            succeed(
                unit,
                part.successor,
                extent=Succession.Extent.PART,
                is_principal=part.successor.pk == principal.pk,
                change=change,
            )


def _refuse_unnamed(unit: Unit, *, parts: Sequence[Part], change: Change) -> None:
    children = {placed.unit_id for placed in open_children(unit, change=change)}
    named = [received.pk for part in parts for received in part.receives]
    if missing := children - set(named):
        names = [each.name for each in portraits(missing, on=change.on).values()]
        raise ValidationError(
            f"Chưa nêu nơi đến của: {', '.join(sorted(names, key=alphabetical))}."
        )
    if len(named) != len(set(named)) or set(named) - children:
        raise ValidationError(
            "Mỗi đơn vị trực thuộc chỉ được nêu một lần, và phải trực thuộc đơn vị được chia."
        )
